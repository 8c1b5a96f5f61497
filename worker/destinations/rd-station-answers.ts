// What RD Station's answers mean. Pure. Each error has an `error_type`; `errors` is a list, one error, or errors by field.
// Pages: developers.rdstation.com, "Error states", "Evento de conversão do contato", "Limite de requisições da API"
// (read 2026-11-24).

import * as z from 'zod/mini'
import type { BlockReason, DeliveryOutcome, RejectReason, RetryReason } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import type { TokenAnswer } from './access-token.ts'
import { answerJson } from './answer-json.ts'
import { failureOf, isCode } from './http-outcome.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>
/** What comes of a call with an access token: there may be none. */
export type Called = HttpAnswer | Extract<TokenAnswer, { kind: 'none' }>

const contactShape = z.looseObject({ uuid: z.string().check(z.regex(/^[0-9a-f-]{36}$/i)) })
export type RdContact = z.output<typeof contactShape>

/** The contact of an answer; undefined when there is none. */
export const readContact = (answer: Called): RdContact | undefined =>
  answer.kind === 'answer' && answer.status < 300 ? contactShape.safeParse(answerJson(answer.body)).data : undefined

const acceptedShape = z.object({ event_uuid: z.string() })

/** Whether a conversion was taken. It is worked through later, so that the contact shows it after a while. */
export const isAccepted = (answer: Called): boolean =>
  answer.kind === 'answer' && answer.status < 300 && acceptedShape.safeParse(answerJson(answer.body)).success

const fieldsShape = z.object({ fields: z.array(z.object({ api_identifier: z.string() })) })

/** The names of an account's contact fields; undefined when they cannot be read, as with a list that is too long for us. */
export const readFieldNames = (answer: Called): readonly string[] | undefined =>
  answer.kind === 'answer'
    ? fieldsShape.safeParse(answerJson(answer.body)).data?.fields.map(field => field.api_identifier)
    : undefined

const blocking: Readonly<Record<string, BlockReason>> = {
  UNAUTHORIZED: 'unauthorized',
  ACCESS_DENIED: 'unauthorized',
  EXPIRED_TOKEN: 'unauthorized',
  FORBIDDEN: 'forbidden',
  UNSUPPORTED_MEDIA_TYPE: 'misconfigured',
}
const passing: Readonly<Record<string, RetryReason>> = {
  TOO_MANY_REQUESTS: 'rate_limited',
  RATE_LIMIT_EXCEEDED: 'rate_limited',
  INTERNAL_SERVER_ERROR: 'server_error',
}
const refusing: Readonly<Record<string, RejectReason>> = {
  CANNOT_BE_NULL: 'missing_required',
  CANNOT_BE_BLANK: 'missing_required',
  // Another contact has it: only a person can say which of the two is right.
  EMAIL_ALREADY_IN_USE: 'refused',
  CONFLICTING_FIELD: 'refused',
}

export function rdStationFailure(answer: HttpAnswer, now: number): Failure {
  if (answer.kind !== 'answer') return failureOf(answer, { now })
  const { status } = answer
  const errors = readErrors(answer.body)
  const codes = [...new Set(errors.map(({ type }) => type).filter(isCode))].slice(0, 5)
  const facts = { status, codes }
  const general = failureOf(answer, { now, codes })
  const block = named(blocking, codes)
  if (block) return { kind: 'blocked', reason: block, answer: facts }
  const retry = named(passing, codes) ?? (general.kind === 'retry' ? general.reason : undefined)
  if (retry === 'rate_limited') {
    // Limits are counted by the minute. A contact's 24 conversions a day end with 429 too, and must not silence the others.
    const afterSeconds = (general.kind === 'retry' ? general.afterSeconds : undefined) ?? 60
    return { kind: 'retry', reason: retry, afterSeconds, answer: facts }
  }
  if (general.kind === 'retry') return general
  if (retry) return { kind: 'retry', reason: retry, isAmbiguous: true, answer: facts }
  // Neither is about the person: the address of the API, and what kind of event it takes.
  const isOurs = status === 404 || errors.some(({ field }) => field === 'event_type' || field === 'event_family')
  if (isOurs) return { kind: 'blocked', reason: 'misconfigured', answer: facts }
  const refusal = named(refusing, codes)
  if (status === 409 && !refusal) return { kind: 'retry', reason: 'conflict', answer: facts }
  if (general.kind === 'blocked' || errors.length === 0) return general
  const field = errors.map(error => error.field).find(Boolean)
  return { kind: 'rejected', reason: refusal ?? 'invalid_value', ...(field ? { field } : {}), answer: facts }
}

const named = <Reason>(table: Readonly<Record<string, Reason>>, codes: readonly string[]): Reason | undefined => {
  const code = codes.find(one => Object.hasOwn(table, one))
  return code === undefined ? undefined : table[code]
}

const errorShape = z.object({ error_type: z.string(), path: z.catch(z.optional(z.string()), undefined) })
const errorsShape = z.object({
  errors: z.union([z.array(errorShape), errorShape, z.record(z.string(), z.array(errorShape))]),
})

function readErrors(body: string): { type: string; field?: string }[] {
  const errors = errorsShape.safeParse(answerJson(body)).data?.errors
  if (errors === undefined) return []
  const listed = Array.isArray(errors) ? errors : isOne(errors) ? [errors] : undefined
  if (listed) return listed.map(({ error_type: type, path }) => ({ type, ...fieldOf(/(\w+)$/.exec(path ?? '')?.[1]) }))
  return Object.entries(errors).flatMap(([field, list]) =>
    (Array.isArray(list) ? list : []).map(({ error_type: type }) => ({ type, ...fieldOf(field) })),
  )
}

const isOne = (errors: object): errors is z.output<typeof errorShape> =>
  'error_type' in errors && typeof errors.error_type === 'string'

const fieldOf = (name: string | undefined) => (name && /^[a-z]\w{0,99}$/.test(name) ? { field: name } : {})
