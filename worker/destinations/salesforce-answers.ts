// What Salesforce's answers mean, by its own codes: its statuses lie (a limit is 403, a lock and a duplicate are 400). Pure.
// Codes: SOAP API Developer Guide, "StatusCode", and REST API, "Status Codes and Error Responses"
// (developer.salesforce.com, read 2026-11-24). Messages are read for three names and never kept.

import * as z from 'zod/mini'
import type { BlockReason, DeliveryOutcome, RejectReason, RetryReason } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import { failureOf } from './http-outcome.ts'

/** Batches answer with `statusCode`, everything else with `errorCode`. */
const errorShape = z.object({
  errorCode: z.optional(z.string()),
  statusCode: z.optional(z.string()),
  message: z.optional(z.string()),
  fields: z.optional(z.nullable(z.array(z.string()))),
})
export type SalesforceError = z.output<typeof errorShape>
const errorsShape = z.array(errorShape).check(z.minLength(1))

const resultsShape = z.array(
  z.object({
    id: z.optional(z.nullable(z.string())),
    success: z.boolean(),
    errors: z._default(z.array(errorShape), []),
  }),
)
const resultShape = z.object({ id: z.string(), success: z.literal(true) })
const recordsShape = z.object({ records: z.array(z.record(z.string(), z.unknown())) })

/** An answer, or none because there was no token to call with. */
type Answered = HttpAnswer | { readonly kind: 'none' }

export type SalesforceFailure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

/** The one-by-one results of a batch, in its order; undefined when the answer is none. */
export function readResults(answer: Answered, count: number): z.output<typeof resultsShape> | undefined {
  const results =
    answer.kind === 'answer' && answer.status === 200 ? resultsShape.safeParse(answerJson(answer.body)) : undefined
  return results?.data?.length === count ? results.data : undefined
}

/** The records of a query; undefined when the answer is none. */
export function readRecords(answer: Answered): readonly Readonly<Record<string, unknown>>[] | undefined {
  if (answer.kind !== 'answer' || answer.status !== 200) return undefined
  return recordsShape.safeParse(answerJson(answer.body)).data?.records
}

/** The id of one record that was written; undefined when none was. */
export const readWritten = (answer: Answered): string | undefined =>
  answer.kind === 'answer' && answer.status < 300 ? resultShape.safeParse(answerJson(answer.body)).data?.id : undefined

/** Whether a duplicate rule of the org is what stopped a write. */
export const isDuplicate = (answer: Answered): boolean => codeOf(errorsOf(answer)[0]) === 'DUPLICATES_DETECTED'

/** Records that a duplicate rule found in the way, by id; empty where the answer is about something else. */
export function readDuplicates(answer: Answered): readonly string[] {
  if (answer.kind !== 'answer' || !isDuplicate(answer)) return []
  // Leads only: their ids begin with 00Q ("Standard Object Key Prefixes"). A Contact in the way is a customer's record.
  return [...new Set(answer.body.match(/\b00Q[A-Za-z0-9]{15}\b/g))].slice(0, duplicatesReadMax)
}
const duplicatesReadMax = 5

/** What an answer without success means for whoever was in the call. */
export function salesforceFailure(answer: HttpAnswer, now: number, idField: string): SalesforceFailure {
  const errors = errorsOf(answer)
  const general = failureOf(answer, { now, codes: errors.map(codeOf).filter(isSalesforceCode).slice(0, 5) })
  const [error] = errors
  if (!error || answer.kind !== 'answer') return general
  const known = classify(error, answer.status, idField)
  if (!known) return general
  const after =
    general.kind === 'retry' && general.afterSeconds !== undefined ? { afterSeconds: general.afterSeconds } : {}
  return known.kind === 'retry' ? { ...known, ...after } : known
}

/** What one record's errors mean, in a batch that was carried out. */
export function recordFailure(errors: readonly SalesforceError[], idField: string): SalesforceFailure {
  const [error] = errors
  const known = error && classify(error, 200, idField)
  if (known) return known
  return { kind: 'rejected', reason: 'refused', answer: facts(error, 200) }
}

/** What a code of Salesforce's means, and after how long it is worth another try. */
const retries: Readonly<Record<string, readonly [RetryReason, number?]>> = {
  UNABLE_TO_LOCK_ROW: ['locked'],
  ENTITY_IS_LOCKED: ['locked', 600],
  // The limit counts 24 hours back and gives way bit by bit.
  REQUEST_LIMIT_EXCEEDED: ['rate_limited', 600],
  TOO_MANY_APEX_REQUESTS: ['rate_limited', 60],
  CONCURRENT_REQUESTS_LIMIT_EXCEEDED: ['rate_limited', 60],
  EXCEEDED_QUOTA: ['rate_limited', 600],
  SERVER_UNAVAILABLE: ['server_error', 30],
  QUERY_TIMEOUT: ['server_error'],
  UNKNOWN_EXCEPTION: ['server_error'],
  ENTITY_IS_DELETED: ['conflict'],
  ALL_OR_NONE_OPERATION_ROLLED_BACK: ['conflict'],
}
const blocks: Readonly<Record<string, BlockReason>> = {
  INVALID_SESSION_ID: 'unauthorized',
  INVALID_AUTH_HEADER: 'unauthorized',
  INVALID_LOGIN: 'unauthorized',
  INVALID_OPERATION_WITH_EXPIRED_PASSWORD: 'unauthorized',
  INSUFFICIENT_ACCESS: 'forbidden',
  INSUFFICIENT_ACCESS_OR_READONLY: 'forbidden',
  API_DISABLED_FOR_ORG: 'forbidden',
  API_CURRENTLY_DISABLED: 'forbidden',
  FUNCTIONALITY_NOT_ENABLED: 'forbidden',
  ORG_LOCKED: 'forbidden',
  STORAGE_LIMIT_EXCEEDED: 'forbidden',
  // The object or the id field is not there for this user.
  INVALID_TYPE: 'misconfigured',
  NOT_FOUND: 'misconfigured',
  UNSUPPORTED_API_VERSION: 'misconfigured',
}
const rejects: Readonly<Record<string, RejectReason>> = {
  REQUIRED_FIELD_MISSING: 'missing_required',
  STRING_TOO_LONG: 'too_large',
  INVALID_FIELD: 'unknown_property',
  INVALID_FIELD_FOR_INSERT_UPDATE: 'unknown_property',
  INVALID_EMAIL_ADDRESS: 'invalid_value',
  INVALID_OR_NULL_FOR_RESTRICTED_PICKLIST: 'invalid_value',
  INVALID_TYPE_ON_FIELD_IN_RECORD: 'invalid_value',
  NUMBER_OUTSIDE_VALID_RANGE: 'invalid_value',
  FIELD_INTEGRITY_EXCEPTION: 'invalid_value',
  FIELD_CUSTOM_VALIDATION_EXCEPTION: 'invalid_value',
  FIELD_FILTER_VALIDATION_EXCEPTION: 'invalid_value',
  INVALID_CROSS_REFERENCE_KEY: 'invalid_value',
  MALFORMED_ID: 'invalid_value',
  JSON_PARSER_ERROR: 'invalid_value',
}

function classify(error: SalesforceError, status: number, idField: string): SalesforceFailure | undefined {
  const message = error.message ?? ''
  const answer = facts(error, status)
  // A trigger that fails on a lock says so inside another code.
  const code = message.includes('UNABLE_TO_LOCK_ROW') ? 'UNABLE_TO_LOCK_ROW' : codeOf(error)
  const field = fieldOf(error)
  const named = field ? { field } : {}
  if (code === 'DUPLICATE_VALUE') {
    // Two who created the same record at once: it is there now, and the next attempt updates it. Any other unique field is
    // somebody else's value, which no attempt changes.
    const taken = /duplicates? value (?:found: )?(\w{1,80}) duplicates/.exec(message)?.[1]
    if (!taken || taken === idField) return { kind: 'retry', reason: 'conflict', answer }
    return { kind: 'rejected', reason: 'invalid_value', field: taken, answer }
  }
  const [reason, afterSeconds] = own(retries, code) ?? []
  if (reason) {
    // An error of the server may come after it has written; a limit and a lock come before.
    const ambiguous = reason === 'server_error' ? { isAmbiguous: true } : {}
    return { kind: 'retry', reason, ...(afterSeconds ? { afterSeconds } : {}), ...ambiguous, answer }
  }
  const block = own(blocks, code)
  if (block) return { kind: 'blocked', reason: block, answer }
  const reject = own(rejects, code)
  return reject ? { kind: 'rejected', reason: reject, ...named, answer } : undefined
}

const own = <T>(table: Readonly<Record<string, T>>, key: string): T | undefined =>
  Object.hasOwn(table, key) ? table[key] : undefined
const codeOf = (error: SalesforceError | undefined): string => error?.errorCode ?? error?.statusCode ?? ''
const isSalesforceCode = (code: string) => /^[A-Z][A-Z_]{2,63}$/.test(code)
const isFieldName = (name: string | undefined): name is string =>
  name !== undefined && /^[A-Z][A-Za-z0-9_]{0,79}$/.test(name)

function facts(error: SalesforceError | undefined, status: number) {
  const code = codeOf(error)
  return { status, ...(isSalesforceCode(code) ? { codes: [code] } : {}) }
}

// `fields` names it nearly always. An unknown column is named in the sentence only.
function fieldOf(error: SalesforceError): string | undefined {
  const inside = /No such column '(\w{1,80})'/.exec(error.message ?? '')?.[1]
  return [error.fields?.[0], inside].find(isFieldName)
}

function errorsOf(answer: Answered): readonly SalesforceError[] {
  if (answer.kind !== 'answer' || answer.status < 300) return []
  return errorsShape.safeParse(answerJson(answer.body)).data ?? []
}
