// HubSpot contacts: batch upsert by our own external id.
// API: developers.hubspot.com/docs/api-reference/crm-contacts-v3, batch/upsert (read 2026-11). Limits: 190 calls per
// 10 s for a private app on Professional ("Increasing our API limits", HubSpot changelog), 100 inputs a batch.

import * as z from 'zod'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpRequest } from '../platform/http.ts'
import type { DeliveryIo, Destination, Found } from './destination.ts'
import { failureOf } from './http-outcome.ts'
import { type HubspotFailure, hubspotFailure, readBatchAnswer, readContact } from './hubspot-answers.ts'
import { hubspotPropertyNames, type PreparedContact, prepareContact } from './hubspot-contact.ts'

const contactsPath = '/crm/v3/objects/contacts'

const settingsShape = z.object({
  baseUrl: z.url().default('https://api.hubapi.com'),
  /** Name of the secret that holds the private app's token. */
  secretName: z.string().min(1).max(100).default('HUBSPOT_TOKEN'),
  /** A contact property with unique values that holds our lead id. */
  idProperty: z
    .string()
    .regex(/^[a-z][a-z0-9_]{0,99}$/)
    .default(hubspotPropertyNames.id),
})
export type HubspotSettings = z.output<typeof settingsShape>

export const hubspot: Destination<HubspotSettings, PreparedContact> = {
  id: 'hubspot',
  settings: settingsShape,
  // 25 contacts a call, not 100: their answer must fit into the bytes that we read of one.
  pace: { calls: 190, perSeconds: 10, deliveriesPerCall: 25 },
  prepare: (lead, settings) => prepareContact(lead, settings.idProperty),

  async deliver(prepared, settings, io) {
    const outcomes: DeliveryOutcome[] = []
    const size = hubspot.pace.deliveriesPerCall
    for (let at = 0; at < prepared.length; at += size) {
      outcomes.push(...(await upsert(prepared.slice(at, at + size), settings, io)))
    }
    return outcomes
  },

  async check(settings, io) {
    const request = authorized(settings, io, { method: 'GET', path: `${contactsPath}?limit=1` })
    if (!request) return { kind: 'blocked', reason: 'secret_missing' }
    const answer = await io.call(request)
    if (answer.kind === 'answer' && answer.status === 200) return { kind: 'ready' }
    const failure = hubspotFailure(answer, io.now())
    return failure.kind === 'blocked' ? { kind: 'blocked', reason: failure.reason } : { kind: 'unreachable' }
  },

  // By id and not by search: HubSpot's search lags behind its writes.
  async find(externalId, settings, io) {
    const query = `idProperty=${settings.idProperty}&properties=${hubspotPropertyNames.revision}`
    return get(`${contactsPath}/${encodeURIComponent(externalId)}?${query}`, settings, io)
  },

  async erase(externalId, settings, io) {
    const found = await hubspot.find?.(externalId, settings, io)
    if (found?.kind === 'unknown') return found.outcome
    if (found?.kind !== 'found' || !found.recordId) return { kind: 'delivered', externalId }
    const request = authorized(settings, io, { method: 'DELETE', path: `${contactsPath}/${found.recordId}` })
    if (!request) return { kind: 'blocked', reason: 'secret_missing' }
    const answer = await io.call(request)
    const isGone = answer.kind === 'answer' && (answer.status === 204 || answer.status === 404)
    return isGone ? { kind: 'delivered', externalId } : hubspotFailure(answer, io.now())
  },
}

async function upsert(
  contacts: readonly PreparedContact[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome[]> {
  const inputs = contacts.map(contact => ({
    id: contact.externalId,
    idProperty: settings.idProperty,
    objectWriteTraceId: contact.externalId,
    properties: contact.properties,
  }))
  const request = authorized(settings, io, { method: 'POST', path: `${contactsPath}/batch/upsert`, body: { inputs } })
  if (!request) return contacts.map(() => ({ kind: 'blocked', reason: 'secret_missing' }))
  const answer = await io.call(request)
  if (answer.kind === 'answer' && (answer.status === 200 || answer.status === 207)) {
    const read = readBatchAnswer(answer, contacts, settings.idProperty)
    return Promise.all(read.map((one, at) => adoptIfInTheWay(one, contacts[at], settings, io)))
  }
  const failure = hubspotFailure(answer, io.now())
  const isAboutOne = failure.kind === 'rejected' || (failure.kind === 'retry' && failure.reason === 'conflict')
  // One bad lead must not fail its batch: each is sent alone, and only the bad one is answered as bad.
  if (isAboutOne && contacts.length > 1) {
    const outcomes: DeliveryOutcome[] = []
    for (const contact of contacts) outcomes.push(...(await upsert([contact], settings, io)))
    return outcomes
  }
  const [contact, ...others] = contacts
  if (contact && others.length === 0) return [await adoptIfInTheWay(failure, contact, settings, io)]
  return contacts.map(() => failure)
}

// HubSpot names the record in the way in its answer to one call and inside a 207 alike.
async function adoptIfInTheWay(
  outcome: DeliveryOutcome | HubspotFailure,
  contact: PreparedContact | undefined,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  if (!('existingId' in outcome)) return outcome
  const { existingId, ...failure } = outcome
  return contact && existingId ? adopt(contact, existingId, settings, io) : failure
}

// The address belongs to a contact that is not ours yet. It is ours to update if it really is this person; an answer
// that names somebody else's record must never write into it.
async function adopt(
  contact: PreparedContact,
  recordId: string,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  const properties = ['email', hubspotPropertyNames.originalSource].join(',')
  const look = authorized(settings, io, { method: 'GET', path: `${contactsPath}/${recordId}?properties=${properties}` })
  if (!look) return { kind: 'blocked', reason: 'secret_missing' }
  const seen = await io.call(look)
  const existing = readContact(seen)
  const { email } = contact.properties
  const isSamePerson = email !== undefined && existing?.properties['email']?.toLowerCase() === email
  if (!existing || !isSamePerson) return { kind: 'retry', reason: 'conflict' }
  // The original source never moves: what the record has stays.
  const hasSource = Boolean(existing.properties[hubspotPropertyNames.originalSource])
  const written = hasSource ? contact.latestProperties : contact.properties
  const body = { properties: { ...written, [settings.idProperty]: contact.externalId } }
  const patch = authorized(settings, io, { method: 'PATCH', path: `${contactsPath}/${recordId}`, body })
  const answer = patch ? await io.call(patch) : undefined
  if (answer?.kind === 'answer' && answer.status === 200) {
    return { kind: 'delivered', externalId: contact.externalId, recordId, answer: { status: 200 } }
  }
  return answer ? hubspotFailure(answer, io.now()) : { kind: 'blocked', reason: 'secret_missing' }
}

async function get(path: string, settings: HubspotSettings, io: DeliveryIo): Promise<Found> {
  const request = authorized(settings, io, { method: 'GET', path })
  if (!request) return { kind: 'unknown', outcome: { kind: 'blocked', reason: 'secret_missing' } }
  const answer = await io.call(request)
  if (answer.kind === 'answer' && answer.status === 404) return { kind: 'absent' }
  const contact = readContact(answer)
  if (!contact)
    return {
      kind: 'unknown',
      outcome: answer.kind === 'answer' ? hubspotFailure(answer, io.now()) : failureOf(answer, { now: io.now() }),
    }
  const revision = Number(contact.properties[hubspotPropertyNames.revision])
  return { kind: 'found', recordId: contact.id, ...(Number.isInteger(revision) ? { revision } : {}) }
}

function authorized(
  settings: HubspotSettings,
  io: DeliveryIo,
  request: { method: HttpRequest['method']; path: string; body?: unknown },
): HttpRequest | undefined {
  const token = io.secret(settings.secretName)
  if (!token) return undefined
  return {
    method: request.method,
    url: `${settings.baseUrl}${request.path}`,
    headers: {
      authorization: `Bearer ${token}`,
      accept: 'application/json',
      ...(request.body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(request.body === undefined ? {} : { body: JSON.stringify(request.body) }),
  }
}
