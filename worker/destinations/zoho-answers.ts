// What Zoho's answers mean. Pure. Its own codes first: a 200 can hold refused records, a 401 a missing scope, and 429 comes
// without Retry-After. Codes: Zoho CRM API v8, "HTTP Status Codes and error codes" and "Upsert Records" (read 2026-11-24).

import * as z from 'zod/mini'
import type { BlockReason, DeliveryOutcome, RejectReason, RetryReason } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import { failureOf, isCode } from './http-outcome.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

const detailsShape = z.object({
  id: z.optional(z.string()),
  api_name: z.optional(z.string()),
  json_path: z.optional(z.string()),
  maximum_length: z.optional(z.number()),
  param_name: z.optional(z.string()),
})
const errorShape = z.object({ code: z.string(), details: z.catch(z.optional(detailsShape), undefined) })
type ZohoError = z.output<typeof errorShape>

const resultShape = z.extend(errorShape, {
  /** Of `MULTIPLE_OR_MULTI_ERRORS`, which wraps the errors of one record: the first of them says what to do. */
  details: z.catch(z.optional(z.extend(detailsShape, { errors: z.optional(z.array(errorShape)) })), undefined),
})
const resultsShape = z.object({ data: z.array(resultShape) })

const blocking: Readonly<Record<string, BlockReason>> = {
  INVALID_TOKEN: 'unauthorized',
  AUTHENTICATION_FAILURE: 'unauthorized',
  AUTHENTICATION_FAILED: 'unauthorized',
  OAUTH_SCOPE_MISMATCH: 'forbidden',
  NO_PERMISSION: 'forbidden',
  AUTHORIZATION_FAILED: 'forbidden',
  LICENSE_LIMIT_EXCEEDED: 'forbidden',
  INVALID_MODULE: 'misconfigured',
  INVALID_QUERY: 'misconfigured',
  INVALID_URL_PATTERN: 'misconfigured',
  INVALID_REQUEST_METHOD: 'misconfigured',
}
const passing: Readonly<Record<string, RetryReason>> = {
  TOO_MANY_REQUESTS: 'rate_limited',
  LIMIT_EXCEEDED: 'rate_limited',
  INTERNAL_ERROR: 'server_error',
  RECORD_LOCKED: 'locked',
  ALREADY_MODIFIED: 'conflict',
}
const refusing: Readonly<Record<string, RejectReason>> = {
  MANDATORY_NOT_FOUND: 'missing_required',
  DEPENDENT_FIELD_MISSING: 'missing_required',
  INVALID_DATA: 'invalid_value',
  DEPENDENT_MISMATCH: 'invalid_value',
  PATTERN_NOT_MATCHED: 'invalid_value',
  // Two records there hold what is one lead here: only a person can say which of them is right.
  DUPLICATE_DATA: 'refused',
}

/** What each record of a writing call came to, in its order; undefined when the answer is not one result for each. */
export function readResults(
  answer: HttpAnswer,
  count: number,
  idField: string,
): ({ id?: string | undefined } | Failure)[] | undefined {
  if (answer.kind !== 'answer') return undefined
  const results = resultsShape.safeParse(answerJson(answer.body)).data?.data
  if (results?.length !== count) return undefined
  return results.map(result => {
    const { code, details } = result.details?.errors?.[0] ?? result
    if (code === 'SUCCESS') return { id: details?.id }
    // Two calls that made one record at once: it is there now, and the next attempt updates it.
    const isRace = code === 'DUPLICATE_DATA' && details?.api_name === idField
    if (isRace) return { kind: 'retry', reason: 'conflict', answer: { status: answer.status, codes: [code] } }
    const failure = classify({ code, details }, answer.status)
    // Of one record among others: the credentials are good, only this record is out of their reach.
    const isOfRecord = failure?.kind === 'blocked' && failure.reason === 'forbidden'
    const facts = { status: answer.status, codes: isCode(code) ? [code] : [] }
    return !failure || isOfRecord ? { kind: 'rejected', reason: 'refused', answer: facts } : failure
  })
}

/** What an answer without results means. */
export function zohoFailure(answer: HttpAnswer, now: number): Failure {
  const error = answer.kind === 'answer' ? errorShape.safeParse(answerJson(answer.body)).data : undefined
  const general = failureOf(answer, { now, codes: error && isCode(error.code) ? [error.code] : [] })
  if (answer.kind !== 'answer') return general
  const read = (error && classify(error, answer.status)) ?? general
  // No such path is about the settings, never about a lead, also where something in between says so.
  if (read === general && answer.status === 404)
    return { kind: 'blocked', reason: 'misconfigured', ...factsOf(general) }
  if (read.kind !== 'retry' || read.reason !== 'rate_limited') return read
  const after = general.kind === 'retry' ? general.afterSeconds : undefined
  // One code for two limits ("API Limits", read 2026-11-24): credits come back over 24 hours, concurrency at once.
  const isSpent = answer.header('x-api-credits-remaining') === '0'
  return { ...read, afterSeconds: after ?? (isSpent ? 3_600 : 10) }
}

/** Whether a new access token may help: a 401 for a missing scope would only be repeated. */
export const isTokenRefused = (answer: HttpAnswer): boolean =>
  answer.kind === 'answer' && answer.status === 401 && !answer.body.includes('"OAUTH_SCOPE_MISMATCH"')

function classify({ code, details }: ZohoError, status: number): Failure | undefined {
  const answer = { status, codes: isCode(code) ? [code] : [] }
  // The field of our id is missing there or not unique; and a limit with a parameter's name is one of the request itself.
  const isSettings = details?.json_path?.includes('duplicate_check_fields') ?? false
  const isParam = code === 'LIMIT_EXCEEDED' && details?.param_name !== undefined
  if (isSettings || isParam) return { kind: 'blocked', reason: 'misconfigured', answer }
  const block = Object.hasOwn(blocking, code) ? blocking[code] : undefined
  if (block) return { kind: 'blocked', reason: block, answer }
  const retry = Object.hasOwn(passing, code) ? passing[code] : undefined
  if (retry) return { kind: 'retry', reason: retry, ...(retry === 'server_error' ? { isAmbiguous: true } : {}), answer }
  const refusal = Object.hasOwn(refusing, code) ? refusing[code] : undefined
  if (!refusal) return undefined
  const reason = details?.maximum_length === undefined ? refusal : 'too_large'
  const field = details?.api_name
  return { kind: 'rejected', reason, ...(field && /^\w{1,50}$/.test(field) ? { field } : {}), answer }
}

const factsOf = ({ answer }: Failure) => (answer ? { answer } : {})
