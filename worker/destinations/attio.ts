// Attio people. The address is their only unique attribute: "Unique" can be chosen for attributes of custom objects
// (attio.com/help/reference/workspace/attributes), and the API refuses it for People. So a lead's person is looked for by our
// id and by the address, then updated, or asserted by the address.
// API: docs.attio.com/rest-api/endpoint-reference, records/assert-a-record, records/update-a-record-append-multiselect-values,
// records/delete-a-record and meta/identify. Limits: docs.attio.com/rest-api/guides/rate-limiting, 100 reads and 25 writes a
// second (all read 2026-11-28).

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { attioFailure, readSelf, readWritten } from './attio-answers.ts'
import { call, lookUp, peopleBytesMax, peoplePath } from './attio-call.ts'
import { describePeople, writtenFields } from './attio-fields.ts'
import {
  type AttioSettings,
  attioSettings,
  emailField,
  type PreparedPerson,
  preparePerson,
  valuesOf,
  withoutAddress,
  withoutValue,
} from './attio-person.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination, Found } from './destination.ts'
import { sparing } from './mapped-lead.ts'
import { oneByOne } from './one-by-one.ts'

const scopes = ['record_permission:read-write', 'object_configuration:read']

export const attio: Destination<AttioSettings, PreparedPerson> = {
  id: 'attio',
  settings: attioSettings,
  // One read and one write a lead: less than half of the writes, so that others have room.
  pace: { calls: 10, perSeconds: 1, deliveriesPerCall: 1 },
  secrets: ({ secretName }) => [secretName],
  prepare: preparePerson,
  without: withoutValue,
  dropped: sparing.dropped,
  describe: describePeople,
  deliver: (prepared, settings, io) => oneByOne(prepared, person => write(person, settings, io)),

  async check(settings, io) {
    const answer = await call({ method: 'GET', path: '/v2/self' }, settings, io)
    if (answer.kind === 'blocked') return answer
    const self = readSelf(answer)
    if (!self) return failedCheck(attioFailure(answer, io.now()))
    // A token that was revoked is told so in a 200.
    if (!self.active) return { kind: 'blocked', reason: 'unauthorized' }
    const checked = checkFields(await describePeople(settings, io), writtenFields(settings))
    if (checked.kind !== 'ready' && checked.kind !== 'incomplete') return checked
    const held = self.scope?.split(' ')
    const isHeld = (scope: string) => held?.some(one => one === scope || one === `${scope}-write`) ?? true
    const lacking = scopes.filter(scope => !isHeld(scope))
    if (lacking.length === 0) return checked
    const missing = lacking.map(name => ({ what: 'scope', name, problem: 'absent' }) as const)
    return { ...checked, kind: 'incomplete', missing: [...missing, ...(checked.missing ?? [])] }
  },

  async find(externalId, settings, io): Promise<Found> {
    const seen = await lookUp({ externalId }, settings, io)
    if (seen.kind === 'failed') return { kind: 'unknown', outcome: seen.outcome }
    const [person] = seen.ours
    if (!person) return { kind: 'absent' }
    const revision = Number(person.texts(settings.revisionField)[0] ?? Number.NaN)
    return { kind: 'found', recordId: person.id, ...(Number.isInteger(revision) ? { revision } : {}) }
  },

  async erase(externalId, settings, io) {
    const seen = await lookUp({ externalId }, settings, io)
    if (seen.kind === 'failed') return seen.outcome
    for (const { id } of seen.ours) {
      const answer = await call({ method: 'DELETE', path: `${peoplePath}/${id}` }, settings, io)
      if (answer.kind === 'blocked') return answer
      const isDeleted = answer.kind === 'answer' && answer.status === 200
      if (!isDeleted && !isGone(answer)) return attioFailure(answer, io.now())
    }
    return { kind: 'delivered', externalId }
  },
}

async function write(lead: PreparedPerson, settings: AttioSettings, io: DeliveryIo): Promise<DeliveryOutcome> {
  const { externalId } = lead
  const seen = await lookUp(lead, settings, io)
  if (seen.kind === 'failed') return seen.outcome
  const { ours, other } = seen
  const isFree = other?.texts(settings.idField).length === 0
  const held = ours[0] ?? (isFree ? other : undefined)
  const owner = other && held !== other ? other.texts(settings.idField)[0] : undefined
  // It frees the address when it goes: beside it, this lead would be without one for good.
  if (owner && (await io.isBeingErased?.(owner))) return { kind: 'retry', reason: 'conflict' }
  // An address is one person's there. If another lead's person has it, each would turn the other into itself.
  const person = other && held !== other ? withoutAddress(lead) : lead
  const values = valuesOf(person, settings, held)
  const path = held
    ? `${peoplePath}/${held.id}`
    : `${peoplePath}${values[emailField] ? `?matching_attribute=${emailField}` : ''}`
  // A PATCH adds to lists and takes nothing out of them.
  const method = held ? 'PATCH' : values[emailField] ? 'PUT' : 'POST'
  const asked = { method, path, body: { data: { values } }, answerBytesMax: peopleBytesMax } as const
  const answer = await call(asked, settings, io)
  if (answer.kind === 'blocked') return answer
  const recordId = readWritten(answer)
  if (recordId !== undefined) {
    const dropped = person === lead ? {} : { dropped: person.fitted.dropped }
    return { kind: 'delivered', externalId, recordId, ...dropped, answer: { status: 200 } }
  }
  // Deleted or merged since it was looked up: the next attempt looks again.
  if (held && isGone(answer)) return { kind: 'retry', reason: 'conflict', answer: { status: 404 } }
  const own = [settings.idField, settings.revisionField]
  return attioFailure(answer, io.now(), { sent: Object.keys(values), own })
}

// A 404 of a merge under way is none of a record.
const isGone = (answer: HttpAnswer) =>
  answer.kind === 'answer' && answer.status === 404 && !answer.body.includes('"merge_in_progress"')
