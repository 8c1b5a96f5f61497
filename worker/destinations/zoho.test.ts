// Zoho: one record for one person in one call, what is there first stays, and each data centre is called at its own address.

import { expect, test } from 'vitest'
import type { Lead } from '../../shared/lead/lead.ts'
import { aLead, aProfile, idOf } from '../../test/support/a-lead.ts'
import { bind } from './destination.ts'
import { scriptedVendor } from './fixtures/scripted-vendor.ts'
import { fixture } from './fixtures/zoho/vendor.ts'
import { zoho } from './zoho.ts'

const settingsOf = (more: Readonly<Record<string, unknown>> = {}) =>
  zoho.settings.parse({ ...(fixture.settings as object), ...more })

function started(more: Readonly<Record<string, unknown>> = {}) {
  const vendor = scriptedVendor(fixture)
  const settings = settingsOf(more)
  const destination = bind(zoho, settings)
  const deliver = (...leads: Lead[]) => destination.deliver(leads, vendor.io)
  const calls = () => vendor.calls.map(({ method, url }) => `${method} ${new URL(url).pathname}`)
  return { vendor, destination, deliver, calls, settings }
}

/** A record that Zoho has before us. */
async function keep(there: ReturnType<typeof started>, fields: Record<string, string>) {
  const headers = { authorization: 'Zoho-oauthtoken 1000.fixture.access' }
  const body = JSON.stringify({ data: [fields], duplicate_check_fields: [] })
  await there.vendor.io.call({ method: 'POST', url: 'https://api.zoho.example/crm/v8/Leads/upsert', headers, body })
}

test('looks once and writes once for a whole batch, whoever is in it', async () => {
  const { deliver, calls, vendor } = started()
  const leads = Array.from({ length: 50 }, (_, at) => aLead(at + 1))
  const outcomes = await deliver(...leads)
  expect(outcomes.every(({ kind }) => kind === 'delivered')).toBe(true)
  expect(calls()).toEqual(['POST /oauth/v2/token', 'POST /crm/v8/coql', 'POST /crm/v8/Leads/upsert'])
  expect(vendor.records()).toHaveLength(50)
})

test('writes our id, the revision and the original source', async () => {
  const { deliver, vendor } = started()
  await deliver(aLead(1, { revision: 3, profile: { ...aProfile(1), lastName: 'Souza', company: 'Acme' } }))
  expect(vendor.records()[0]?.fields).toEqual({
    Email: 'person-1@example.com',
    First_Name: 'Joaquina',
    Last_Name: 'Souza',
    Company: 'Acme',
    Lead_Capture_Original_Source: 'newsletter',
    Lead_Capture_Original_Medium: 'email',
    Lead_Capture_Consent: 'unknown',
    Lead_Capture_Id: idOf(1),
    Lead_Capture_Revision: '3',
  })
})

test('takes over the record of the same address, and keeps its original source and its name', async () => {
  const there = started()
  const known = { Email: 'person-1@example.com', Last_Name: 'Lima', Lead_Capture_Original_Source: 'fair', Phone: '1' }
  await keep(there, known)
  await there.deliver(aLead(1))
  expect(there.vendor.records()).toMatchObject([{ externalId: idOf(1), fields: { ...known, First_Name: 'Joaquina' } }])
  expect(there.vendor.records()[0]?.fields).not.toHaveProperty('Lead_Capture_Original_Medium')
})

test('updates its own record when the address has changed', async () => {
  const { deliver, vendor } = started()
  await deliver(aLead(1))
  await deliver(aLead(1, { revision: 2, profile: { email: 'new@example.com' } }))
  expect(vendor.records()).toMatchObject([{ revision: 2, fields: { Email: 'new@example.com' } }])
})

test.each([
  ['the last name', { lastName: 'Souza', fullName: 'Ana Souza' }, 'Souza'],
  ['the whole name where there is no last one', { fullName: 'Ana' }, 'Ana'],
  ['a word where there is none', {}, '(no name)'],
])('writes %s as Last_Name', async (_, profile, name) => {
  const { deliver, vendor } = started()
  await deliver(aLead(1, { profile: { email: 'person-1@example.com', ...profile } }))
  expect(vendor.records()[0]?.fields['Last_Name']).toBe(name)
})

test('asks for an address with a quote in no query, and so writes nothing that must be seen first', async () => {
  const { deliver, vendor } = started()
  const email = "o'brien@example.com"
  const [outcome] = await deliver(aLead(1, { profile: { email, lastName: "O'Brien" } }))
  expect(outcome).toMatchObject({ kind: 'delivered' })
  expect(vendor.calls.find(({ url }) => url.endsWith('/coql'))?.body).not.toContain('brien')
  expect(vendor.records()[0]?.fields).not.toHaveProperty('Lead_Capture_Original_Source')
})

test('sends kinds of values as the map says, and empties a field only where ours rules', async () => {
  const fields = [
    { from: 'fullName', to: 'Last_Name', fallback: '(no name)' },
    { from: 'city', to: 'City', owner: 'always' },
    { from: 'company', to: 'Company' },
    { from: 'consent.channels.email', to: 'May_Mail', as: 'boolean' },
  ]
  const there = started({ fields: { version: 1, fields } })
  await keep(there, { Email: 'person-1@example.com', Last_Name: 'Lima', City: 'Natal', Company: 'Acme' })
  await there.deliver(aLead(1))
  expect(there.vendor.records()).toMatchObject([
    { fields: { City: null, Company: 'Acme', Last_Name: 'Lima', May_Mail: false } },
  ])
})

test('looks at nothing where no field must be seen first', async () => {
  const fields = { version: 1, fields: [{ from: 'lastName', to: 'Last_Name' }] }
  const { deliver, calls } = started({ fields })
  await deliver(aLead(1, { profile: { ...aProfile(1), lastName: 'Souza' } }))
  expect(calls()).toEqual(['POST /oauth/v2/token', 'POST /crm/v8/Leads/upsert'])
})

test('writes the good records of a batch and names the field of the bad one', async () => {
  const fields = { version: 1, fields: [{ from: 'lastName', to: 'Last_Name' }] }
  const { deliver, vendor } = started({ fields })
  const named = (n: number) => aLead(n, { profile: { ...aProfile(n), lastName: 'Souza' } })
  expect(await deliver(named(1), aLead(2), named(3))).toMatchObject([
    { kind: 'delivered', externalId: idOf(1) },
    { kind: 'rejected', reason: 'missing_required', field: 'Last_Name' },
    { kind: 'delivered', externalId: idOf(3) },
  ])
  expect(vendor.records()).toHaveLength(2)
})

test('sends each lead alone after a call that was refused as a whole', async () => {
  const { deliver, vendor } = started()
  vendor.script(({ url, body }) => {
    const isBad = url.endsWith('/upsert') && body?.includes('person-2')
    return isBad ? { status: 400, body: { code: 'INVALID_DATA', details: { api_name: 'Email' } } } : undefined
  })
  expect(await deliver(aLead(1), aLead(2), aLead(3))).toMatchObject([
    { kind: 'delivered' },
    { kind: 'rejected', reason: 'invalid_value', field: 'Email' },
    { kind: 'delivered' },
  ])
})

test('does not send leads one by one after a refusal that is about the settings', async () => {
  const { deliver, vendor, calls } = started()
  vendor.script(({ url }) => (url.endsWith('/upsert') ? { status: 400, body: { code: 'INVALID_MODULE' } } : undefined))
  const blocked = { kind: 'blocked', reason: 'misconfigured' }
  expect(await deliver(aLead(1), aLead(2))).toMatchObject([blocked, blocked])
  expect(calls().filter(call => call.endsWith('/upsert'))).toHaveLength(1)
})

test('fetches a new token after a refused one, and none after a missing scope', async () => {
  for (const [code, tokens] of [
    ['INVALID_TOKEN', 2],
    ['OAUTH_SCOPE_MISMATCH', 1],
  ] as const) {
    const { deliver, vendor, calls } = started()
    vendor.script(({ url }) => (url.endsWith('/upsert') ? { status: 401, body: { code } } : undefined))
    await deliver(aLead(1))
    expect(calls().filter(call => call.endsWith('/token'))).toHaveLength(tokens)
  }
})

test.each([
  ['com', 'https://accounts.zoho.com', 'https://www.zohoapis.com'],
  ['com.au', 'https://accounts.zoho.com.au', 'https://www.zohoapis.com.au'],
  ['ca', 'https://accounts.zohocloud.ca', 'https://www.zohoapis.ca'],
])('calls the data centre %s at its own addresses', async (dataCentre, accounts, api) => {
  const vendor = scriptedVendor(fixture)
  vendor.script(({ url }) =>
    url.includes('/token') ? { status: 200, body: { access_token: '1000.fixture.access' } } : undefined,
  )
  const destination = bind(zoho, zoho.settings.parse({ clientId: 'client', dataCentre }))
  await destination.deliver([aLead(1)], vendor.io)
  expect([...new Set(vendor.calls.map(({ url }) => new URL(url).origin))]).toEqual([accounts, api])
})

test.each([
  { dataCentre: 'ru' },
  { module: 'Leads where' },
  { idField: "Id' or '" },
  { apiUrl: 'http://zoho.example' },
])('refuses the settings %j', more => {
  expect(zoho.settings.safeParse({ clientId: 'client', ...more }).success).toBe(false)
})

test.each(['Lead_Capture_Id', 'Lead_Capture_Revision', 'Lead_Capture_Original_Source'])(
  'is misconfigured where the module lacks %s',
  async name => {
    const { destination, vendor } = started()
    vendor.script(({ body }) => (body?.includes(name) ? { status: 400, body: { code: 'INVALID_QUERY' } } : undefined))
    expect(await destination.check(vendor.io)).toMatchObject({ kind: 'blocked', reason: 'misconfigured' })
  },
)

test('erases all records that hold our id, and takes one that is gone for erased', async () => {
  const there = started()
  await keep(there, { Last_Name: 'Lima', Lead_Capture_Id: idOf(1) })
  await keep(there, { Last_Name: 'Souza', Lead_Capture_Id: idOf(1) })
  await there.deliver(aLead(2))
  expect(await there.destination.erase?.(idOf(1), there.vendor.io)).toMatchObject({ kind: 'delivered' })
  expect(there.vendor.records().map(({ externalId }) => externalId)).toEqual([idOf(2)])
  there.vendor.script(({ method }) =>
    method === 'DELETE' ? { status: 200, body: { data: [{ code: 'INVALID_DATA', details: { id: '1' } }] } } : undefined,
  )
  expect(await there.destination.erase?.(idOf(2), there.vendor.io)).toMatchObject({ kind: 'delivered' })
})

test('does not take an erasure for done that Zoho refuses', async () => {
  const there = started()
  await there.deliver(aLead(1))
  there.vendor.script(({ method }) =>
    method === 'DELETE' ? { status: 403, body: { code: 'NO_PERMISSION' } } : undefined,
  )
  expect(await there.destination.erase?.(idOf(1), there.vendor.io)).toMatchObject({
    kind: 'blocked',
    reason: 'forbidden',
  })
})

test('parks a lead that has neither an address nor a phone', async () => {
  const { deliver, vendor } = started()
  expect(await deliver(aLead(1, { profile: { firstName: 'Ana' } }))).toMatchObject([
    { kind: 'rejected', field: 'email' },
  ])
  expect(vendor.calls).toEqual([])
})
