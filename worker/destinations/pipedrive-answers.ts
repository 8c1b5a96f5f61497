// What Pipedrive's answers mean. Pure. Envelope and codes: pipedrive.readme.io, "Responses" and "Rate limiting"
// (read 2026-11-24). Its sentences are read for the name of a field and never kept.

import * as z from 'zod/mini'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import { kindOf } from './check-fields.ts'
import { failureOf, isCode } from './http-outcome.ts'
import type { HeldPerson } from './pipedrive-person.ts'

export type PipedriveFailure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

const contacts = z.catch(
  z.array(z.object({ value: z.string(), primary: z.optional(z.boolean()), label: z.nullish(z.string()) })),
  [],
)
const personShape = z.object({
  id: z.number(),
  name: z.catch(z.string(), ''),
  emails: contacts,
  phones: contacts,
  custom_fields: z.catch(z.record(z.string(), z.unknown()), {}),
  is_deleted: z.optional(z.nullable(z.boolean())),
})
const oneShape = z.object({ success: z.literal(true), data: personShape })
const manyShape = z.object({ success: z.literal(true), data: z.array(personShape) })
const foundShape = z.object({
  success: z.literal(true),
  data: z.object({ items: z.array(z.object({ item: z.object({ id: z.number() }) })) }),
})
const deletedShape = z.object({ success: z.literal(true) })
const errorShape = z.object({
  success: z.literal(false),
  error: z.optional(z.nullable(z.string())),
  code: z.optional(z.nullable(z.string())),
})

/** One person, of a read or a write; undefined when the answer is none. `deleted` is one that is gone. */
export function readPerson(answer: HttpAnswer): HeldPerson | 'deleted' | undefined {
  const person = successOf(answer, oneShape)?.data
  return person && (person.is_deleted ? 'deleted' : heldOf(person))
}

/** A page of persons; undefined when the answer is none. */
export const readPersons = (answer: HttpAnswer): readonly HeldPerson[] | undefined =>
  successOf(answer, manyShape)
    ?.data.filter(person => !person.is_deleted)
    .map(heldOf)

/** The ids that a search found, oldest first; undefined when the answer is none. */
export const readHits = (answer: HttpAnswer): readonly number[] | undefined =>
  successOf(answer, foundShape)
    ?.data.items.map(({ item }) => item.id)
    .toSorted((a, b) => a - b)

const fieldsShape = z.object({ data: z.array(z.object({ field_code: z.string(), field_type: z.string() })) })

/** The fields of persons; undefined when they cannot be read. */
export const readFields = (answer: HttpAnswer): FieldCatalog | undefined => {
  const fields = answer.kind === 'answer' ? fieldsShape.safeParse(answerJson(answer.body)).data?.data : undefined
  return (
    fields &&
    Object.fromEntries(
      fields.map(({ field_code: name, field_type: type }) => [name, { type: kindOf(type), isWritable: true }]),
    )
  )
}

export const isDeleted = (answer: HttpAnswer): boolean =>
  (answer.kind === 'answer' && isGone(answer.status)) || successOf(answer, deletedShape) !== undefined

/** A record that is not there, or not any more. */
export const isGone = (status: number): boolean => status === 404 || status === 410

/** What an answer without success means. @param isOfRecord the call names one record, which a 404 says is gone */
export function pipedriveFailure(answer: HttpAnswer, now: number, isOfRecord = false): PipedriveFailure {
  const error = answer.kind === 'answer' ? errorShape.safeParse(answerJson(answer.body)).data : undefined
  const codes = isCode(error?.code) ? [error.code] : []
  const general = failureOf(answer, { now, codes })
  if (answer.kind !== 'answer') return general
  const facts = { answer: { status: answer.status, ...(codes.length > 0 ? { codes } : {}) } }
  switch (answer.status) {
    case 429: {
      if (general.kind !== 'retry' || general.afterSeconds !== undefined) return general
      return { ...general, afterSeconds: limitSeconds(answer) }
    }
    case 403:
      // Who goes on after many a 429 is shut out in front of Pipedrive, by a page that is not its own envelope.
      if (!error) return { kind: 'retry', reason: 'rate_limited', afterSeconds: shutOutSeconds, ...facts }
      return general
    case 402:
      return { kind: 'blocked', reason: 'forbidden', ...facts }
    case 404:
    case 410:
      // Merged or deleted between the look and the write: the next attempt looks again. Any other address that is not there is
      // the account's or ours.
      return isOfRecord
        ? { kind: 'retry', reason: 'conflict', ...facts }
        : { kind: 'blocked', reason: 'misconfigured', ...facts }
    case 400:
    case 422: {
      const field = fieldOf(error?.error ?? '')
      return { kind: 'rejected', reason: 'invalid_value', ...(field ? { field } : {}), ...facts }
    }
    default:
      return general
  }
}

const shutOutSeconds = 900
const dailySeconds = 3_600

// `x-ratelimit-reset` counts seconds to the end of the two-second window. When the day's tokens are spent there is nothing to
// wait for before midnight of the account's data centre, which we do not know: ask again every hour.
function limitSeconds(answer: Extract<HttpAnswer, { kind: 'answer' }>): number {
  const left = answer.header('x-daily-ratelimit-token-remaining') ?? answer.header('x-daily-requests-left')
  if (left !== null && Number(left) <= 0) return dailySeconds
  const reset = Number(answer.header('x-ratelimit-reset') ?? Number.NaN)
  return reset > 0 && reset <= dailySeconds ? Math.ceil(reset) : 2
}

// "Validation failed: emails: is not allowed", "… custom_fields.<key> …": our own names of fields, and nothing else.
function fieldOf(message: string): string | undefined {
  const inside = /\b(?:custom_fields[.:]\s*)?([0-9a-f]{40})\b|Validation failed: ?(name|emails?|phones?)\b/.exec(
    message,
  )
  return inside?.[1] ?? inside?.[2]
}

function heldOf(person: z.output<typeof personShape>): HeldPerson {
  const { id, name, emails, phones, custom_fields: customFields } = person
  return { id, name, emails, phones, customFields }
}

function successOf<T>(answer: HttpAnswer, shape: z.ZodMiniType<T>): T | undefined {
  if (answer.kind !== 'answer' || answer.status >= 300) return undefined
  return shape.safeParse(answerJson(answer.body)).data
}
