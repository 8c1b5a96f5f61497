// A submission on its way: one id, one body, and what is known of its delivery.

import {
  type CaptureHow,
  type LeadIntent,
  type WireConsent,
  type WireFieldHint,
  type WireSubmission,
  wireSchema,
} from '../shared/wire.ts'
import { withoutQuery } from './arrival.ts'
import { touches } from './attribution.ts'
import { documentMember } from './dom.ts'
import type { FieldEntry } from './fields.ts'
import { newSubmissionId } from './ids.ts'

/** What will be written, while it may still change. */
type WireDraft = { -readonly [member in keyof Omit<WireSubmission, 'fields' | 'hints'>]: WireSubmission[member] } & {
  fields: FieldEntry[]
  hints: Readonly<Record<string, WireFieldHint | undefined>>
}

interface AnySubmission {
  readonly id: string
  /** Written once, before the first send, and never again: the collector refuses another body under a known id. */
  written?: string
  /** Its beacon is on the way. */
  isBeaconed?: boolean
}

/** A submission of this page. */
export interface NewSubmission extends AnySubmission {
  /** What will be written. */
  readonly wire: WireDraft
  /** What is known of the person's consent at this moment. */
  readonly say: () => WireConsent
}

/** One that an earlier page left in the outbox. */
interface KeptSubmission extends AnySubmission {
  readonly wire?: undefined
  readonly say?: undefined
}

/** A submission that the collector has not confirmed yet. */
export type Submission = NewSubmission | KeptSubmission

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
    page: { url: location.href, title: documentMember('title'), referrer: withoutQuery(documentMember('referrer')) },
    attribution: touches,
    consent: say(),
    // Not toJSON(): Prototype 1.6 has its own, which adds quotes.
    occurred_at: new Date().toISOString(),
    // No elapsed_ms: a person whose browser fills the form can be faster than the collector's threshold for spam,
    // and a number that flags real people is worse than none.
  },
})
