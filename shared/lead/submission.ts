// One immutable act of capture: what was sent, what was read from it, and what was changed on the way.
// This is what is sealed in the ledger; a lead is folded from these.

import type { LeadId, SiteId, SubmissionId } from '../ids.ts'
import type { CaptureHow, Issue, LeadIntent } from '../wire.ts'
import type { ConsentRecord } from './consent.ts'
import type { CustomField, FieldPair, LeadProfile, NormalizationChange } from './profile.ts'
import type { Touchpoint } from './touchpoint.ts'

/** Why a submission was flagged. The sender cannot tell. */
export type SpamReason = 'filled_too_fast' | 'honeypot_filled'

export interface Submission {
  readonly id: SubmissionId
  readonly siteId: SiteId
  /** When the person submitted, by the sender's clock if it can be believed, else the time of receipt. ISO in UTC. */
  readonly occurredAt: string
  readonly receivedAt: string
  /** As sent: well-formed, secrets removed. */
  readonly fields: readonly FieldPair[]
  readonly profile: LeadProfile
  readonly custom: readonly CustomField[]
  readonly changes: readonly NormalizationChange[]
  readonly issues: readonly Issue[]
  readonly touchpoints: readonly Touchpoint[]
  readonly consent: ConsentRecord
  readonly form: { readonly name?: string; readonly how: CaptureHow; readonly intent: LeadIntent }
  readonly page: { readonly url?: string; readonly title?: string; readonly referrer?: string }
  readonly spam?: SpamReason
}

/** A submission and the lead it belongs to. */
export interface FiledSubmission {
  readonly leadId: LeadId
  readonly submission: Submission
}
