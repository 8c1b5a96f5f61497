import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

const aContact = async (properties = {}) => {
  const crm = await aCrm()
  const id = (await crm.upsert(byEmail('ana@example.com', properties))).json.results[0]?.id ?? ''
  return { crm, id, path: `${contactsPath}/${id}` }
}

test('reads a contact by its id with the default properties, or with those asked for', async () => {
  const { crm, id, path } = await aContact({ firstname: 'Ana', phone: '+5511900000001', plan: 'pro' })
  const byDefault = (await crm.call('GET', path)).json
  expect(byDefault).toMatchObject({
    id,
    archived: false,
    properties: { email: 'ana@example.com', firstname: 'Ana', hs_object_id: id },
  })
  expect(byDefault.properties).not.toHaveProperty('phone')
  const asked = (await crm.call('GET', `${path}?properties=phone,plan&properties=absent`)).json
  expect(Object.keys(asked.properties).sort()).toEqual([
    'createdate',
    'hs_object_id',
    'lastmodifieddate',
    'phone',
    'plan',
  ])
})

test('reads a contact by a unique property', async () => {
  const { crm, id } = await aContact({ lead_capture_id: 'lead-1' })
  expect((await crm.call('GET', `${contactsPath}/lead-1?idProperty=lead_capture_id`)).json.id).toBe(id)
  expect((await crm.call('GET', `${contactsPath}/ANA%40example.com?idProperty=email`)).json.id).toBe(id)
  expect((await crm.call('GET', `${contactsPath}/rui%40example.com?idProperty=email`)).status).toBe(404)
  expect((await crm.call('GET', `${contactsPath}/x?idProperty=phone`)).status).toBe(400)
})

test('updates a contact by its id or by a unique property, and maintains the time of change', async () => {
  let time = '2026-11-24T12:00:00.000Z'
  const crm = await aCrm({ now: () => new Date(time) })
  const id = (await crm.upsert(byEmail('ana@example.com'))).json.results[0]?.id
  time = '2026-11-24T12:00:05.000Z'
  expect((await crm.call('PATCH', `${contactsPath}/${id}`, { properties: { firstname: 'Ana' } })).status).toBe(200)
  const path = `${contactsPath}/ana%40example.com?idProperty=email`
  expect((await crm.call('PATCH', path, { properties: { lastname: 'Souza' } })).json).toMatchObject({
    id,
    createdAt: '2026-11-24T12:00:00.000Z',
    updatedAt: time,
    properties: { firstname: 'Ana', lastname: 'Souza', lastmodifieddate: time },
  })
  expect(await crm.contacts()).toMatchObject([{ writes: 3 }])
})

test('answers the older 409 when an update would take another contact’s e-mail', async () => {
  const { crm, path } = await aContact()
  const rui = (await crm.upsert(byEmail('rui@example.com'))).json.results[0]?.id
  expect(await crm.call('PATCH', path, { properties: { email: 'Rui@example.com' } })).toMatchObject({
    status: 409,
    json: { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${rui}` },
  })
  expect((await crm.call('PATCH', path, { properties: { email: 'ana.souza@example.com' } })).status).toBe(200)
})

test('refuses an update with a bad value or an unknown property, and changes nothing', async () => {
  const { crm, path } = await aContact()
  const bad = await crm.call('PATCH', path, { properties: { email: 'bad', firstname: 'Ana' } })
  expect(bad).toMatchObject({ status: 400, json: { category: 'VALIDATION_ERROR' } })
  expect(bad.json.message).toContain('INVALID_EMAIL')
  const unknown = await crm.call('PATCH', path, { properties: { 'utm-source': 'x' } })
  expect(unknown).toMatchObject({
    status: 400,
    json: { message: 'Property "utm-source" does not exist', errors: [{ code: 'PROPERTY_DOESNT_EXIST' }] },
  })
  expect(await crm.contacts()).toMatchObject([{ writes: 1 }])
})

test('archives a contact: 204, then 404, and its address is free again', async () => {
  const { crm, id, path } = await aContact()
  expect((await crm.call('DELETE', path)).status).toBe(204)
  for (const method of ['GET', 'DELETE']) expect((await crm.call(method, path)).status).toBe(404)
  expect((await crm.call('PATCH', path, { properties: {} })).status).toBe(404)
  expect((await crm.call('GET', `${path}?archived=true`)).json).toMatchObject({ id, archived: true })
  expect(await crm.contacts()).toEqual([])
  const again = (await crm.upsert(byEmail('ana@example.com'))).json.results[0]
  expect(again?.new).toBe(true)
  expect(again?.id).not.toBe(id)
})

test('answers 404 for an id that is none, and 405 for another method', async () => {
  const { crm, id: own, path } = await aContact()
  for (const id of ['0', 'abc', `0${own}`, `${own}.0`, '%E0%A4', '1/2', ''])
    expect((await crm.call('GET', `${contactsPath}/${id}`)).status).toBe(404)
  expect((await crm.call('PUT', path, {})).status).toBe(405)
})
