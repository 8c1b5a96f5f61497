import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

test('lists contacts page by page, with the properties asked for', async () => {
  const crm = await aCrm()
  await crm.upsert(...['ana', 'rui', 'eva'].map(name => byEmail(`${name}@example.com`, { plan: 'pro' })))
  const first = (await crm.call('GET', `${contactsPath}?limit=2&properties=plan`)).json
  expect(first.results.map(({ properties }) => properties.plan)).toEqual(['pro', 'pro'])
  const second = (await crm.call('GET', `${contactsPath}?limit=2&after=${first.paging.next.after}`)).json
  expect(second.results.map(({ properties }) => properties.email)).toEqual(['eva@example.com'])
  expect(second).not.toHaveProperty('paging')
})

test('answers an empty list to a good token and 401 to none', async () => {
  const crm = await aCrm()
  expect(await crm.call('GET', contactsPath)).toMatchObject({ status: 200, json: { results: [] } })
  expect((await crm.call('GET', contactsPath, undefined, { authorization: '' })).status).toBe(401)
})

test('takes limits from 1 to 100, and refuses others, broken cursors and other methods', async () => {
  const crm = await aCrm()
  const status = async (query: string) => (await crm.call('GET', `${contactsPath}?${query}`)).status
  expect([await status('limit=1'), await status('limit=100')]).toEqual([200, 200])
  for (const query of ['limit=0', 'limit=101', 'limit=x', 'limit=1.5', 'after=x']) expect(await status(query)).toBe(400)
  expect((await crm.call('PUT', contactsPath, {})).status).toBe(405)
})
