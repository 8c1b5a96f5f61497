// What Attio's answers mean. Pure. Its own codes first: a 409 may be a write that only came at the wrong moment, a 404 a merge
// under way, and a plan's limit is no limit of calls.
// Codes: docs.attio.com/rest-api/endpoint-reference, records/assert-a-record and records/merge-two-records. Waits:
// docs.attio.com/rest-api/guides/rate-limiting: `Retry-After` is a date, mostly the next second (read 2026-11-28).

import * as z from 'zod/mini'
import type { BlockReason, RejectReason } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import type { Failure } from './destination.ts'
import { failureOf, isCode } from './http-outcome.ts'

/** A person as Attio holds it: the values of an attribute as texts, none where it is empty. */
export interface HeldPerson {
  readonly id: string
  /** @param to an attribute, or a part of the name: `name.first_name` */
  texts(to: string): readonly string[]
}

const valueShape = z.record(z.string(), z.unknown())
const recordShape = z.object({
  id: z.object({ record_id: z.string().check(z.regex(/^[\w-]{1,64}$/)) }),
  values: z._default(z.record(z.string(), z.array(valueShape)), {}),
})
const writtenShape = z.object({ data: recordShape })
const foundShape = z.object({ data: z.array(recordShape) })
const selfShape = z.object({ active: z.boolean(), scope: z.optional(z.string()) })

/** The id of the record that was written; undefined when the answer is no such success. */
export const readWritten = (answer: HttpAnswer): string | undefined =>
  writtenShape.safeParse(success(answer)).data?.data.id.record_id

/** The people that a query found; undefined when the answer is none. */
export const readFound = (answer: HttpAnswer): readonly HeldPerson[] | undefined =>
  foundShape.safeParse(success(answer)).data?.data.map(({ id, values }) => ({
    id: id.record_id,
    texts: to => {
      const [name = '', part] = to.split('.')
      const texts = (values[name] ?? []).map(value => textOf(part === undefined ? value : { value: value[part] }))
      return texts.filter(text => text !== '')
    },
  }))

/** What a token may do: whether it is in use, and its scopes where Attio tells them. */
export const readSelf = (answer: HttpAnswer) => selfShape.safeParse(success(answer)).data

export const success = (answer: HttpAnswer): unknown =>
  answer.kind === 'answer' && answer.status === 200 ? answerJson(answer.body) : undefined

const textKeys = ['value', 'email_address', 'phone_number', 'normalized_phone_number', 'original_phone_number']

// What is no text (an option, a link to a record) is still not empty.
function textOf(value: Readonly<Record<string, unknown>>): string {
  const key = textKeys.find(one => Object.hasOwn(value, one))
  const held = key === undefined ? JSON.stringify(value) : value[key]
  return held === null || held === undefined ? '' : String(held)
}

const errorShape = z.object({ code: z.string(), message: z.catch(z.string(), '') })

const blocking: Readonly<Record<string, BlockReason>> = {
  billing_error: 'forbidden',
  quota_exceeded: 'forbidden',
  matching_attribute_definition_not_unique: 'misconfigured',
  // The object is not there; whether a person is there is asked of the calls that name one.
  not_found: 'misconfigured',
}
// Nothing was written, and the next attempt looks first.
const passing: readonly string[] = ['concurrent_write_conflict', 'merge_in_progress', 'uniqueness_conflict']
const refusing: Readonly<Record<string, RejectReason>> = {
  value_not_found: 'unknown_property',
  validation_type: 'invalid_value',
  immutable_value: 'invalid_value',
  system_edit_unauthorized: 'invalid_value',
  missing_value: 'missing_required',
}

/**
 * @param sent slugs of the attributes that were written
 * @param own those of our id and revision, which cannot be spared
 */
export function attioFailure(
  answer: HttpAnswer,
  now: number,
  { sent = [], own = [] }: { readonly sent?: readonly string[]; readonly own?: readonly string[] } = {},
): Failure {
  if (answer.kind !== 'answer') return failureOf(answer, { now })
  const { status } = answer
  const error = errorShape.safeParse(answerJson(answer.body)).data
  const code = isCode(error?.code) ? error.code : ''
  const facts = { status, ...(code ? { codes: [code] } : {}) }
  const general = failureOf(answer, { now, codes: facts.codes ?? [] })
  if (status < 400 || status >= 500) return general
  const block = Object.hasOwn(blocking, code) ? blocking[code] : undefined
  if (block) return { kind: 'blocked', reason: block, answer: facts }
  if (passing.includes(code)) return { kind: 'retry', reason: 'conflict', answer: facts }
  if (general.kind === 'retry' && general.reason === 'rate_limited') return { afterSeconds: 1, ...general }
  const refusal = Object.hasOwn(refusing, code) ? refusing[code] : undefined
  if (!refusal || general.kind !== 'rejected') return general
  // Attio names an attribute in its sentence only. Of that nothing is taken but a name that we have sent ourselves.
  const field = sent.find(name => error?.message.includes(`"${name}"`))
  if (field && own.includes(field)) return { kind: 'blocked', reason: 'misconfigured', answer: facts }
  return { kind: 'rejected', reason: refusal, ...(field ? { field } : {}), answer: facts }
}
