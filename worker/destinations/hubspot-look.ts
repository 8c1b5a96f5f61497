// HubSpot: looks contacts up by our own id, as many as one call takes. By id and not by search, which lags behind writes.
// API: developers.hubspot.com/docs/api-reference/crm-contacts-v3, batch/read (read 2026-11): 100 inputs a call; what is not
// there makes the answer a 207 whose errors name it.

import type { ExternalId } from '../../shared/ids.ts'
import type { DeliveryIo } from './destination.ts'
import { type HeldContact, type HubspotFailure, hubspotFailure, readBatch, readContact } from './hubspot-answers.ts'
import { authorized, contactsPath, type HubspotSettings } from './hubspot-call.ts'
import { lookFailure } from './look-failure.ts'

/** What there is under an id, that there is nothing, or why it could not be looked at. */
export type Looked =
  | { readonly kind: 'held'; readonly contact: HeldContact }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly failure: HubspotFailure }

/** One for each id, in the same order. At most as many ids as one call of ours delivers. */
export async function lookAt(
  ids: readonly ExternalId[],
  properties: readonly string[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<readonly Looked[]> {
  const [only] = ids
  if (only === undefined) return []
  return ids.length === 1 ? [await lookAtOne(only, properties, settings, io)] : lookAtAll(ids, properties, settings, io)
}

const lookAtOne = (
  id: ExternalId,
  properties: readonly string[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<Looked> => {
  const query = `idProperty=${settings.idProperty}&properties=${properties.join(',')}`
  return lookUp(`${encodeURIComponent(id)}?${query}`, settings, io)
}

/** What there is under HubSpot's own id, with whose lead it is. */
export const lookAtRecord = (recordId: string, settings: HubspotSettings, io: DeliveryIo): Promise<Looked> =>
  lookUp(`${recordId}?properties=${settings.idProperty}`, settings, io)

async function lookUp(path: string, settings: HubspotSettings, io: DeliveryIo): Promise<Looked> {
  const request = authorized(settings, io, { method: 'GET', path: `${contactsPath}/${path}` })
  if (!request) return secretMissing
  const answer = await io.call(request)
  if (answer.kind === 'answer' && answer.status === 404) return { kind: 'absent' }
  const contact = readContact(answer)
  return contact
    ? { kind: 'held', contact }
    : { kind: 'failed', failure: lookFailure(hubspotFailure(answer, io.now())) }
}

async function lookAtAll(
  ids: readonly ExternalId[],
  properties: readonly string[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<readonly Looked[]> {
  const { idProperty } = settings
  const inputs = ids.map(id => ({ id }))
  const body = { idProperty, inputs, properties: [...properties, idProperty], propertiesWithHistory: [] }
  const request = authorized(settings, io, { method: 'POST', path: `${contactsPath}/batch/read`, body })
  if (!request) return ids.map(() => secretMissing)
  const answer = await io.call(request)
  // No such call: something in between that knows only some of them.
  if (answer.kind === 'answer' && (answer.status === 404 || answer.status === 405)) {
    return Promise.all(ids.map(id => lookAtOne(id, properties, settings, io)))
  }
  const batch = readBatch(answer)
  if (!batch) {
    const failure = lookFailure(hubspotFailure(answer, io.now()))
    return ids.map(() => ({ kind: 'failed', failure }))
  }
  const byId = new Map(batch.results.map(contact => [contact.properties[idProperty], contact]))
  // An error about anything else than what is not there leaves open what is.
  const isWhole = batch.errors?.every(({ category }) => category === 'OBJECT_NOT_FOUND') ?? true
  return ids.map(id => {
    const contact = byId.get(id)
    if (contact) return { kind: 'held', contact }
    return isWhole ? { kind: 'absent' } : { kind: 'failed', failure: { kind: 'retry', reason: 'unreadable_answer' } }
  })
}

const secretMissing: Looked = { kind: 'failed', failure: { kind: 'blocked', reason: 'secret_missing' } }
