// The counts of one ledger, each taken by a question of its own, so that their adding up proves something.
// The unit is the submission: every one that was acknowledged is in exactly one of the ends.

import type { BlockReason, DeliveryReason } from '../../shared/delivery/outcome.ts'
import { latencySampleMax } from '../../shared/limits.ts'
import type { LedgerPort } from './port.ts'

export interface HealthCounts {
  readonly accepted: number
  readonly delivered: number
  readonly pending: number
  readonly parked: number
  readonly spam: number
  readonly erased: number
  readonly quarantined: number
}

export interface LedgerHealth {
  readonly counts: HealthCounts
  readonly leads: number
  /** Acceptance to delivery of the newest deliveries, in milliseconds, sorted. */
  readonly latenciesMs: readonly number[]
  readonly acceptedLastHour: number
  readonly acceptedLastDay: number
  /** How long the oldest pending delivery has been owed; 0 when none is. */
  readonly oldestPendingMs: number
  readonly reasons: readonly { readonly reason: DeliveryReason | BlockReason; readonly deliveries: number }[]
}

export function readHealth(port: LedgerPort): LedgerHealth {
  const now = port.now()
  const count = (statement: string, ...bindings: number[]) =>
    port.all<{ n: number }>(`select count(*) as n from ${statement}`, ...bindings)[0]?.n ?? 0
  // A submission is where the lead is that stands for its person.
  const inState = (condition: string) =>
    count(
      `(select coalesce(l.merged_into, l.id) as person from submissions s join leads l on l.id = s.lead_id
        where s.state = 'lead') where ${condition}`,
    )
  const has = (state: string) => `exists (select 1 from deliveries d where d.id > person || '.' and d.id < person || '/'
    and d.state = '${state}')`
  return {
    counts: {
      accepted: count('submissions'),
      delivered: inState(`${has('delivered')} and not ${has('pending')} and not ${has('parked')}`),
      pending: inState(`${has('pending')} and not ${has('parked')}`),
      parked: inState(has('parked')),
      spam: count("submissions where state = 'spam'"),
      erased: count("submissions where state = 'erased'"),
      quarantined: count('quarantine'),
    },
    leads: count('leads where erased_at is null and merged_into is null'),
    latenciesMs: port
      .all<{ ms: number }>(
        `select delivered_at - owed_since as ms from deliveries where delivered_at is not null and state = 'delivered' and is_low_intent = 0
          order by id desc limit ?`,
        latencySampleMax,
      )
      .map(row => row.ms)
      .sort((a, b) => a - b),
    acceptedLastHour: count('submissions where accepted_at > ?', now - 3_600_000),
    acceptedLastDay: count('submissions where accepted_at > ?', now - 86_400_000),
    oldestPendingMs: oldestPending(port, now),
    reasons: port.all(
      `select reason, count(*) as deliveries from deliveries where reason is not null and state in ('pending', 'parked')
        group by reason order by deliveries desc`,
    ),
  }
}

function oldestPending(port: LedgerPort, now: number): number {
  const oldest = "select min(owed_since) as since from deliveries where due_at is not null and state = 'pending'"
  const since = port.all<{ since: number | null }>(oldest)[0]?.since
  return since === null || since === undefined ? 0 : Math.max(0, now - since)
}
