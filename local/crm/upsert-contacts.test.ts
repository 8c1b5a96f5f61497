import { expect, test } from 'vitest'
import { aCrm, byEmail, contactsPath } from './a-crm.ts'

test('creates a contact, and says new: true and echoes the trace id', async () => {
  const crm = await aCrm()
  const { status, json } = await crm.upsert(byEmail('ana@example.com', { firstname: 'Ana' }))
  expect(status).toBe(200)
  expect(json).toMatchObject({
    status: 'COMPLETE',
    results: [{ new: true, objectWriteTraceId: 'trace of ana@example.com' }],
  })
  expect(json.results[0]?.properties).toMatchObject({ email: 'ana@example.com', firstname: 'Ana' })
})

test('updates the same contact whatever the capitals of its address, and keeps what was not sent', async () => {
  const crm = await aCrm()
  await crm.upsert(byEmail('ana@example.com', { firstname: 'Ana', company: 'Souza' }))
  const { json } = await crm.upsert(byEmail('ANA@Example.com', { company: 'Souza & Filhos' }))
  expect(json.results[0]).toMatchObject({ new: false })
  expect(await crm.contacts()).toEqual([
    {
      id: json.results[0]?.id,
      writes: 2,
      properties: expect.objectContaining({ email: 'ana@example.com', firstname: 'Ana', company: 'Souza & Filhos' }),
    },
  ])
})

test('clears a property with an empty value', async () => {
  const crm = await aCrm()
  await crm.upsert(byEmail('ana@example.com', { firstname: 'Ana' }))
  await crm.upsert(byEmail('ana@example.com', { firstname: '' }))
  expect((await crm.contacts())[0]?.properties).not.toHaveProperty('firstname')
})

test('takes a custom property as the key, also when its value came in an earlier write by e-mail', async () => {
  const crm = await aCrm()
  await crm.upsert(byEmail('ana@example.com', { lead_capture_id: 'lead-1' }))
  const input = { id: 'lead-1', idProperty: 'lead_capture_id', properties: { phone: '+5511900000001' } }
  expect((await crm.upsert(input)).json.results[0]).toMatchObject({ new: false })
  expect((await crm.upsert({ ...input, id: 'lead-2' })).json.results[0]).toMatchObject({
    new: true,
    properties: { lead_capture_id: 'lead-2' },
  })
  expect((await crm.contacts()).map(({ writes }) => writes)).toEqual([2, 1])
})

test('takes a plain HubSpot id as the key, and refuses one that is not there', async () => {
  const crm = await aCrm()
  const { json } = await crm.upsert(byEmail('ana@example.com'))
  const id = json.results[0]?.id
  expect((await crm.upsert({ id, properties: { firstname: 'Ana' } })).json.results[0]).toMatchObject({ id, new: false })
  expect(await crm.upsert({ id: '99999', properties: {} })).toMatchObject({
    status: 404,
    json: { category: 'OBJECT_NOT_FOUND' },
  })
})

test.each(['hs_object_id', 'phone', 'Not A Name'])('refuses %s as the key: it is not unique', async idProperty => {
  const crm = await aCrm()
  const { status, json } = await crm.upsert({ id: 'x', idProperty, properties: {} })
  expect(status).toBe(400)
  expect(json.message).toContain('non-unique')
})

test('has ten unique custom properties at most', async () => {
  const crm = await aCrm()
  const use = (n: number) => crm.upsert({ id: 'x', idProperty: `key_${n}`, properties: {} })
  for (let n = 1; n <= 10; n += 1) expect((await use(n)).status).toBe(200)
  expect((await use(11)).status).toBe(400)
  expect((await use(10)).status).toBe(200)
})

test('writes what is good and reports what is bad in a 207, each by its trace id', async () => {
  const crm = await aCrm()
  const { status, json } = await crm.upsert(
    byEmail('ana@example.com'),
    byEmail('not an address'),
    byEmail('rui@example.com', { utm_Source: 'x' }),
  )
  expect(status).toBe(207)
  expect(json.results.map(({ properties }) => properties.email)).toEqual(['ana@example.com'])
  expect(json.numErrors).toBe(2)
  expect(json.errors).toMatchObject([
    {
      category: 'VALIDATION_ERROR',
      context: { objectWriteTraceId: ['trace of not an address'] },
      errors: [{ code: 'INVALID_EMAIL', in: 'email' }],
    },
    {
      category: 'VALIDATION_ERROR',
      context: { objectWriteTraceId: ['trace of rui@example.com'] },
      errors: [{ code: 'PROPERTY_DOESNT_EXIST', in: 'utm_Source' }],
    },
  ])
  expect(await crm.contacts()).toHaveLength(1)
})

test('answers 207 without a result when every input is bad and has a trace id, and 400 when one has none', async () => {
  const crm = await aCrm()
  expect(await crm.upsert(byEmail('bad'))).toMatchObject({ status: 207, json: { results: [], numErrors: 1 } })
  expect(await crm.upsert({ id: 'bad', idProperty: 'email', properties: {} })).toMatchObject({
    status: 400,
    json: { category: 'VALIDATION_ERROR' },
  })
})

test('answers the newer 409 when another contact has the e-mail, and names that contact', async () => {
  const crm = await aCrm()
  const ana = (await crm.upsert(byEmail('ana@example.com'))).json.results[0]?.id
  const input = { id: 'lead-2', idProperty: 'lead_capture_id', properties: { email: 'ana@example.com' } }
  expect(await crm.upsert(input)).toMatchObject({
    status: 409,
    json: {
      category: 'OBJECT_ALREADY_EXISTS',
      error: 'CONTACT_EXISTS',
      message: `Contact already exists. Existing ID: ${ana}`,
      identityProfile: { vid: Number(ana) },
    },
  })
  const traced = await crm.upsert({ ...input, objectWriteTraceId: 't' })
  expect(traced).toMatchObject({
    status: 207,
    json: { errors: [{ category: 'OBJECT_ALREADY_EXISTS', message: `Contact already exists. Existing ID: ${ana}` }] },
  })
  expect(await crm.contacts()).toHaveLength(1)
})

test('refuses the value of a unique property that another contact has', async () => {
  const crm = await aCrm()
  await crm.upsert({ id: 'lead-1', idProperty: 'lead_capture_id', properties: {} })
  const { status, json } = await crm.upsert(byEmail('ana@example.com', { lead_capture_id: 'lead-1' }))
  expect(status).toBe(207)
  expect(json.errors[0]?.errors[0]).toMatchObject({ code: 'CONFLICTING_UNIQUE_VALUE', in: 'lead_capture_id' })
})

test('refuses the whole batch when an id repeats, whatever its capitals', async () => {
  const crm = await aCrm()
  const { status, json } = await crm.upsert(
    byEmail('ana@example.com'),
    byEmail('Ana@example.com'),
    byEmail('rui@example.com'),
  )
  expect(status).toBe(400)
  expect(json.message).toBe('Duplicate IDs found in batch input: [ana@example.com]. IDs must be unique')
  expect(await crm.contacts()).toEqual([])
})

test('takes 100 inputs, and refuses 101 and none', async () => {
  const crm = await aCrm()
  const inputs = Array.from({ length: 101 }, (_, n) => byEmail(`person-${n}@example.com`))
  expect((await crm.upsert(...inputs.slice(0, 100))).json.results).toHaveLength(100)
  expect((await crm.upsert(...inputs)).status).toBe(400)
  expect((await crm.upsert()).status).toBe(400)
})

test.each([
  ['a number as a value', { id: 'a@example.com', idProperty: 'email', properties: { age: 5 } }],
  ['null as a value', { id: 'a@example.com', idProperty: 'email', properties: { age: null } }],
  ['no id', { idProperty: 'email', properties: {} }],
  ['no properties', { id: 'a@example.com', idProperty: 'email' }],
])('refuses %s with 400', async (_, input) => {
  const crm = await aCrm()
  expect((await crm.upsert(input)).status).toBe(400)
})

test.each([
  ['hs_object_id', '1', 'READ_ONLY_VALUE'],
  ['lifecyclestage', 'visitor', 'INVALID_OPTION'],
  ['notes', 'x'.repeat(65_537), 'INVALID_LENGTH'],
])('refuses the property %s with that value', async (name, value, code) => {
  const crm = await aCrm()
  const { json } = await crm.upsert(byEmail('ana@example.com', { [name]: value }))
  expect(json.errors[0]?.errors[0]?.code).toBe(code)
  const good = { hs_object_id: undefined, lifecyclestage: 'lead', notes: 'x'.repeat(65_536) }
  expect((await crm.upsert(byEmail('ana@example.com', { ...good }))).status).toBe(200)
})

test('takes 1,000 properties of one contact and refuses 1,001', async () => {
  const crm = await aCrm()
  const many = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, n) => [`p_${n}`, 'x']))
  expect((await crm.upsert({ id: 'a@example.com', idProperty: 'email', properties: many(1_000) })).status).toBe(200)
  expect((await crm.upsert({ id: 'a@example.com', idProperty: 'email', properties: many(1_001) })).status).toBe(400)
})

test('keeps names that objects of the language have too', async () => {
  const crm = await aCrm()
  await crm.upsert(byEmail('ana@example.com', { constructor: 'Obras Ltda' }))
  expect((await crm.contacts())[0]?.properties.constructor).toBe('Obras Ltda')
})

test('gives simultaneous upserts of one address one contact', async () => {
  const crm = await aCrm()
  const answers = await Promise.all(Array.from({ length: 50 }, () => crm.upsert(byEmail('ana@example.com'))))
  expect(answers.filter(({ json }) => json.results[0]?.new)).toHaveLength(1)
  expect(await crm.contacts()).toMatchObject([{ writes: 50 }])
})

test('refuses a body that is not JSON, not UTF-8, not typed as JSON or too large, and never fails', async () => {
  const crm = await aCrm()
  const path = `${contactsPath}/batch/upsert`
  expect((await crm.call('POST', path, '{"inputs":[')).status).toBe(400)
  expect((await crm.call('POST', path, '')).status).toBe(400)
  expect((await crm.call('POST', path, '[]')).status).toBe(400)
  expect((await crm.call('POST', path, '{}', { 'content-type': 'text/plain' })).status).toBe(415)
  expect((await crm.call('POST', path, ' '.repeat(4_194_305))).status).toBe(413)
  expect((await crm.call('GET', path)).status).toBe(405)
})
