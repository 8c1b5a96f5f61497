// Calls to Attio, and the look that precedes each write. For attio.ts.
// API: docs.attio.com/rest-api/endpoint-reference/records/list-records, and guides/filtering-and-sorting (read 2026-11-28).

import type { HttpAnswer } from '../platform/http.ts'
import { attioFailure, type HeldPerson, readFound } from './attio-answers.ts'
import { type AttioSettings, emailField } from './attio-person.ts'
import type { DeliveryIo, Failure } from './destination.ts'
import { type Asked, jsonRequest } from './json-request.ts'
import { lookFailure } from './look-failure.ts'

export const peoplePath = '/v2/objects/people/records'
/** People that one look lists: one has the address, and one holds our id unless somebody copied it. */
const foundMax = 5
/** Bytes read of people: Attio lists every attribute of a person, each value with who wrote it and when. */
export const peopleBytesMax = 1_048_576

export type Answered = HttpAnswer | { readonly kind: 'blocked'; readonly reason: 'secret_missing' }

/** Sends one request; blocked where there is no token. */
export async function call(asked: Asked, settings: AttioSettings, io: DeliveryIo): Promise<Answered> {
  const token = io.secret(settings.secretName)
  if (!token) return { kind: 'blocked', reason: 'secret_missing' }
  return io.call(jsonRequest(asked, settings.baseUrl, { authorization: `Bearer ${token}` }))
}

export type Seen =
  | {
      readonly kind: 'seen'
      /** Who holds our id. */
      readonly ours: readonly HeldPerson[]
      /** Who else has the address. */
      readonly other: HeldPerson | undefined
    }
  | { readonly kind: 'failed'; readonly outcome: Failure }

/** Who holds our id, and who has the address. Asked in a body: an address of a call would name the person. */
export async function lookUp(
  { externalId, email }: { readonly externalId: string; readonly email?: string | undefined },
  settings: AttioSettings,
  io: DeliveryIo,
): Promise<Seen> {
  const { idField } = settings
  const byId = { [idField]: { $eq: externalId } }
  const filter = email ? { $or: [byId, { [emailField]: { email_address: { $eq: email } } }] } : byId
  const body = { filter, limit: foundMax }
  const answer = await call(
    { method: 'POST', path: `${peoplePath}/query`, body, answerBytesMax: peopleBytesMax },
    settings,
    io,
  )
  if (answer.kind === 'blocked') return { kind: 'failed', outcome: answer }
  const found = readFound(answer)
  if (!found) return { kind: 'failed', outcome: lookFailure(attioFailure(answer, io.now())) }
  // Checked once more: a filter that is not understood would name strangers.
  const ours = found.filter(person => person.texts(idField).includes(externalId))
  const hasAddress = (person: HeldPerson) => person.texts(emailField).some(text => text.toLowerCase() === email)
  return { kind: 'seen', ours, other: found.find(person => !ours.includes(person) && hasAddress(person)) }
}
