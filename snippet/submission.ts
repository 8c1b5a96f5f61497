// A submission on its way: one id, one body, and what is known of its delivery.

import { type CaptureHow, type LeadIntent, type WireConsent, type WireSubmission, wireSchema } from '../shared/wire.ts'
import { withoutQuery } from './arrival.ts'
import { touches } from './attribution.ts'
import { documentText } from './dom.ts'
import { newSubmissionId } from './ids.ts'

/** What will be written, while it may still change. */
type WireDraft = { -readonly [member in keyof WireSubmission]: WireSubmission[member] }

/** A submission that the collector has not confirmed yet. */
export interface Submission {
  readonly id: string
  /** What will be written; absent for one that an earlier page left in the outbox. */
  readonly wire?: WireDraft
  /** Written once, before the first send, and never again: the collector refuses another body under a known id. */
  body?: string
  /** What is known of the person's consent at this moment. */
  readonly say?: () => WireConsent
  /** Its beacon is on the way. */
  isBeaconed?: boolean
}

/** A submission of this page. */
export type NewSubmission = Submission & { readonly wire: WireDraft }

/** A new submission of this page, at this moment. */
export const newSubmission = (
  captured: Pick<WireDraft, 'hints' | 'fields'>,
  say: () => WireConsent,
  name: string,
  how: CaptureHow,
  intent: string,
  id: string = newSubmissionId(Date.now()),
): NewSubmission => ({
  id,
  say,
  wire: {
    schema: wireSchema,
    id,
    ...captured,
    form: { name, how, intent: intent as LeadIntent },
    page: { url: location.href, title: documentText('title'), referrer: withoutQuery(documentText('referrer')) },
    attribution: touches,
    consent: say(),
    // Not toJSON(): Prototype 1.6 has its own, which adds quotes.
    occurred_at: new Date().toISOString(),
    // No elapsed_ms: a person whose browser fills the form can be faster than the collector's threshold for spam,
    // and a number that flags real people is worse than none.
  },
})
