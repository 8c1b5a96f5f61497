// A submission on its way: one id, one body, and what is known of its delivery.

import { type CaptureHow, type LeadIntent, type WireSubmission, wireSchema } from '../shared/wire.ts'
import { withoutQuery } from './arrival.ts'
import { touches } from './attribution.ts'
import { newSubmissionId } from './ids.ts'
import type { SubmitResult } from './public-types.ts'

/** A submission that the collector has not confirmed yet. */
export interface Submission {
  readonly id: string
  readonly at: number
  /** What will be written; absent for one that an earlier page left in the outbox. */
  wire?: WireSubmission
  /** Written once, before the first send, and never again: the collector refuses another body under a known id. */
  body?: string
  attempts: number
  isBusy?: boolean
  isBeaconed?: boolean
  onResult?: (result: SubmitResult) => void
}

/** A new submission of this page, at this moment. */
export const newSubmission = (
  captured: Pick<WireSubmission, 'hints' | 'fields' | 'consent'>,
  name: string,
  how: CaptureHow,
  intent: string,
  givenId?: string,
): Submission => {
  const at = Date.now()
  const id = givenId || newSubmissionId(at)
  return {
    id,
    at,
    attempts: 0,
    wire: {
      schema: wireSchema,
      id,
      ...captured,
      form: { name, how, ...(intent && { intent: intent as LeadIntent }) },
      page: { url: location.href, title: document.title, referrer: withoutQuery(document.referrer) },
      attribution: touches,
      occurred_at: new Date(at).toISOString(),
      // No elapsed_ms: a person whose browser fills the form can be faster than the collector's threshold for spam,
      // and a number that flags real people is worse than none.
    },
  }
}
