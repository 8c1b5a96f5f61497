// What came of handing one lead to one destination. Retry or not is read from the kind, never from a text.

import type { ExternalId } from '../ids.ts'
import type { CanonicalField } from '../mapping/canonical-fields.ts'

/** The destination may take it later. */
export type RetryReason =
  | 'server_error'
  | 'rate_limited'
  | 'timeout'
  | 'network'
  | 'unreadable_answer'
  | 'conflict'
  | 'locked'
  | 'budget_spent'
  /** It was accepted, and is not there when it is looked for. */
  | 'absent'
/** Someone must fix the lead or the field map. */
export type RejectReason =
  | 'invalid_value'
  | 'unknown_property'
  | 'missing_required'
  | 'too_large'
  | 'refused'
  | 'unreadable_lead'
/** Someone must fix the credentials or the destination itself. */
export type BlockReason = 'unauthorized' | 'forbidden' | 'gone' | 'secret_missing' | 'misconfigured'

/** The part of an answer that may be kept: its status and the destination's own codes. Never its text. */
export interface AnswerFacts {
  readonly status?: number
  readonly codes?: readonly string[]
}

export type DeliveryOutcome = (
  | {
      readonly kind: 'delivered'
      readonly externalId: ExternalId
      readonly recordId?: string
      /** Names of the fields that were left out, because the destination does not take their values. */
      readonly dropped?: readonly string[]
    }
  | {
      readonly kind: 'retry'
      readonly reason: RetryReason
      readonly afterSeconds?: number
      /** The destination may have written it all the same: look before writing again. */
      readonly isAmbiguous?: boolean
    }
  | { readonly kind: 'rejected'; readonly reason: RejectReason; readonly field?: CanonicalField | (string & {}) }
  | { readonly kind: 'blocked'; readonly reason: BlockReason }
) & { readonly answer?: AnswerFacts }

export type DeliveryReason = RetryReason | RejectReason | BlockReason | 'attempts_spent'

/** One line of a delivery's history. Append-only. */
export interface DeliveryAttempt {
  readonly rungAt?: string
  readonly startedAt: string
  readonly settledAt: string
  readonly kind: DeliveryOutcome['kind']
  readonly revision: number
  /** It was only looked for. */
  readonly isCheck?: boolean
  readonly reason?: DeliveryReason
  readonly field?: string
  /** Delivered without these fields; their values are in the record's note, where there is one. */
  readonly dropped?: readonly string[]
  readonly status?: number
  readonly codes?: readonly string[]
}

/** `merged`: another lead stands for the person, and the destination hears of that one. */
export const deliveryStates = ['pending', 'delivered', 'parked', 'merged', 'erased'] as const
export type DeliveryState = (typeof deliveryStates)[number]
