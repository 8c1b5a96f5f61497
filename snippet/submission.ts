// A submission on its way: one id, one body, and what is known of its delivery.

import { type CaptureHow, type WireConsent, type WireSubmission, wireSchema } from '../shared/wire.ts'
import { touches, withoutQuery } from './attribution.ts'
import { encodeBody } from './body.ts'
import { newSubmissionId } from './ids.ts'
import type { SubmitResult } from './public-types.ts'

/** A submission that the collector has not confirmed yet. */
export interface Submission {
  readonly id: string
  readonly at: number
  /** What will be written; absent for one that an earlier page left in the outbox. */
  wire?: WireSubmission
  /** Written once, before the first send, and never again. */
  body?: string
  attempts: number
  isBusy?: boolean
  isBeaconed?: boolean
  onResult?: (result: SubmitResult) => void
}

/** What differs from one way of capturing to the next. */
export interface Captured {
  readonly fields: WireSubmission['fields']
  readonly hints?: WireSubmission['hints']
  readonly form: { name?: string; how: CaptureHow; intent?: string | null }
  readonly consent: WireConsent
}

/** A new submission of this page, at this moment. */
export const newSubmission = (captured: Captured, id?: string): Submission => {
  const at = Date.now()
  const submission: Submission = { id: id || newSubmissionId(at), at, attempts: 0 }
  submission.wire = {
    schema: wireSchema,
    id: submission.id,
    ...captured,
    page: { url: location.href, title: document.title, referrer: withoutQuery(document.referrer) },
    attribution: touches,
    occurred_at: new Date(at).toISOString(),
    // No elapsed_ms: a person whose browser fills the form can be faster than the collector's threshold for spam, and
    // a number that flags real people is worse than none.
  } as WireSubmission
  return submission
}

/** The bytes to send. From the first call on they never change. */
export const bodyOf = (submission: Submission): string => {
  if (!submission.body) submission.body = encodeBody(submission.wire as WireSubmission)
  return submission.body
}

/** True when the person allowed this submission itself, by a box at the form or by the caller's word. */
export const isGranted = ({ wire }: Submission): boolean => !!wire && !!wire.consent && wire.consent.state === 'granted'
