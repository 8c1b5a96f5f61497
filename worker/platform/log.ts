// One JSON line a fact: a noun and a past participle, with ids, enums and numbers. No free text fits the type, so that
// nothing a person wrote can get into a log.

import type { DeliveryOutcome, DeliveryReason } from '../../shared/delivery/outcome.ts'
import type { DeliveryId, DestinationId, LeadId, SiteId, SubmissionId } from '../../shared/ids.ts'
import type { ProblemType } from '../../shared/problem.ts'

/** Every fact that is logged. */
export type FactName =
  | 'alarm.failed'
  | 'configuration.rejected'
  | 'delivery.deferred'
  | 'delivery.settled'
  | 'doorbell.dead'
  | 'doorbell.failed'
  | 'doorbell.malformed'
  | 'erasure.requested'
  | 'lead.logged'
  | 'matching.failed'
  | 'projection.failed'
  | 'projection.unreadable'
  | 'summary.unreadable'
  | 'quarantine.stored'
  | 'request.failed'
  | 'session.refused'
  | 'watchdog.failed'

/** Names of errors as runtimes give them (`TypeError`), never their messages. */
export type ErrorName = `${string}Error` | 'unknown'

type Fact = Partial<{
  submissionId: SubmissionId
  leadId: LeadId
  deliveryId: DeliveryId
  siteId: SiteId
  destination: DestinationId
  problem: ProblemType
  kind: DeliveryOutcome['kind']
  reason: DeliveryReason
  why: 'paused' | 'open' | 'pace' | 'day' | 'quiet'
  error: ErrorName
  count: number
  revision: number
  status: number
  afterMs: number
  latencyMs: number
}>

export const log = {
  /** Writes one fact. */
  fact(name: FactName, fact: Fact = {}): void {
    console.log(JSON.stringify({ fact: name, ...fact }))
  },
}

/** The name of whatever was thrown. Its message may hold what a person wrote, so it stays out. */
export function errorName(thrown: unknown): ErrorName {
  const name = thrown instanceof Error ? thrown.name : ''
  return /^[A-Za-z]{1,40}Error$|^Error$/.test(name) ? (name as ErrorName) : 'unknown'
}
