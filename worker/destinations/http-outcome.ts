// How an HTTP answer reads where a destination has nothing better to say. Each destination looks at its own answers
// first: status codes lie, and each vendor's lie in their own way.

import type { AnswerFacts, DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { readRetryAfter } from '../../shared/delivery/retry-policy.ts'
import type { HttpAnswer } from '../platform/http.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

/** The outcome of an answer that is no success. */
export function failureOf(answer: HttpAnswer, input: { now: number; codes?: readonly string[] }): Failure {
  if (answer.kind === 'unsent') return { kind: 'retry', reason: 'budget_spent' }
  // The request may have been carried out: nothing tells us that it was not.
  if (answer.kind !== 'answer') return { kind: 'retry', reason: answer.kind, isAmbiguous: true }
  const { status } = answer
  const facts: AnswerFacts = { status, ...(input.codes?.length ? { codes: input.codes } : {}) }
  const afterSeconds = readRetryAfter(answer.header('retry-after'), input.now)
  const after = afterSeconds === undefined ? {} : { afterSeconds }
  if (status === 401) return { kind: 'blocked', reason: 'unauthorized', answer: facts }
  // An account that is not paid for is no fault of the lead, either.
  if (status === 402 || status === 403) return { kind: 'blocked', reason: 'forbidden', answer: facts }
  if (status === 410) return { kind: 'blocked', reason: 'gone', answer: facts }
  if (status === 429) return { kind: 'retry', reason: 'rate_limited', ...after, answer: facts }
  if (status === 408 || status === 425) return { kind: 'retry', reason: 'timeout', isAmbiguous: true, answer: facts }
  if (status === 413) return { kind: 'rejected', reason: 'too_large', answer: facts }
  if (status >= 500) return { kind: 'retry', reason: 'server_error', ...after, isAmbiguous: true, answer: facts }
  // What a wait helps is no fault of the lead: HubSpot's 477, an account that moves between its data centres for up to a day
  // (HubSpot, "Error handling", read 2026-11-28).
  if (status >= 400 && afterSeconds !== undefined) return { kind: 'retry', reason: 'locked', ...after, answer: facts }
  if (status >= 400) return { kind: 'rejected', reason: 'refused', answer: facts }
  // A success that is none (HTML from something in between), or a redirect that is not followed.
  return { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true, answer: facts }
}

/** A code as vendors write them; anything else might be a sentence with a person in it, and is left out. */
export const isCode = (value: unknown): value is string =>
  typeof value === 'string' && /^[A-Za-z][A-Za-z0-9_.-]{0,63}$/.test(value) && !value.includes('@')
