// RD Station: one conversion for each revision of a lead whatever breaks, the original source once, and consent as it was given.

import { expect, test } from 'vitest'
import type { Lead } from '../../shared/lead/lead.ts'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { bind } from './destination.ts'
import { fixture, type RdVendor, startRdStation } from './fixtures/rd-station/vendor.ts'
import { type Script, scriptedVendor } from './fixtures/scripted-vendor.ts'
import { rdStation } from './rd-station.ts'

const email = 'person-1@example.com'
const path = `/platform/contacts/email:${encodeURIComponent(email)}`

function started(settings: Readonly<Record<string, unknown>> = {}) {
  const rd: RdVendor = startRdStation()
  const vendor = scriptedVendor({ ...fixture, start: () => rd })
  const all = rdStation.settings.parse({ clientId: 'client', baseUrl: 'https://rd-station.example', ...settings })
  const deliver = (lead: Lead) => bind(rdStation, all).deliver([lead], vendor.io)
  return { rd, vendor, all, deliver, conversions: () => rd.conversionsOf(email) }
}

/** The vendor carries a call out, and its answer is lost. */
const lost =
  (method: string, part: string): Script =>
  (request, carryOut) => {
    if (request.method !== method || !request.url.includes(part)) return undefined
    carryOut()
    return 'timeout'
  }

const withConsent = (state: 'granted' | 'denied' | 'unknown', channels: Record<string, boolean>): Lead => {
  const lead = aLead(1)
  return { ...lead, consents: [{ state, source: 'checkbox', channels, at: lead.createdAt }] }
}

test('converts a new contact once, with the original source, our id and the revision', async () => {
  const { deliver, conversions, vendor } = started()
  const [outcome] = await deliver({ ...aLead(1), formName: 'Demo' })
  expect(conversions()).toEqual([
    {
      conversion_identifier: 'Demo',
      traffic_source: 'newsletter',
      traffic_medium: 'email',
      tags: ['lead-capture'],
      cf_lead_capture_id: idOf(1),
      cf_lead_capture_revision: '1',
    },
  ])
  expect(outcome).toMatchObject({ kind: 'delivered', recordId: vendor.records()[0]?.id })
})

test('converts once for each revision, and names the source with the first only', async () => {
  const { deliver, conversions } = started()
  for (const revision of [1, 2, 3]) await deliver(aLead(1, { revision }))
  expect(conversions().map(one => one['cf_lead_capture_revision'])).toEqual(['1', '2', '3'])
  expect(conversions().map(one => one['traffic_source'])).toEqual(['newsletter', undefined, undefined])
})

test('names no source for a contact that another of our leads has converted', async () => {
  const { deliver, rd, conversions } = started()
  await deliver(aLead(1))
  await deliver({ ...aLead(2), profile: { email } })
  expect(conversions().map(one => one['traffic_source'])).toEqual(['newsletter', undefined])
  expect(rd.records()).toHaveLength(1)
})

test('updates the contact of a revision that has converted, and does not convert again', async () => {
  const { deliver, conversions, vendor } = started()
  await deliver(aLead(1))
  const [outcome] = await deliver(aLead(1, { profile: { email, jobTitle: 'Director', company: 'Acme' } }))
  expect(outcome).toMatchObject({ kind: 'delivered' })
  expect(conversions()).toHaveLength(1)
  // A contact has no company of its own there: sent with an update, the whole update would be refused.
  expect(vendor.records()[0]?.fields).toMatchObject({ job_title: 'Director' })
  expect(vendor.calls.at(-1)).toMatchObject({ method: 'PATCH', body: expect.not.stringContaining('company') })
})

test('looks again after a conversion whose answer was lost, a minute later, and does not repeat it', async () => {
  const { deliver, vendor, conversions } = started()
  vendor.script(lost('POST', '/events'))
  expect(await deliver(aLead(1))).toEqual([{ kind: 'retry', reason: 'timeout', isAmbiguous: true, afterSeconds: 60 }])
  vendor.script(() => undefined)
  expect(await deliver(aLead(1))).toMatchObject([{ kind: 'delivered' }])
  expect(conversions()).toHaveLength(1)
})

test('converts after an attempt that made the contact and got no further', async () => {
  const { deliver, vendor, conversions } = started()
  vendor.script(lost('PATCH', path))
  expect(await deliver(aLead(1))).toMatchObject([{ kind: 'retry', reason: 'timeout', isAmbiguous: true }])
  expect(conversions()).toEqual([])
  vendor.script(() => undefined)
  await deliver(aLead(1))
  expect(conversions().map(one => one['traffic_source'])).toEqual(['newsletter'])
})

test('never converts more than once for a revision, whichever calls are lost or fail', async () => {
  for (let seed = 1; seed <= 300; seed += 1) {
    const { deliver, vendor, conversions } = started()
    let state = seed
    const random = () => {
      state = (state * 1_103_515_245 + 12_345) % 2_147_483_648
      return state / 2_147_483_648
    }
    vendor.script((_, carryOut) => {
      const dice = random()
      if (dice > 0.6) return undefined
      if (dice > 0.3) return { status: 503 }
      carryOut()
      return 'network'
    })
    for (let attempt = 0; attempt < 12; attempt += 1) await deliver(aLead(1))
    vendor.script(() => undefined)
    expect(await deliver(aLead(1))).toMatchObject([{ kind: 'delivered' }])
    expect(conversions()).toHaveLength(1)
  }
})

test('waits by the minute where a contact has had its conversions of the day, and is not parked', async () => {
  const { deliver } = started()
  for (let revision = 1; revision <= 24; revision += 1) await deliver(aLead(1, { revision }))
  const [outcome] = await deliver(aLead(1, { revision: 25 }))
  expect(outcome).toMatchObject({ kind: 'retry', reason: 'rate_limited', afterSeconds: 60 })
})

test.each([
  ['granted', withConsent('granted', { email: true }), 'granted'],
  ['denied', withConsent('denied', {}), 'declined'],
  ['granted for other things than mail', withConsent('granted', { email: false, ads: true }), 'declined'],
])('writes a consent that was %s as a legal base', async (_, lead, status) => {
  const { deliver, conversions } = started()
  await deliver(lead)
  expect(conversions()[0]?.['legal_bases']).toEqual([{ category: 'communications', type: 'consent', status }])
})

test.each([
  ['nothing was asked', withConsent('unknown', {})],
  ['nothing was said about mail', withConsent('granted', { ads: true })],
])('writes no legal base where %s', async (_, lead) => {
  const { deliver, conversions } = started()
  await deliver(lead)
  expect(conversions()[0]).not.toHaveProperty('legal_bases')
})

test('sends tags in small letters, and the name of a conversion that the settings give', async () => {
  const { deliver, conversions } = started({ tags: ['Site-BR'], conversionIdentifier: 'site' })
  await deliver({ ...aLead(1), formName: 'Demo' })
  expect(conversions()[0]).toMatchObject({ tags: ['site-br'], conversion_identifier: 'site' })
})

test('parks a lead without an address before any call', async () => {
  const { deliver, vendor } = started()
  const outcomes = await deliver(aLead(1, { profile: { phone: '+5511934567890' } }))
  expect(outcomes).toEqual([{ kind: 'rejected', reason: 'missing_required', field: 'email' }])
  expect(vendor.calls).toEqual([])
})

test('asks for a token in JSON, and sends no secret in an address', async () => {
  const { deliver, vendor } = started()
  await deliver(aLead(1))
  const [asked] = vendor.calls
  expect(asked?.headers['content-type']).toBe('application/json')
  expect(JSON.parse(asked?.body ?? '')).toMatchObject({ client_id: 'client', refresh_token: 'fixture-rd-refresh' })
  expect(vendor.calls.map(call => call.url).join()).not.toMatch(/secret|refresh|access/)
})

test('erases a contact by its own id, and is done when it is gone', async () => {
  const { deliver, vendor, all } = started()
  const [outcome] = await deliver(aLead(1))
  const recordId = outcome?.kind === 'delivered' ? outcome.recordId : undefined
  for (const _ of [1, 2]) {
    expect(await rdStation.erase(idOf(1), all, vendor.io, recordId)).toEqual({ kind: 'delivered', externalId: idOf(1) })
  }
  expect(vendor.records()).toEqual([])
})

test('does not count an erasure as done where nobody knows which contact it is', async () => {
  const { vendor, all } = started()
  expect(await rdStation.erase(idOf(1), all, vendor.io)).toMatchObject({ kind: 'rejected', field: 'uuid' })
  expect(vendor.calls).toEqual([])
})

test.each(['idField', 'revisionField'])('is incomplete where the account lacks the field of %s', async name => {
  const { vendor, all } = started({ [name]: 'cf_not_there' })
  expect(await rdStation.check(all, vendor.io)).toMatchObject({
    kind: 'incomplete',
    missing: [{ what: 'field', name: 'cf_not_there', problem: 'absent' }],
  })
})

test('is ready where the list of fields is too long to be read', async () => {
  const { vendor, all } = started()
  vendor.script(({ url }) => (url.endsWith('/fields') ? { status: 200, body: '{"fields":[{"api_id' } : undefined))
  expect(await rdStation.check(all, vendor.io)).toEqual({ kind: 'ready', notes: ['fields_unread'] })
})

test.each([
  { idField: 'lead_id' },
  { idField: 'cf_Lead' },
  { baseUrl: 'http://rd.example' },
  { clientId: '' },
  { tags: [''] },
])('refuses the settings %j', settings => {
  expect(rdStation.settings.safeParse({ clientId: 'client', ...settings }).success).toBe(false)
})
