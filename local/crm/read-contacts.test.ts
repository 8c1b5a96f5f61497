import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

const read = `${contactsPath}/batch/read`
const body = (ids: readonly string[], more: object = {}) => ({
  inputs: ids.map(id => ({ id })),
  properties: ['firstname', 'lead_capture_id'],
  propertiesWithHistory: [],
  ...more,
})

async function aCrmWith(...leads: readonly string[]) {
  const crm = await aCrm()
  for (const lead of leads) await crm.upsert(byEmail(`${lead}@example.com`, { firstname: lead, lead_capture_id: lead }))
  return crm
}

test('reads a batch by a unique property, with the properties asked for', async () => {
  const crm = await aCrmWith('ana', 'rui', 'eva')
  const { status, json } = await crm.call('POST', read, body(['rui', 'ana'], { idProperty: 'lead_capture_id' }))
  expect(status).toBe(200)
  expect(json).toMatchObject({
    status: 'COMPLETE',
    results: [{ properties: { firstname: 'rui' } }, { properties: { firstname: 'ana' } }],
  })
  expect(json).not.toHaveProperty('errors')
})

test('answers 207 and names what is not there', async () => {
  const crm = await aCrmWith('ana')
  const { status, json } = await crm.call('POST', read, body(['nobody', 'ana'], { idProperty: 'lead_capture_id' }))
  expect(status).toBe(207)
  expect(json).toMatchObject({
    results: [{ properties: { firstname: 'ana' } }],
    numErrors: 1,
    errors: [{ category: 'OBJECT_NOT_FOUND', context: { ids: ['nobody'] } }],
  })
})

test('reads by its own id, and refuses a property that is not unique or too many ids', async () => {
  const crm = await aCrmWith('ana')
  expect((await crm.call('POST', read, body(['501']))).json).toMatchObject({ results: [{ id: '501' }] })
  expect((await crm.call('POST', read, body(['x'], { idProperty: 'phone' }))).status).toBe(400)
  const many = Array.from({ length: 101 }, (_, n) => String(n))
  expect((await crm.call('POST', read, body(many))).status).toBe(400)
  expect((await crm.call('GET', read)).status).toBe(405)
})
