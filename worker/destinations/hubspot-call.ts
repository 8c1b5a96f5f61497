// HubSpot: the settings, and what every call has in common.
// API: developers.hubspot.com/docs/api-reference/crm-contacts-v3, batch/upsert (read 2026-11).

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpRequest } from '../platform/http.ts'
import type { DeliveryIo } from './destination.ts'
import { type HubspotFailure, hubspotFailure, readBatchAnswer, readContact } from './hubspot-answers.ts'
import { hubspotPropertyNames, type PreparedContact } from './hubspot-contact.ts'

export const contactsPath = '/crm/v3/objects/contacts'

const formSettings = z.object({
  baseUrl: z._default(z.url(), 'https://api.hsforms.com'),
  portalId: z.string().check(z.regex(/^\d{1,20}$/)),
  formGuid: z.guid(),
  /** Channels of our consent, by the subscription type of the portal that each of them is. */
  subscriptions: z._default(z.record(z.string(), z.int().check(z.positive())), {}),
})
export type HubspotFormSettings = z.output<typeof formSettings>

export const hubspotSettings = z.object({
  baseUrl: z._default(z.url(), 'https://api.hubapi.com'),
  /** Name of the secret that holds the private app's token. */
  secretName: z._default(z.string().check(z.minLength(1), z.maxLength(100)), 'HUBSPOT_TOKEN'),
  /** A contact property with unique values that holds our lead id. */
  idProperty: z._default(z.string().check(z.regex(/^[a-z][a-z0-9_]{0,99}$/)), hubspotPropertyNames.id),
  /** A form of the portal that is told of each submission with consent: hubspot-form.ts. */
  form: z.optional(formSettings),
})
export type HubspotSettings = z.output<typeof hubspotSettings>

/** A call with the token; undefined when there is none. */
export function authorized(
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

/** What one upsert came to: an outcome for each contact, or one failure of the whole call. */
export type Upserted =
  | { readonly kind: 'answered'; readonly outcomes: readonly (DeliveryOutcome | HubspotFailure)[] }
  | { readonly kind: 'failed'; readonly failure: HubspotFailure }

/** One call of batch/upsert by our own id. What is in the way is named and left alone. */
export async function upsertContacts(
  contacts: readonly PreparedContact[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<Upserted> {
  const inputs = contacts.map(contact => ({
    id: contact.externalId,
    idProperty: settings.idProperty,
    objectWriteTraceId: contact.externalId,
    properties: contact.properties,
  }))
  const request = authorized(settings, io, { method: 'POST', path: `${contactsPath}/batch/upsert`, body: { inputs } })
  if (!request) return { kind: 'failed', failure: { kind: 'blocked', reason: 'secret_missing' } }
  const answer = await io.call(request)
  if (answer.kind === 'answer' && (answer.status === 200 || answer.status === 207)) {
    return { kind: 'answered', outcomes: readBatchAnswer(answer, contacts, settings.idProperty) }
  }
  return { kind: 'failed', failure: hubspotFailure(answer, io.now()) }
}

/** Writes these properties into one record. Undefined when they are there: an answer that shows no record is none. */
export async function patchContact(
  recordId: string,
  properties: Readonly<Record<string, string>>,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<HubspotFailure | undefined> {
  const path = `${contactsPath}/${recordId}`
  const request = authorized(settings, io, { method: 'PATCH', path, body: { properties } })
  if (!request) return { kind: 'blocked', reason: 'secret_missing' }
  const answer = await io.call(request)
  return readContact(answer) ? undefined : hubspotFailure(answer, io.now())
}
