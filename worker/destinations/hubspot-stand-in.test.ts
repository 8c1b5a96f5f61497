// HubSpot against the stand-in CRM over a real connection: one record per lead, whatever breaks on the way.

import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { aFolder, byEmail, callCrm, contactsPath, type ShownContact } from '../../local/crm/a-crm.ts'
import { startCrm } from '../../local/crm/start-crm.ts'
import { aLead, aProfile, idOf } from '../../test/support/a-lead.ts'
import { noon } from '../../test/support/node-ledger.ts'
import { callOut } from '../platform/http.ts'
import type { DeliveryIo } from './destination.ts'
import { bindDestination } from './registry.ts'

const token = 'a-token'

/** The destination bound to a stand-in of this test. */
async function connected(held = token) {
  const crm = await startCrm({ port: 0, stateFile: join(await aFolder(), 'crm.sqlite'), token })
  onTestFinished(() => crm.close())
  const hubspot = bindDestination('hubspot', { baseUrl: crm.url })
  if (!hubspot) throw new Error('good settings')
  const io: DeliveryIo = {
    call: request => callOut(request, AbortSignal.timeout(10_000)),
    secret: () => held,
    now: () => noon,
  }
  return {
    hubspot,
    io,
    contacts: async () => (await callCrm<readonly ShownContact[]>(crm.url, 'GET', '/_crm/contacts')).json,
    faults: (...faults: readonly unknown[]) => callCrm(crm.url, 'POST', '/_crm/faults', faults),
    /** A contact that is not ours, and its id. */
    create: async (email: string, properties: Readonly<Record<string, string>> = {}) => {
      const body = { inputs: [byEmail(email, properties)] }
      const headers = { authorization: `Bearer ${token}` }
      const { json } = await callCrm(crm.url, 'POST', `${contactsPath}/batch/upsert`, body, headers)
      return json.results[0]?.id ?? 'none'
    },
  }
}

test('makes one record of a lead that is delivered twice, and two of two leads', async () => {
  const { hubspot, io, contacts } = await connected()
  expect(await hubspot.deliver([aLead(1), aLead(2)], io)).toMatchObject([{ kind: 'delivered' }, { kind: 'delivered' }])
  const [again] = await hubspot.deliver([aLead(1, { revision: 2, profile: { ...aProfile(1), firstName: 'Rui' } })], io)
  const kept = await contacts()
  expect(kept).toHaveLength(2)
  const record = kept.find(({ properties }) => properties['lead_capture_id'] === idOf(1))
  expect(record).toMatchObject({ writes: 2, properties: { firstname: 'Rui', lead_capture_revision: '2' } })
  expect(again).toMatchObject({ kind: 'delivered', externalId: idOf(1), recordId: record?.id })
})

test('finds what was written although the answer was lost, and nothing where nothing was written', async () => {
  const { hubspot, io, contacts, faults } = await connected()
  await faults({ commitThenReset: true })
  expect(await hubspot.deliver([aLead(1)], io)).toEqual([{ kind: 'retry', reason: 'network', isAmbiguous: true }])
  const [record] = await contacts()
  expect(await hubspot.find?.(idOf(1), io)).toEqual({ kind: 'found', recordId: record?.id, revision: 1 })
  expect(await hubspot.find?.(idOf(2), io)).toEqual({ kind: 'absent' })
  expect(await hubspot.deliver([aLead(1)], io)).toMatchObject([{ kind: 'delivered', recordId: record?.id }])
  expect(await contacts()).toHaveLength(1)
})

test('writes the good leads of a batch and names the field of the bad one', async () => {
  const { hubspot, io, contacts } = await connected()
  const outcomes = await hubspot.deliver(
    [aLead(1), aLead(2, { profile: { email: 'no address', firstName: 'Rui' } }), aLead(3)],
    io,
  )
  expect(outcomes).toMatchObject([
    { kind: 'delivered', externalId: idOf(1) },
    { kind: 'rejected', reason: 'invalid_value', field: 'email' },
    { kind: 'delivered', externalId: idOf(3) },
  ])
  expect(await contacts()).toHaveLength(2)
})

test('erases a record once, and is done when it is gone', async () => {
  const { hubspot, io, contacts } = await connected()
  await hubspot.deliver([aLead(1), aLead(2)], io)
  expect(await hubspot.erase?.(idOf(1), io)).toEqual({ kind: 'delivered', externalId: idOf(1) })
  expect(await hubspot.erase?.(idOf(1), io)).toEqual({ kind: 'delivered', externalId: idOf(1) })
  expect((await contacts()).map(({ properties }) => properties['lead_capture_id'])).toEqual([idOf(2)])
})

test('is ready with the right token and blocked with another', async () => {
  const good = await connected()
  expect(await good.hubspot.check(good.io)).toMatchObject({ kind: 'ready' })
  const bad = await connected('another-token')
  expect(await bad.hubspot.check(bad.io)).toMatchObject({ kind: 'blocked', reason: 'unauthorized' })
  expect(await bad.hubspot.deliver([aLead(1)], bad.io)).toMatchObject([{ kind: 'blocked', reason: 'unauthorized' }])
  expect(await bad.contacts()).toEqual([])
})

test('adopts the contact of the same address that a conflict names, and keeps its original source', async () => {
  const { hubspot, io, contacts, create, faults } = await connected()
  const existing = await create('person-1@example.com', { lead_capture_original_source: 'fair' })
  const message = `Contact already exists. Existing ID: ${existing}`
  await faults({ status: 409, body: { category: 'OBJECT_ALREADY_EXISTS', message } })
  expect(await hubspot.deliver([aLead(1)], io)).toMatchObject([{ kind: 'delivered', recordId: existing }])
  expect(await contacts()).toMatchObject([
    {
      id: existing,
      properties: { lead_capture_id: idOf(1), lead_capture_original_source: 'fair', firstname: 'Joaquina' },
    },
  ])
  expect(await hubspot.find?.(idOf(1), io)).toEqual({ kind: 'found', recordId: existing, revision: 1 })
})

test('does not write into the contact of another address that a conflict names', async () => {
  const { hubspot, io, contacts, create, faults } = await connected()
  const other = await create('other@example.com')
  await faults({
    status: 409,
    body: { category: 'CONFLICT', message: `Contact already exists. Existing ID: ${other}` },
  })
  expect(await hubspot.deliver([aLead(1)], io)).toMatchObject([{ kind: 'retry', reason: 'conflict' }])
  expect(await contacts()).toMatchObject([{ id: other, writes: 1, properties: { email: 'other@example.com' } }])
})

test('adopts the contact that is in the way of one lead of a batch, and delivers the others beside it', async () => {
  const { hubspot, io, contacts, create } = await connected()
  const existing = await create('person-1@example.com')
  const outcomes = await hubspot.deliver([aLead(1), aLead(2)], io)
  expect(outcomes).toMatchObject([{ kind: 'delivered', recordId: existing }, { kind: 'delivered' }])
  expect(outcomes.every(outcome => !('existingId' in outcome))).toBe(true)
  const kept = await contacts()
  expect(kept).toHaveLength(2)
  expect(kept.find(({ id }) => id === existing)?.properties['lead_capture_id']).toBe(idOf(1))
})

test('never adopts a record for a lead that has no address', async () => {
  const { hubspot, io, contacts, create, faults } = await connected()
  const existing = await create('someone@example.com', { email: '' })
  await faults({ times: 1, status: 409, body: conflictNaming(existing) })
  const [outcome] = await hubspot.deliver([aLead(1, { profile: { email: '', phone: '+551134567890' } })], io)
  expect(outcome).toMatchObject({ kind: 'retry', reason: 'conflict' })
  expect((await contacts()).find(({ id }) => id === existing)?.properties['lead_capture_id']).toBeUndefined()
})

const contato = (firstName: string) => ({ profile: { email: 'contato@example.com', firstName } })

test('keeps two people behind one mailbox apart, however often each is delivered', async () => {
  const { hubspot, io, contacts } = await connected()
  for (const revision of [1, 2, 3]) {
    const leads = [aLead(1, { revision, ...contato('Ana') }), aLead(2, { revision, ...contato('Rui') })]
    const outcomes = await hubspot.deliver(revision === 2 ? leads.toReversed() : leads, io)
    expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'delivered'])
    const [ana, rui, ...others] = await contacts()
    expect(others).toEqual([])
    expect(ana).toMatchObject({
      writes: revision,
      properties: { lead_capture_id: idOf(1), email: 'contato@example.com', firstname: 'Ana' },
    })
    expect(ana?.properties).not.toHaveProperty('lead_capture_shared_email')
    expect(rui).toMatchObject({
      writes: revision,
      properties: { lead_capture_id: idOf(2), lead_capture_shared_email: 'contato@example.com', firstname: 'Rui' },
    })
    expect(rui?.properties).not.toHaveProperty('email')
  }
})

test('gives a record that was there to the first of two leads of a batch who have its address', async () => {
  const { hubspot, io, contacts, create } = await connected()
  const existing = await create('contato@example.com')
  await hubspot.deliver([aLead(1, contato('Ana')), aLead(2, contato('Rui'))], io)
  await hubspot.deliver([aLead(2, contato('Rui')), aLead(1, contato('Ana'))], io)
  const kept = await contacts()
  expect(kept.map(({ properties }) => properties['lead_capture_id'])).toEqual([idOf(1), idOf(2)])
  expect(kept[0]).toMatchObject({ id: existing, properties: { email: 'contato@example.com' } })
})

test('puts the address into its own place once it is free', async () => {
  const { hubspot, io, contacts } = await connected()
  await hubspot.deliver([aLead(1, contato('Ana')), aLead(2, contato('Rui'))], io)
  await hubspot.erase?.(idOf(1), io)
  await hubspot.deliver([aLead(2, contato('Rui'))], io)
  const [rui, ...others] = await contacts()
  expect(others).toEqual([])
  expect(rui?.properties).toMatchObject({ lead_capture_id: idOf(2), email: 'contato@example.com' })
  expect(rui?.properties).not.toHaveProperty('lead_capture_shared_email')
})

test('keeps the original source of an adopted record over every revision that follows', async () => {
  const { hubspot, io, contacts, create } = await connected()
  await create('person-1@example.com', { lead_capture_original_source: 'fair' })
  for (const revision of [1, 2, 3]) {
    expect(await hubspot.deliver([aLead(1, { revision })], io)).toMatchObject([{ kind: 'delivered' }])
    expect((await contacts())[0]?.properties).toMatchObject({
      lead_capture_revision: String(revision),
      lead_capture_original_source: 'fair',
      lead_capture_latest_source: 'newsletter',
    })
  }
})

const conflictNaming = (id: string) =>
  JSON.stringify({ status: 'error', category: 'CONFLICT', message: `Contact already exists. Existing ID: ${id}` })

test('takes back in the record what a person takes back, and leaves nothing of an earlier touch beside a later one', async () => {
  const { hubspot, io, contacts } = await connected()
  const at = new Date(noon).toISOString()
  const before = aLead(1, {
    touch: {
      at,
      utm_source: 'google',
      utm_campaign: 'brand',
      clickIds: { gclid: 'g-1' },
      referrer: 'https://a.example/',
    },
    consent: { state: 'granted', source: 'checkbox', channels: { email: true }, at, text: 'Sim', policyVersion: '1' },
  })
  const after = aLead(1, {
    revision: 2,
    touch: { at: new Date(noon - 1).toISOString(), utm_source: 'fair' },
    consent: { state: 'denied', source: 'api', channels: { email: false }, at },
  })
  for (const lead of [before, after]) expect(await hubspot.deliver([lead], io)).toMatchObject([{ kind: 'delivered' }])
  const [record] = await contacts()
  const told = Object.entries(record?.properties ?? {}).filter(([name]) =>
    /_(latest|original|consent)|^utm_/.test(name),
  )
  expect(Object.fromEntries(told)).toEqual({
    ...{
      lead_capture_latest_source: 'fair',
      lead_capture_latest_medium: '(none)',
      lead_capture_latest_at: new Date(noon - 1).toISOString(),
    },
    ...{
      lead_capture_original_source: 'fair',
      lead_capture_original_medium: '(none)',
      lead_capture_original_at: new Date(noon - 1).toISOString(),
    },
    utm_source: 'fair',
    ...{ lead_capture_consent: 'denied', lead_capture_consent_source: 'api', lead_capture_consent_at: at },
  })
})
