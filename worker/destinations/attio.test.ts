// Attio: one person for one address, whoever it was made by; what is there first stays, and lists only grow.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Lead } from '../../shared/lead/lead.ts'
import { aLead, aProfile, idOf } from '../../test/support/a-lead.ts'
import { attio } from './attio.ts'
import { bind } from './destination.ts'
import { attributes, fixture } from './fixtures/attio/vendor.ts'
import { scriptedVendor } from './fixtures/scripted-vendor.ts'

const people = '/v2/objects/people/records'
const person = (n: number) => `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`

function started(more: Readonly<Record<string, unknown>> = {}) {
  const vendor = scriptedVendor(fixture)
  const settings = attio.settings.parse({ ...(fixture.settings as object), ...more })
  const destination = bind(attio, settings)
  const deliver = (...leads: Lead[]) => destination.deliver(leads, vendor.io)
  const calls = () => vendor.calls.map(({ method, url }) => `${method} ${url.replace(/^.*\/people\/records/, '')}`)
  const sent = () => JSON.parse(vendor.calls.at(-1)?.body ?? '{}').data?.values
  return { vendor, destination, deliver, calls, sent }
}

/** A person whom Attio has before us. */
async function keep({ vendor }: ReturnType<typeof started>, values: Readonly<Record<string, unknown>>) {
  const headers = { authorization: 'Bearer fixture-attio-token' }
  const url = `https://api.attio.example${people}`
  await vendor.io.call({ method: 'POST', url, headers, body: JSON.stringify({ data: { values } }) })
}

test('looks, then asserts a new person by the address, with our id, the revision and the original source', async () => {
  const { deliver, calls, vendor, sent } = started()
  const profile = { ...aProfile(1), phone: '+15550101', jobTitle: 'Buyer', company: 'Acme', message: 'Hello' }
  const outcomes = await deliver(aLead(1, { revision: 3, profile }))
  expect(outcomes).toEqual([{ kind: 'delivered', externalId: idOf(1), recordId: person(1), answer: { status: 200 } }])
  expect(calls()).toEqual(['POST /query', 'PUT ?matching_attribute=email_addresses'])
  expect(sent()).toEqual({
    email_addresses: ['person-1@example.com'],
    phone_numbers: ['+15550101'],
    name: [{ first_name: 'Joaquina', last_name: '', full_name: 'Joaquina' }],
    job_title: ['Buyer'],
    lead_capture_company: ['Acme'],
    lead_capture_message: ['Hello'],
    lead_capture_original_source: ['newsletter'],
    lead_capture_original_medium: ['email'],
    lead_capture_consent: ['unknown'],
    lead_capture_id: [idOf(1)],
    lead_capture_revision: [3],
  })
  expect(vendor.calls.map(({ answerBytesMax }) => answerBytesMax)).toEqual([1_048_576, 1_048_576])
})

test('takes over the person of the address, and keeps the original source and all that sales has added', async () => {
  const there = started()
  await keep(there, {
    email_addresses: ['old@example.com', 'Person-1@example.com'],
    phone_numbers: ['+15550199'],
    name: { first_name: 'Quina', last_name: 'Lima', full_name: 'Quina Lima' },
    lead_capture_original_source: 'fair',
  })
  await there.deliver(aLead(1, { profile: { ...aProfile(1), phone: '+15550101' } }))
  expect(there.calls().at(-1)).toBe(`PATCH /${person(1)}`)
  expect(there.sent()).not.toHaveProperty('email_addresses')
  expect(there.vendor.records()).toMatchObject([
    {
      externalId: idOf(1),
      fields: {
        email_addresses: ['old@example.com', 'person-1@example.com'],
        phone_numbers: { phone_number: '+15550101' },
        name: { first_name: 'Joaquina', last_name: 'Lima', full_name: 'Joaquina Lima' },
        lead_capture_original_source: 'fair',
      },
    },
  ])
  expect(there.sent()).not.toHaveProperty('lead_capture_original_medium')
})

test('updates its own person when the address has changed, and leaves the old one beside the new', async () => {
  const { deliver, vendor } = started()
  await deliver(aLead(1))
  await deliver(aLead(1, { revision: 2, profile: { email: 'new@example.com' } }))
  expect(vendor.records()).toMatchObject([
    { revision: 2, fields: { email_addresses: ['new@example.com', 'person-1@example.com'] } },
  ])
})

test.each([
  ['another lead', true],
  ['nobody of ours', false],
])('keeps two people apart when the address belongs to a person of %s', async (_, isLead) => {
  const there = started()
  const shared = { ...aProfile(2), email: 'office@example.com' }
  await keep(there, { email_addresses: ['office@example.com'], ...(isLead ? { lead_capture_id: idOf(9) } : {}) })
  const before = JSON.stringify(there.vendor.records()[0])
  // Ours is there already, unless the address is another lead's: then it is new.
  if (!isLead) await there.deliver(aLead(2))
  const outcomes = await there.deliver(aLead(2, { revision: 2, profile: shared }))
  expect(outcomes).toMatchObject([{ kind: 'delivered', recordId: person(2), dropped: ['email_addresses'] }])
  expect(JSON.stringify(there.vendor.records()[0])).toBe(before)
  expect(there.vendor.records()[1]).toMatchObject({
    externalId: idOf(2),
    revision: 2,
    fields: { lead_capture_message: 'email_addresses: office@example.com' },
  })
})

test('waits for the address of a lead that is being erased', async () => {
  const there = started()
  await keep(there, { email_addresses: ['person-2@example.com'], lead_capture_id: idOf(9) })
  const io = { ...there.vendor.io, isBeingErased: async (externalId: string) => externalId === idOf(9) }
  expect(await there.destination.deliver([aLead(2)], io)).toEqual([{ kind: 'retry', reason: 'conflict' }])
  expect(there.vendor.records()).toHaveLength(1)
})

test('creates a person without an address once, and finds it by our id', async () => {
  const { deliver, calls, vendor } = started()
  const profile = { phone: '+15550101', fullName: 'Rui' }
  await deliver(aLead(1, { profile }))
  await deliver(aLead(1, { revision: 2, profile }))
  expect(calls()).toEqual(['POST /query', 'POST ', 'POST /query', `PATCH /${person(1)}`])
  expect(vendor.records()).toMatchObject([{ revision: 2, fields: { name: { first_name: 'Rui', last_name: '' } } }])
})

test.each([
  [{ firstName: 'Ana', lastName: 'Souza', fullName: 'Dr. Ana Souza' }, ['Ana', 'Souza', 'Dr. Ana Souza']],
  [{ firstName: 'Ana', lastName: 'Souza' }, ['Ana', 'Souza', 'Ana Souza']],
  [{ lastName: 'Souza' }, ['', 'Souza', 'Souza']],
  [{ fullName: 'Ana Souza' }, ['Ana Souza', '', 'Ana Souza']],
])('writes all parts of the name of %j', async (names, [first_name, last_name, full_name]) => {
  const { deliver, sent } = started()
  await deliver(aLead(1, { profile: { email: 'person-1@example.com', ...names } }))
  expect(sent().name).toEqual([{ first_name, last_name, full_name }])
})

test('corrects the letters of a name, and writes a word for a name that nobody knows', async () => {
  const { deliver, sent } = started()
  await deliver(aLead(1, { profile: { ...aProfile(1), firstName: 'JOAQUINA' } }))
  await deliver(aLead(1))
  expect(sent().name).toEqual([{ first_name: 'Joaquina', last_name: '', full_name: 'Joaquina' }])
  const fields = [
    { from: 'email', to: 'email_addresses' },
    { from: 'lastName', to: 'name.last_name', fallback: '(no name)' },
  ]
  const there = started({ fields: { version: 1, fields } })
  await there.deliver(aLead(1))
  expect(there.sent().name).toEqual([{ first_name: '', last_name: '(no name)', full_name: '(no name)' }])
})

test('leaves a name where ours only fills a gap, and fills one that is not there', async () => {
  const fields = ['first_name', 'last_name'].map(part => ({
    from: part === 'first_name' ? 'firstName' : 'lastName',
    to: `name.${part}`,
    owner: 'onlyWhenEmpty',
  }))
  const { deliver, sent } = started({
    fields: { version: 1, fields: [{ from: 'email', to: 'email_addresses' }, ...fields] },
  })
  await deliver(aLead(1))
  await deliver(aLead(1, { profile: { ...aProfile(1), firstName: 'Rui', lastName: 'Lima' } }))
  expect(sent().name).toEqual([{ first_name: 'Joaquina', last_name: 'Lima', full_name: 'Joaquina Lima' }])
})

test('delivers without a name that is refused as one, with its parts in the note', async () => {
  const { deliver, vendor } = started()
  vendor.script(({ body }) =>
    body?.includes('"name":')
      ? { status: 400, body: { code: 'validation_type', message: 'An invalid value … with slug "name".' } }
      : undefined,
  )
  const outcomes = await deliver(aLead(1, { profile: { ...aProfile(1), fullName: 'Joaquina' } }))
  expect(outcomes).toMatchObject([{ kind: 'delivered', dropped: ['name.first_name', 'name.full_name'] }])
  expect(vendor.records()[0]?.fields).toMatchObject({
    lead_capture_message: 'name.first_name: Joaquina\nname.full_name: Joaquina',
  })
})

test('delivers without an attribute that the workspace lacks', async () => {
  const fields = [
    { from: 'email', to: 'email_addresses' },
    { from: 'latest.source', to: 'not_there' },
  ]
  const { deliver } = started({ fields: { version: 1, fields } })
  expect(await deliver(aLead(1))).toMatchObject([{ kind: 'delivered', dropped: ['not_there'] }])
})

test('parks a lead whose address Attio does not take, since it cannot be spared', async () => {
  const { deliver, vendor, calls } = started()
  const body = {
    code: 'validation_type',
    message: 'An invalid value was passed to attribute with slug "email_addresses".',
  }
  vendor.script(({ method }) => (method === 'PUT' ? { status: 400, body } : undefined))
  expect(await deliver(aLead(1))).toMatchObject([{ kind: 'rejected', field: 'email_addresses' }])
  expect(calls()).toHaveLength(2)
})

test('empties an attribute only where ours rules', async () => {
  const fields = [
    { from: 'email', to: 'email_addresses' },
    { from: 'jobTitle', to: 'job_title', owner: 'always' },
    { from: 'company', to: 'lead_capture_company' },
  ]
  const there = started({ fields: { version: 1, fields } })
  await keep(there, { email_addresses: ['person-1@example.com'], job_title: 'Buyer', lead_capture_company: 'Acme' })
  await there.deliver(aLead(1))
  expect(there.sent()).toMatchObject({ job_title: null })
  expect(there.vendor.records()).toMatchObject([{ fields: { lead_capture_company: 'Acme' } }])
})

test('writes nothing but id and revision of what is there already', async () => {
  const word = fc.stringMatching(/^[A-Z][a-z]{0,8}$/)
  const profiles = fc.record(
    { firstName: word, lastName: word, fullName: word, company: word, message: word, phone: fc.constant('+15550101') },
    { requiredKeys: [] },
  )
  await fc.assert(
    fc.asyncProperty(profiles, async rest => {
      const { deliver, sent } = started()
      const profile = { email: 'person-1@example.com', ...rest }
      await deliver(aLead(1, { profile }))
      await deliver(aLead(1, { profile }))
      expect(Object.keys(sent())).toEqual(['lead_capture_id', 'lead_capture_revision'])
    }),
    { numRuns: 100 },
  )
})

test('writes nothing after a look that failed, and nothing is in doubt', async () => {
  for (const answer of [{ status: 502, body: '<html>' }, { status: 200, body: '{"data":{}}' }, 'timeout'] as const) {
    const { deliver, vendor, calls } = started()
    vendor.script(({ url }) => (url.endsWith('/query') ? answer : undefined))
    const [outcome] = await deliver(aLead(1))
    expect(outcome).toMatchObject({ kind: 'retry' })
    expect(outcome).not.toHaveProperty('isAmbiguous')
    expect(calls()).toEqual(['POST /query'])
  }
})

test('looks again where the person was deleted between the look and the write', async () => {
  const there = started()
  await there.deliver(aLead(1))
  there.vendor.script(({ method }) => (method === 'PATCH' ? { status: 404, body: { code: 'not_found' } } : undefined))
  expect(await there.deliver(aLead(1, { revision: 2 }))).toMatchObject([{ kind: 'retry', reason: 'conflict' }])
})

test('trusts nobody whom a look names without our id or the address', async () => {
  const there = started()
  await keep(there, { email_addresses: ['stranger@example.com'], lead_capture_id: idOf(7) })
  const stranger = {
    id: { record_id: person(1) },
    values: { email_addresses: [{ email_address: 'stranger@example.com' }] },
  }
  there.vendor.script(({ url }) => (url.endsWith('/query') ? { status: 200, body: { data: [stranger] } } : undefined))
  expect(await there.destination.find?.(idOf(1), there.vendor.io)).toEqual({ kind: 'absent' })
  expect(await there.destination.erase?.(idOf(1), there.vendor.io)).toMatchObject({ kind: 'delivered' })
  await there.deliver(aLead(1))
  expect(there.vendor.records().map(({ externalId }) => externalId)).toEqual([idOf(7), idOf(1)])
})

test('erases everybody who holds our id, and takes a merge under way for no erasure', async () => {
  const there = started()
  await keep(there, { lead_capture_id: idOf(1) })
  await keep(there, { lead_capture_id: idOf(1) })
  await there.deliver(aLead(2))
  expect(await there.destination.erase?.(idOf(1), there.vendor.io)).toMatchObject({ kind: 'delivered' })
  expect(there.vendor.records().map(({ externalId }) => externalId)).toEqual([idOf(2)])
  for (const [code, kind] of [
    ['merge_in_progress', 'retry'],
    ['not_found', 'delivered'],
  ] as const) {
    there.vendor.script(({ method }) => (method === 'DELETE' ? { status: 404, body: { code } } : undefined))
    expect(await there.destination.erase?.(idOf(2), there.vendor.io)).toMatchObject({ kind })
  }
})

test('a check says which scopes and attributes are missing', async () => {
  const { destination, vendor } = started()
  const without = attributes
    .filter(({ api_slug }) => api_slug !== 'lead_capture_consent')
    .map(one => (one.api_slug === 'lead_capture_revision' ? { ...one, type: 'text' } : one))
  vendor.script(({ url }) => {
    if (url.endsWith('/v2/self'))
      return { status: 200, body: { active: true, scope: 'record_permission:read user_management:read' } }
    return url.includes('/attributes') ? { status: 200, body: { data: without } } : undefined
  })
  expect(await destination.check(vendor.io)).toMatchObject({
    kind: 'incomplete',
    missing: [
      { what: 'scope', name: 'record_permission:read-write', problem: 'absent' },
      { what: 'scope', name: 'object_configuration:read', problem: 'absent' },
      { what: 'field', name: 'lead_capture_revision', problem: 'wrong_type' },
      { what: 'field', name: 'lead_capture_consent', problem: 'absent' },
    ],
  })
})

test.each([
  ['a wider scope', { active: true, scope: 'record_permission:read-write object_configuration:read-write' }, 'ready'],
  ['no word of scopes', { active: true }, 'ready'],
  ['a token that was revoked', { active: false }, 'blocked'],
])('a check with %s is %s', async (_, body, kind) => {
  const { destination, vendor } = started()
  vendor.script(({ url }) => (url.endsWith('/v2/self') ? { status: 200, body } : undefined))
  expect(await destination.check(vendor.io)).toMatchObject({ kind })
})

test('takes an option for a value that is there, and an empty text for none', async () => {
  const fields = [
    { from: 'email', to: 'email_addresses' },
    { from: 'company', to: 'lead_company', owner: 'onlyWhenEmpty' },
    { from: 'original.medium', to: 'lead_medium', owner: 'onlyWhenEmpty' },
  ]
  const { deliver, vendor, sent } = started({ fields: { version: 1, fields } })
  const values = {
    email_addresses: [{ email_address: 'person-1@example.com' }],
    lead_capture_id: [{ value: '' }],
    lead_company: [{ option: { title: 'Flores' } }],
    lead_medium: [{ value: null }],
  }
  const data = [{ id: { record_id: person(1) }, values }]
  vendor.script(({ url }) => (url.endsWith('/query') ? { status: 200, body: { data } } : undefined))
  await deliver(aLead(1, { profile: { ...aProfile(1), company: 'Lima' } }))
  expect(vendor.calls.at(-1)?.url).toMatch(`/${person(1)}`)
  expect(sent()).toEqual({ lead_medium: ['email'], lead_capture_id: [idOf(1)], lead_capture_revision: [1] })
})

test('describes kinds of attributes, which can be written, and a name that is required as none of its parts', async () => {
  const fields = ['name.full_name', 'created_at', 'may_mail', 'tier'].map(to => ({ from: 'fullName', to }))
  const { destination, vendor } = started({ fields: { version: 1, fields } })
  const more = [
    { api_slug: 'name', type: 'personal-name', is_writable: true, is_required: true },
    { api_slug: 'created_at', type: 'timestamp', is_writable: false, is_required: false },
    { api_slug: 'may_mail', type: 'checkbox', is_writable: true, is_required: false },
    { api_slug: 'tier', type: 'select', is_writable: true, is_required: true },
  ]
  vendor.script(({ url }) => (url.includes('/attributes') ? { status: 200, body: { data: more } } : undefined))
  expect(await destination.describe?.(vendor.io)).toEqual({
    ok: true,
    value: {
      'name.full_name': { type: 'other', isWritable: true, isRequired: false },
      created_at: { type: 'other', isWritable: false, isRequired: false },
      may_mail: { type: 'boolean', isWritable: true, isRequired: false },
      tier: { type: 'other', isWritable: true, isRequired: true },
      lead_capture_id: null,
      lead_capture_revision: null,
      lead_capture_message: null,
    },
  })
})

test('parks a lead that has neither an address nor a phone', async () => {
  const { deliver, vendor } = started()
  const outcomes = await deliver(aLead(1, { profile: { firstName: 'Ana' } }))
  expect(outcomes).toEqual([{ kind: 'rejected', reason: 'missing_required', field: 'email' }])
  expect(vendor.calls).toEqual([])
})

test.each([
  ['a slug that is none', { idField: 'lead id' }],
  ['no https', { baseUrl: 'http://api.attio.example' }],
  ['a name that is not told in parts', { fields: { version: 1, fields: [{ from: 'fullName', to: 'name' }] } }],
])('refuses settings with %s', (_, more) => {
  expect(attio.settings.safeParse(more).success).toBe(false)
})
