import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

const search = `${contactsPath}/search`

test('wants a token: any, or the one that was configured', async () => {
  const open = await aCrm()
  const closed = await aCrm({ token: 'secret' })
  const status = async (crm: typeof open, authorization: string) =>
    (await crm.call('POST', search, {}, { authorization })).status
  expect(await status(open, 'Bearer anything')).toBe(200)
  expect(await status(open, 'Bearer ')).toBe(401)
  expect(await status(open, 'Basic YTpi')).toBe(401)
  expect(await status(closed, 'Bearer secret')).toBe(200)
  expect(await status(closed, 'Bearer anything')).toBe(401)
  const { json } = await open.call('GET', `${contactsPath}/1`, undefined, { authorization: '' })
  expect(json).toMatchObject({
    status: 'error',
    category: 'INVALID_AUTHENTICATION',
    correlationId: expect.stringMatching(/^[0-9a-f-]{36}$/),
  })
})

test('refuses the 191st call of ten seconds with TEN_SECONDLY_ROLLING, and takes it when they have passed', async () => {
  let nowMs = Date.parse('2026-11-24T12:00:00Z')
  const crm = await aCrm({ now: () => new Date(nowMs) })
  for (let n = 0; n < 190; n += 1) expect((await crm.call('POST', search, {})).status).toBe(200)
  const refused = await crm.upsert(byEmail('ana@example.com'))
  expect(refused).toMatchObject({ status: 429, json: { errorType: 'RATE_LIMIT', policyName: 'TEN_SECONDLY_ROLLING' } })
  expect(refused.headers.get('x-hubspot-ratelimit-remaining')).toBe('0')
  expect(refused.headers.get('retry-after')).toBe(null)
  nowMs += 9_999
  expect((await crm.upsert(byEmail('ana@example.com'))).status).toBe(429)
  nowMs += 1
  expect((await crm.upsert(byEmail('ana@example.com'))).status).toBe(200)
  expect(await crm.contacts()).toMatchObject([{ writes: 1 }])
})

test('refuses what is beyond the day with DAILY, until the next day', async () => {
  let nowMs = Date.parse('2026-11-24T23:59:00Z')
  const crm = await aCrm({ now: () => new Date(nowMs), rateLimits: { callsPerDay: 2 } })
  await crm.upsert(byEmail('ana@example.com'))
  await crm.upsert(byEmail('ana@example.com'))
  nowMs += 30_000
  expect((await crm.upsert(byEmail('ana@example.com'))).json.policyName).toBe('DAILY')
  nowMs += 30_000
  expect((await crm.upsert(byEmail('ana@example.com'))).status).toBe(200)
})

test('says how much is left in HubSpot’s headers, except on a search', async () => {
  const crm = await aCrm()
  await crm.contacts()
  const { headers } = await crm.upsert(byEmail('ana@example.com'))
  expect(headers.get('x-hubspot-ratelimit-max')).toBe('190')
  expect(headers.get('x-hubspot-ratelimit-remaining')).toBe('189')
  expect(headers.get('x-hubspot-ratelimit-interval-milliseconds')).toBe('10000')
  expect(headers.get('x-hubspot-ratelimit-daily')).toBe('650000')
  expect(headers.get('x-hubspot-ratelimit-daily-remaining')).toBe('649999')
  expect((await crm.call('POST', search, {})).headers.has('x-hubspot-ratelimit-max')).toBe(false)
})
