// HubSpot contacts: batch upsert by our own external id.
// API: developers.hubspot.com/docs/api-reference/crm-contacts-v3, batch/upsert (read 2026-11). Limits: 190 calls per
// 10 s for a private app on Professional ("Increasing our API limits", HubSpot changelog), 100 inputs a batch.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination, Found } from './destination.ts'
import { hubspotFailure } from './hubspot-answers.ts'
import { authorized, contactsPath, type HubspotSettings, hubspotSettings, upsertContacts } from './hubspot-call.ts'
import { settleConflict } from './hubspot-conflict.ts'
import { hubspotPropertyNames, type PreparedContact, prepareContact, withoutProperty } from './hubspot-contact.ts'
import { eraseContact } from './hubspot-erase.ts'
import { describeContacts, scopesIn, writtenProperties } from './hubspot-fields.ts'
import { formSubmissionOf } from './hubspot-form.ts'
import { formProblems, handOver, withoutMark } from './hubspot-hand-over.ts'
import { type Looked, lookAt } from './hubspot-look.ts'
import { withOriginalsKept } from './hubspot-original.ts'

export const hubspot: Destination<HubspotSettings, PreparedContact> = {
  id: 'hubspot',
  settings: hubspotSettings,
  // 25 contacts a call, not 100: their answer must fit into the bytes that we read of one.
  // 250,000 calls a day are what the smallest subscription has.
  pace: { calls: 190, perSeconds: 10, deliveriesPerCall: 25, perDay: 250_000 },
  secrets: ({ secretName }) => [secretName],
  prepare: (lead, settings, catalog) =>
    prepareContact(lead, settings.idProperty, catalog, formSubmissionOf(lead, settings.form)),
  without: (contact, field, settings) => withoutProperty(contact, field, settings.idProperty),
  dropped: ({ dropped }) => dropped,
  describe: describeContacts,

  async deliver(prepared, settings, io) {
    const outcomes: DeliveryOutcome[] = []
    const size = hubspot.pace.deliveriesPerCall
    for (let at = 0; at < prepared.length; at += size) {
      outcomes.push(...(await deliverBatch(prepared.slice(at, at + size), settings, io)))
    }
    return outcomes
  },

  async check(settings, io) {
    const request = authorized(settings, io, { method: 'GET', path: `${contactsPath}?limit=1` })
    if (!request) return { kind: 'blocked', reason: 'secret_missing' }
    const answer = await io.call(request)
    if (answer.kind !== 'answer' || answer.status !== 200) {
      const scopes = answer.kind === 'answer' && answer.status === 403 ? scopesIn(answer.body) : []
      const missing = scopes.map(name => ({ what: 'scope', name, problem: 'absent' }) as const)
      return { ...failedCheck(hubspotFailure(answer, io.now())), ...(missing.length > 0 ? { missing } : {}) }
    }
    const checked = checkFields(await describeContacts(settings, io), writtenProperties(settings))
    const problems = await formProblems(settings, io)
    if (problems.length === 0 || (checked.kind !== 'ready' && checked.kind !== 'incomplete')) return checked
    return { ...checked, kind: 'incomplete', missing: [...(checked.missing ?? []), ...problems] }
  },

  // By id and not by search: HubSpot's search lags behind its writes.
  async find(externalId, settings, io) {
    const [looked = unseen] = await lookAt([externalId], [hubspotPropertyNames.revision], settings, io)
    return foundIn(looked)
  },

  async findMany(externalIds, settings, io) {
    return (await lookAt(externalIds, [hubspotPropertyNames.revision], settings, io)).map(foundIn)
  },

  erase: eraseContact,
}

async function deliverBatch(
  contacts: readonly PreparedContact[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome[]> {
  const looked = await withOriginalsKept(contacts, settings, io)
  const toWrite = looked.filter(one => 'properties' in one)
  const written = toWrite.length > 0 ? await upsert(toWrite.map(withoutMark), settings, io) : []
  const handed = (await handOver(toWrite, written, settings, io)).values()
  return looked.map(one => ('properties' in one ? (handed.next().value ?? unwritten) : one))
}

const unwritten: DeliveryOutcome = { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }

async function upsert(
  contacts: readonly PreparedContact[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome[]> {
  const upserted = await upsertContacts(contacts, settings, io)
  const [contact, ...others] = contacts
  if (upserted.kind === 'answered') {
    const outcomes: DeliveryOutcome[] = []
    // One after the other: of two leads with the address of one record, the second must see whose it is by then.
    for (const [at, one] of upserted.outcomes.entries()) {
      outcomes.push(await settleConflict(one, contacts[at], settings, io))
    }
    return outcomes
  }
  const { failure } = upserted
  const isAboutOne = failure.kind === 'rejected' || (failure.kind === 'retry' && failure.reason === 'conflict')
  // One bad lead must not fail its batch: each is sent alone, and only the bad one is answered as bad.
  if (isAboutOne && others.length > 0) {
    const outcomes: DeliveryOutcome[] = []
    for (const one of contacts) outcomes.push(...(await upsert([one], settings, io)))
    return outcomes
  }
  return others.length > 0 ? contacts.map(() => failure) : [await settleConflict(failure, contact, settings, io)]
}

const unseen: Looked = { kind: 'failed', failure: { kind: 'retry', reason: 'unreadable_answer' } }

function foundIn(looked: Looked): Found {
  if (looked.kind === 'absent') return { kind: 'absent' }
  if (looked.kind === 'failed') return { kind: 'unknown', outcome: looked.failure }
  const { id, properties } = looked.contact
  const revision = Number(properties[hubspotPropertyNames.revision])
  return { kind: 'found', recordId: id, ...(Number.isInteger(revision) ? { revision } : {}) }
}
