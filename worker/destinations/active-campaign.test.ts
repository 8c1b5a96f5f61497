// ActiveCampaign: one contact for one person also when the address changes, and what is there first stays.

import { expect, test } from 'vitest'
import type { Lead } from '../../shared/lead/lead.ts'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { activeCampaign } from './active-campaign.ts'
import { bind } from './destination.ts'
import { fixture } from './fixtures/active-campaign/vendor.ts'
import { scriptedVendor } from './fixtures/scripted-vendor.ts'

const once = {
  version: 1,
  fields: [
    { from: 'firstName', to: 'firstName' },
    { from: 'original.source', to: '21', owner: 'onlyWhenEmpty' },
    { from: 'latest.source', to: '22' },
  ],
}

function started(more: Readonly<Record<string, unknown>> = {}) {
  const vendor = scriptedVendor(fixture)
  const settings = activeCampaign.settings.parse({ ...(fixture.settings as object), ...more })
  const destination = bind(activeCampaign, settings)
  const deliver = (...leads: Lead[]) => destination.deliver(leads, vendor.io)
  const calls = () => vendor.calls.map(({ method, url }) => `${method} ${new URL(url).pathname.replace('/api/3', '')}`)
  return { vendor, destination, deliver, calls }
}

/** A contact that is there before us. */
async function keep({ vendor }: ReturnType<typeof started>, email: string, values: Record<string, string> = {}) {
  const fieldValues = Object.entries(values).map(([field, value]) => ({ field, value }))
  const headers = { 'api-token': 'fixture-active-campaign-token' }
  const body = JSON.stringify({ contact: { email, fieldValues } })
  await vendor.io.call({
    method: 'POST',
    url: 'https://acme.active-campaign.example/api/3/contact/sync',
    headers,
    body,
  })
}

test('writes a new lead in one call, with our id and the revision as custom fields', async () => {
  const { deliver, calls, vendor } = started()
  expect(await deliver(aLead(1))).toEqual([{ kind: 'delivered', externalId: idOf(1), recordId: '113' }])
  expect(calls()).toEqual(['POST /contact/sync'])
  expect(vendor.records()[0]?.fields).toEqual({
    email: 'person-1@example.com',
    firstName: 'Joaquina',
    '7': idOf(1),
    '8': '1',
  })
})

test('updates the same contact when the address of a lead has changed', async () => {
  const { deliver, vendor, calls } = started()
  await deliver(aLead(1))
  await deliver(aLead(1, { revision: 2, profile: { email: 'new@example.com' } }))
  expect(calls().slice(1)).toEqual(['GET /fieldValues', 'PUT /contacts/113'])
  expect(vendor.records()).toMatchObject([{ id: '113', revision: 2, fields: { email: 'new@example.com' } }])
})

test('parks a lead whose new address is another contact’s, and writes into neither', async () => {
  const there = started()
  await there.deliver(aLead(1))
  await keep(there, 'other@example.com')
  const before = JSON.stringify(there.vendor.records())
  expect(await there.deliver(aLead(1, { revision: 2, profile: { email: 'other@example.com' } }))).toMatchObject([
    { kind: 'rejected', reason: 'refused', field: 'email' },
  ])
  expect(JSON.stringify(there.vendor.records())).toBe(before)
})

test('fills a field that must be seen first where it is empty, and says last that all is written', async () => {
  const { deliver, vendor, calls } = started({ fields: once })
  await deliver(aLead(1))
  expect(calls()).toEqual(['POST /contact/sync', 'GET /contacts/113/fieldValues', 'PUT /contacts/113'])
  expect(vendor.calls[0]?.body).not.toContain('"8"')
  expect(vendor.records()[0]?.fields).toMatchObject({ '21': 'newsletter', '22': 'newsletter', '8': '1' })
})

test('leaves the original source of a contact that is there already', async () => {
  const there = started({ fields: once })
  await keep(there, 'person-1@example.com', { '21': 'fair', '22': 'fair' })
  await there.deliver(aLead(1))
  expect(there.vendor.records()).toMatchObject([{ externalId: idOf(1), fields: { '21': 'fair', '22': 'newsletter' } }])
})

test('leaves a name that is there already where ours only fills a gap', async () => {
  const fields = [
    { from: 'firstName', to: 'firstName', owner: 'onlyWhenEmpty' },
    { from: 'lastName', to: 'lastName', owner: 'onlyWhenEmpty' },
  ]
  const profile = { email: 'person-1@example.com', firstName: 'Joaquina', lastName: 'Souza' }
  const there = started({ fields: { version: 1, fields } })
  await there.deliver(aLead(1))
  await there.deliver(aLead(1, { profile: { ...profile, firstName: 'Rui' } }))
  expect(there.vendor.records()).toMatchObject([{ fields: { firstName: 'Joaquina', lastName: 'Souza' } }])
})

test('does not count a contact as written whose second half is missing, and completes it', async () => {
  const { deliver, vendor, destination } = started({ fields: once })
  vendor.script(({ method }) => (method === 'PUT' ? 'timeout' : undefined))
  expect(await deliver(aLead(1))).toMatchObject([{ kind: 'retry', reason: 'timeout', isAmbiguous: true }])
  vendor.script(() => undefined)
  expect(await destination.find?.(idOf(1), vendor.io)).toEqual({ kind: 'found', recordId: '113' })
  expect(await deliver(aLead(1))).toMatchObject([{ kind: 'delivered' }])
  expect(await destination.find?.(idOf(1), vendor.io)).toEqual({ kind: 'found', recordId: '113', revision: 1 })
  expect(vendor.records()).toMatchObject([{ fields: { '21': 'newsletter' } }])
})

test('trusts no value of another field or of another lead, if the filter is not understood', async () => {
  const there = started()
  await keep(there, 'stranger@example.com', { '7': idOf(2), '9': idOf(1) })
  there.vendor.script(({ url }) => {
    const [field, value] = url.includes('filters') ? ['7', idOf(2)] : []
    const fieldValues = [
      { contact: '113', field, value },
      { contact: '113', field: '9', value: idOf(1) },
    ]
    return field ? { status: 200, body: { fieldValues } } : undefined
  })
  expect(await there.destination.find?.(idOf(1), there.vendor.io)).toEqual({ kind: 'absent' })
  await there.destination.erase?.(idOf(1), there.vendor.io)
  expect(there.vendor.records()).toHaveLength(1)
})

test('erases every contact that holds our id, and is done only when all are gone', async () => {
  const there = started()
  await keep(there, 'a@example.com', { '7': idOf(1) })
  await keep(there, 'b@example.com', { '7': idOf(1) })
  await there.deliver(aLead(2))
  expect(await there.destination.erase?.(idOf(1), there.vendor.io)).toMatchObject({ kind: 'delivered' })
  expect(there.vendor.records().map(({ externalId }) => externalId)).toEqual([idOf(2)])
  there.vendor.script(({ method }) => (method === 'DELETE' ? { status: 404 } : undefined))
  expect(await there.destination.erase?.(idOf(2), there.vendor.io)).toMatchObject({ kind: 'delivered' })
  there.vendor.script(({ method }) => (method === 'DELETE' ? { status: 403 } : undefined))
  expect(await there.destination.erase?.(idOf(2), there.vendor.io)).toMatchObject({ kind: 'blocked' })
})

test('starts again where the contact was deleted between the look and the write', async () => {
  const there = started()
  await there.deliver(aLead(1))
  there.vendor.script(({ method }) => (method === 'PUT' ? { status: 404 } : undefined))
  expect(await there.deliver(aLead(1, { revision: 2 }))).toMatchObject([{ kind: 'retry', reason: 'conflict' }])
})

test('writes nothing after a look that failed, and nothing is in doubt', async () => {
  const { deliver, vendor, calls } = started()
  vendor.script(({ method }) => (method === 'GET' ? { status: 502, body: '<html>' } : undefined))
  const [outcome] = await deliver(aLead(1, { revision: 2 }))
  expect(outcome).toMatchObject({ kind: 'retry', reason: 'server_error' })
  expect(outcome).not.toHaveProperty('isAmbiguous')
  expect(calls()).toEqual(['GET /fieldValues'])
})

test('is blocked by the 403 of a bad token', async () => {
  const vendor = scriptedVendor(fixture, { ACTIVE_CAMPAIGN_TOKEN: 'another' })
  const destination = bind(activeCampaign, activeCampaign.settings.parse(fixture.settings))
  expect(await destination.check(vendor.io)).toMatchObject({ kind: 'blocked', reason: 'unauthorized' })
  expect(await destination.deliver([aLead(1)], vendor.io)).toMatchObject([{ kind: 'blocked', reason: 'unauthorized' }])
})

test('takes the address of an account with or without a slash at its end', async () => {
  const { deliver, vendor } = started({ baseUrl: 'https://acme.active-campaign.example/' })
  await deliver(aLead(1))
  expect(vendor.calls[0]?.url).toBe('https://acme.active-campaign.example/api/3/contact/sync')
})

test('parks a lead without an address before any call', async () => {
  const { deliver, vendor } = started()
  const outcomes = await deliver(aLead(1, { profile: { phone: '+5511934567890' } }))
  expect(outcomes).toEqual([{ kind: 'rejected', reason: 'missing_required', field: 'email' }])
  expect(vendor.calls).toEqual([])
})

test.each([{ idField: 'x' }, { baseUrl: 'acme.api-us1.com' }, { baseUrl: 'http://acme.api-us1.com' }])(
  'refuses the settings %j',
  more => {
    const settings = { ...(fixture.settings as object), ...more }
    expect(activeCampaign.settings.safeParse(settings).success).toBe(false)
  },
)
