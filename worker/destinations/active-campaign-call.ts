// Calls to ActiveCampaign: one contact written, and what a contact holds. For active-campaign.ts.
// Shapes: developers.activecampaign.com, "Sync a contact's data" and "List all custom field values" (read 2026-11-24).

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import type { ActiveCampaignSettings } from './active-campaign.ts'
import {
  activeCampaignFailure,
  type Contact,
  type FieldValue,
  readContact,
  readValues,
} from './active-campaign-answers.ts'
import type { DeliveryIo } from './destination.ts'
import { type Asked, jsonRequest } from './json-request.ts'
import { lookFailure } from './look-failure.ts'

type Failed = { readonly kind: 'failed'; readonly outcome: Exclude<DeliveryOutcome, { kind: 'delivered' }> }
const secretMissing = { kind: 'blocked', reason: 'secret_missing' } as const

/** Contacts that are looked at with one of our ids; there is one, unless somebody copied it. */
const contactsMax = 5

/** The numbers of the contacts that hold our id. */
export async function contactsOf(
  id: string,
  settings: ActiveCampaignSettings,
  io: DeliveryIo,
): Promise<Failed | { readonly kind: 'known'; readonly ids: readonly string[] }> {
  const filter = `filters[fieldid]=${settings.idField}&filters[val]=${encodeURIComponent(id)}`
  const answer = await call({ method: 'GET', path: `/fieldValues?${filter}&limit=${contactsMax}` }, settings, io)
  const values = answer.kind === 'blocked' ? undefined : readValues(answer)
  if (!values) return unread(answer, io)
  // Checked once more: a filter that is not understood would be ignored, and name strangers.
  const held = values.filter(({ field, value }) => field === settings.idField && value === id)
  return { kind: 'known', ids: [...new Set(held.map(({ contact }) => contact))].filter(isNumber) }
}

/** What a contact holds in custom fields. */
export async function valuesOf(
  contactId: string,
  settings: ActiveCampaignSettings,
  io: DeliveryIo,
): Promise<Failed | { readonly kind: 'values'; readonly values: readonly FieldValue[] }> {
  const answer = await call({ method: 'GET', path: `/contacts/${contactId}/fieldValues` }, settings, io)
  const values = answer.kind === 'blocked' ? undefined : readValues(answer)
  return values ? { kind: 'values', values } : unread(answer, io)
}

/** Writes one contact: by its number where it is known, else by its address. */
export async function writeContact(
  { id, email, writes }: { id: string | undefined; email: string; writes: Readonly<Record<string, string>> },
  settings: ActiveCampaignSettings,
  io: DeliveryIo,
): Promise<Failed | { readonly kind: 'written'; readonly contact: Contact }> {
  const entries = Object.entries(writes)
  const contact = {
    email,
    ...Object.fromEntries(entries.filter(([name]) => !isNumber(name))),
    fieldValues: entries.filter(([name]) => isNumber(name)).map(([field, value]) => ({ field, value })),
  }
  const request =
    id === undefined
      ? ({ method: 'POST', path: '/contact/sync' } as const)
      : ({ method: 'PUT', path: `/contacts/${id}` } as const)
  const answer = await call({ ...request, body: { contact } }, settings, io)
  if (answer.kind === 'blocked') return { kind: 'failed', outcome: answer }
  const written = readContact(answer)
  if (written && isNumber(written.id)) return { kind: 'written', contact: written }
  const isGone = id !== undefined && answer.kind === 'answer' && answer.status === 404
  // Deleted since it was looked up: the next attempt makes a new one.
  if (isGone) return { kind: 'failed', outcome: { kind: 'retry', reason: 'conflict', answer: { status: 404 } } }
  return { kind: 'failed', outcome: activeCampaignFailure(answer, io.now()) }
}

/** Sends one request; blocked where there is no token. */
export async function call(
  asked: Asked,
  settings: ActiveCampaignSettings,
  io: DeliveryIo,
): Promise<HttpAnswer | typeof secretMissing> {
  const token = io.secret(settings.secretName)
  return token
    ? io.call(jsonRequest({ ...asked, path: `/api/3${asked.path}` }, settings.baseUrl, { 'api-token': token }))
    : secretMissing
}

const unread = (answer: HttpAnswer | typeof secretMissing, io: DeliveryIo): Failed => ({
  kind: 'failed',
  outcome: answer.kind === 'blocked' ? answer : lookFailure(activeCampaignFailure(answer, io.now())),
})

const isNumber = (text: string) => /^\d{1,20}$/.test(text)
