// Pipedrive persons. There is no upsert and no unique field: a lead's person is looked for by our id and then updated or
// created, under the lease that lets only one delivery of a lead run at a time.
// API v2: developers.pipedrive.com/docs/api/v1/Persons. Limits: pipedrive.readme.io/docs/core-api-concepts-rate-limiting: on the
// smallest plan 20 calls in 2 s for an API token, of which 10 may be searches (both read 2026-11-24).

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { ExternalId } from '../../shared/ids.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { ok } from '../../shared/result.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { callWithToken } from './access-token.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination } from './destination.ts'
import { type Asked, jsonRequest } from './json-request.ts'
import { lookFailure } from './look-failure.ts'
import { secretsOf, sparing, writtenBy } from './mapped-lead.ts'
import { oneByOne } from './one-by-one.ts'
import {
  isDeleted,
  isGone,
  type PipedriveFailure,
  pipedriveFailure,
  readFields,
  readHits,
  readPerson,
  readPersons,
} from './pipedrive-answers.ts'
import {
  type HeldPerson,
  type PipedriveSettings,
  type PreparedPerson,
  personBody,
  pipedriveSettings,
  preparePerson,
} from './pipedrive-person.ts'

const personsPath = '/api/v2/persons'
/** Hits of a search that are looked at. More than one is a merge that went wrong; the oldest of ours is taken. */
const hitsMax = 5
/** Persons changed last that are looked through, as many as fit into the bytes that we read of an answer. */
const recentMax = 40
/** Fields of persons that are read: as many as one answer lists ("PersonFields", read 2026-11-28). */
const fieldsReadMax = 500

export const pipedrive: Destination<PipedriveSettings, PreparedPerson> = {
  id: 'pipedrive',
  settings: pipedriveSettings,
  // A delivery makes up to four calls.
  pace: { calls: 5, perSeconds: 2, deliveriesPerCall: 1 },
  secrets: ({ grant, secretName }) => (grant ? secretsOf(grant) : [secretName]),
  prepare: preparePerson,
  ...sparing,
  // Lists have other names than the fields of a map.
  without: (person, field, settings) => sparing.without(person, field.replace(/^(email|phone)s$/, '$1'), settings),

  async deliver(prepared, settings, io) {
    return oneByOne(prepared, person => write(person, settings, io))
  },

  // Reads the fields of persons: proves the credentials, and that the keys are right.
  async check(settings, io) {
    const path = `/api/v2/personFields?limit=${fieldsReadMax}`
    const answer = await call(settings, io, { method: 'GET', path, answerBytesMax: metadataBytesMax })
    if (answer.kind === 'failed') return failedCheck(answer.outcome)
    if (answer.kind !== 'answer' || answer.status !== 200) return failedCheck(pipedriveFailure(answer, io.now()))
    const told = readFields(answer)
    if (!told) return { kind: 'ready', notes: ['fields_unread'] }
    const written = [{ name: settings.idField, as: 'text' as const }, { name: settings.revisionField }]
    return checkFields(ok(told), [...written, ...writtenBy(settings.fields.fields)])
  },

  async find(externalId, settings, io) {
    const held = await lookUp(externalId, settings, io)
    if (held.kind === 'failed') return { kind: 'unknown', outcome: lookFailure(held.outcome) }
    if (held.kind === 'absent') return { kind: 'absent' }
    const revision = Number(held.person.customFields[settings.revisionField] ?? Number.NaN)
    const recordId = String(held.person.id)
    return { kind: 'found', recordId, ...(Number.isInteger(revision) ? { revision } : {}) }
  },

  async erase(externalId, settings, io) {
    const held = await lookUp(externalId, settings, io)
    if (held.kind === 'failed') return lookFailure(held.outcome)
    if (held.kind === 'absent') return { kind: 'delivered', externalId }
    const answer = await call(settings, io, { method: 'DELETE', path: `${personsPath}/${held.person.id}` })
    if (answer.kind === 'failed') return answer.outcome
    return isDeleted(answer) ? { kind: 'delivered', externalId } : pipedriveFailure(answer, io.now(), true)
  },
}

async function write(person: PreparedPerson, settings: PipedriveSettings, io: DeliveryIo): Promise<DeliveryOutcome> {
  const held = await lookUp(person.externalId, settings, io)
  // Nothing was written yet, so that nothing is in doubt.
  if (held.kind === 'failed') return lookFailure(held.outcome)
  const theirs = held.kind === 'found' ? held.person : undefined
  const answer = await call(settings, io, {
    method: theirs ? 'PATCH' : 'POST',
    path: theirs ? `${personsPath}/${theirs.id}` : personsPath,
    body: personBody(person, settings, theirs),
  })
  if (answer.kind === 'failed') return answer.outcome
  const written = readPerson(answer)
  if (written === undefined || written === 'deleted') return pipedriveFailure(answer, io.now(), theirs !== undefined)
  const status = answer.kind === 'answer' ? { answer: { status: answer.status } } : {}
  return { kind: 'delivered', externalId: person.externalId, recordId: String(written.id), ...status }
}

type LookUp =
  | { readonly kind: 'found'; readonly person: HeldPerson }
  | { readonly kind: 'absent' }
  | { readonly kind: 'failed'; readonly outcome: PipedriveFailure }

async function lookUp(id: ExternalId, settings: PipedriveSettings, io: DeliveryIo): Promise<LookUp> {
  const search = `${personsPath}/search?term=${id}&fields=custom_fields&exact_match=true&limit=${hitsMax}`
  const found = await call(settings, io, { method: 'GET', path: search })
  if (found.kind === 'failed') return found
  const hits = readHits(found)
  if (!hits) return { kind: 'failed', outcome: pipedriveFailure(found, io.now()) }
  for (const hit of hits.slice(0, hitsMax)) {
    const answer = await call(settings, io, { method: 'GET', path: `${personsPath}/${hit}` })
    if (answer.kind === 'failed') return answer
    const person = readPerson(answer)
    if (person === 'deleted' || (answer.kind === 'answer' && isGone(answer.status))) continue
    if (!person) return { kind: 'failed', outcome: pipedriveFailure(answer, io.now()) }
    // The search looks through all custom fields; only ours makes it ours.
    if (person.customFields[settings.idField] === id) return { kind: 'found', person }
  }
  return lookAmongRecent(id, settings, io)
}

// The search runs on an index that comes after the writes. Whoever was written seconds ago is in the list already.
async function lookAmongRecent(id: ExternalId, settings: PipedriveSettings, io: DeliveryIo): Promise<LookUp> {
  const query = `sort_by=update_time&sort_direction=desc&limit=${recentMax}&custom_fields=${settings.idField},${settings.revisionField}`
  const answer = await call(settings, io, { method: 'GET', path: `${personsPath}?${query}` })
  if (answer.kind === 'failed') return answer
  const persons = readPersons(answer)
  if (!persons) return { kind: 'failed', outcome: pipedriveFailure(answer, io.now()) }
  const [person] = persons.filter(one => one.customFields[settings.idField] === id).toSorted((a, b) => a.id - b.id)
  return person ? { kind: 'found', person } : { kind: 'absent' }
}

type Answered = HttpAnswer | { readonly kind: 'failed'; readonly outcome: PipedriveFailure }

async function call(settings: PipedriveSettings, io: DeliveryIo, asked: Asked): Promise<Answered> {
  const { origin: base } = new URL(settings.baseUrl)
  if (settings.grant) {
    const answer = await callWithToken(io, settings.grant, ({ token, origin }) =>
      jsonRequest(asked, origin ?? base, { authorization: `Bearer ${token}` }),
    )
    return answer.kind === 'none' ? { kind: 'failed', outcome: answer.outcome } : answer
  }
  const token = io.secret(settings.secretName)
  if (!token) return { kind: 'failed', outcome: { kind: 'blocked', reason: 'secret_missing' } }
  return io.call(jsonRequest(asked, base, { 'x-api-token': token }))
}
