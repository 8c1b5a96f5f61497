// What came of attempts: recorded for ever, and what follows planned. Attempts are only ever added.

import type { DeliveryAttempt, DeliveryOutcome, DeliveryReason, DeliveryState } from '../../shared/delivery/outcome.ts'
import { planRetry } from '../../shared/delivery/retry-policy.ts'
import type { DeliveryId, LeadId } from '../../shared/ids.ts'
import { attemptsListedMax, blockedProbeSecondsMin, readBackSecondsMin } from '../../shared/limits.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import { assertNever } from '../../shared/result.ts'
import type { LedgerPort } from './port.ts'

export interface Settlement {
  readonly id: DeliveryId
  readonly token: string
  readonly revision: number
  /** Whether it was the erasure that was attempted, and not the lead. */
  readonly isErasure: boolean
  /** Whether it was only looked for. */
  readonly isCheck?: boolean
  /** Whether it is to be looked for once more, some time after it was delivered. */
  readonly readBack?: boolean
  readonly startedAt: number
  readonly rungAt?: number
  readonly outcome: DeliveryOutcome
}

interface SettledRow {
  lead_id: LeadId
  state: DeliveryState
  is_erasure: number
  wanted_revision: number
  delivered_revision: number
  attempts_made: number
  lease_token: string | null
  is_ambiguous: number
  needs_check: number
  due_at: number | null
  history: string
  record_id: string | null
}

/** Records what came of attempts, and plans what follows. Returns the leads whose state moved. */
export function settle(port: LedgerPort, settlements: readonly Settlement[]): LeadId[] {
  return port.transaction(() => {
    const moved: LeadId[] = []
    for (const settlement of settlements) {
      const row = port.all<SettledRow>(
        'select lead_id, state, is_erasure, wanted_revision, delivered_revision, attempts_made, lease_token, is_ambiguous, needs_check, due_at, history, record_id from deliveries where id = ?',
        settlement.id,
      )[0]
      // A consumer that comes back after its lease ended may have been overtaken. What it reached still counts,
      // what it failed at does not.
      const isCurrent = row?.lease_token === settlement.token
      if (!row || (!isCurrent && settlement.outcome.kind !== 'delivered')) continue
      writeSettled(port, row, settlement)
      moved.push(row.lead_id)
    }
    return moved
  })
}

interface Next {
  state: DeliveryState
  dueAt: number
  attemptsMade: number
  reason: DeliveryReason | null
  isAmbiguous: boolean
  needsCheck?: boolean
}

function writeSettled(port: LedgerPort, row: SettledRow, settlement: Settlement): void {
  const now = port.now()
  const next = planNext(port, row, settlement, now)
  const { outcome } = settlement
  const isDelivered = outcome.kind === 'delivered'
  const recordId = isDelivered ? (outcome.recordId ?? row.record_id) : row.record_id
  // Ended now and due already: then the time is left alone, and with it the entry of the index, which is a row too. It stays
  // due until the end has been projected.
  const staysDue = next.dueAt === now && row.due_at !== null && row.due_at <= now
  port.all(
    `update deliveries set state = ?, ${staysDue ? '' : 'due_at = ?, '}attempts_made = ?, reason = ?,
      is_ambiguous = ?, needs_check = ?, checked_at = case when ? then ? else checked_at end,
      lease_until = case when lease_token = ? then null else lease_until end, lease_token = nullif(lease_token, ?),
      record_id = ?, history = ?,
      delivered_revision = case when ? then max(delivered_revision, ?) else delivered_revision end,
      delivered_at = case when ? then ? else delivered_at end
      where id = ?`,
    next.state,
    ...(staysDue ? [] : [next.dueAt]),
    next.attemptsMade,
    next.reason,
    next.isAmbiguous ? 1 : 0,
    next.needsCheck ? 1 : 0,
    settlement.isCheck && isDelivered ? 1 : 0,
    now,
    // Who comes late leaves the lease of whoever has it now.
    settlement.token,
    settlement.token,
    recordId,
    JSON.stringify(addAttempt(JSON.parse(row.history), attemptOf(settlement, now))),
    isDelivered ? 1 : 0,
    settlement.revision,
    isDelivered ? 1 : 0,
    now,
    settlement.id,
  )
}

function planNext(port: LedgerPort, row: SettledRow, settlement: Settlement, now: number): Next {
  const { outcome } = settlement
  // The lead was merged into another while it was on its way: what was reached is noted, and nothing more is owed.
  if (row.state === 'merged') {
    return { state: 'merged', dueAt: now, attemptsMade: row.attempts_made, reason: null, isAmbiguous: false }
  }
  // The person was erased while the lead was on its way: it may be there now, so the erasure is still owed.
  if (row.is_erasure === 1 && !settlement.isErasure) {
    return { state: 'pending', dueAt: now, attemptsMade: 0, reason: null, isAmbiguous: false }
  }
  if (settlement.isCheck && outcome.kind !== 'delivered') return afterCheck(port, row, settlement, now)
  const attemptsMade = row.attempts_made + 1
  // Where nothing was sent, an earlier attempt is as much in doubt as it was.
  const isStillAmbiguous = row.is_ambiguous === 1
  switch (outcome.kind) {
    case 'delivered': {
      const isWhole = Math.max(settlement.revision, row.delivered_revision) >= row.wanted_revision
      const state = row.is_erasure === 1 ? 'erased' : isWhole ? 'delivered' : 'pending'
      const needsCheck = state === 'delivered' && settlement.readBack === true && !settlement.isCheck
      const dueAt = needsCheck ? now + Math.ceil(readBackSecondsMin * 1_000 * port.timeScale) : now
      return { state, dueAt, attemptsMade: 0, reason: null, isAmbiguous: false, needsCheck }
    }
    case 'rejected':
      return { state: 'parked', dueAt: now, attemptsMade, reason: outcome.reason, isAmbiguous: false }
    case 'blocked': {
      // Burns no attempt: nothing is wrong with the lead.
      const dueAt = now + Math.ceil(blockedProbeSecondsMin * 1_000 * port.timeScale)
      const { reason } = outcome
      return { state: 'pending', dueAt, attemptsMade: row.attempts_made, reason, isAmbiguous: isStillAmbiguous }
    }
    case 'retry': {
      const { afterSeconds, reason } = outcome
      const isAmbiguous = outcome.isAmbiguous === true
      // Nothing was sent: the batch before it took all the time there was.
      if (reason === 'budget_spent') {
        const dueAt = now + 1_000
        return { state: 'pending', dueAt, attemptsMade: row.attempts_made, reason, isAmbiguous: isStillAmbiguous }
      }
      const plan = planRetry({ attempts: attemptsMade, random: port.random(), timeScale: port.timeScale, afterSeconds })
      if (plan.kind === 'park')
        return { state: 'parked', dueAt: now, attemptsMade, reason: 'attempts_spent', isAmbiguous }
      return { state: 'pending', dueAt: now + plan.afterMs, attemptsMade, reason, isAmbiguous }
    }
    default:
      return assertNever(outcome)
  }
}

// What was accepted and is not there has failed: it is delivered again. A look that failed itself says nothing, and is
// repeated as often as an attempt would be.
function afterCheck(port: LedgerPort, row: SettledRow, { outcome }: Settlement, now: number): Next {
  const attemptsMade = row.attempts_made + 1
  const isAbsent = outcome.kind === 'retry' && outcome.reason === 'absent'
  // Owed anew, parked or erased while it was looked for: that stands.
  if (row.state !== 'delivered') {
    return {
      state: row.state,
      dueAt: now,
      attemptsMade: row.attempts_made,
      reason: null,
      isAmbiguous: row.is_ambiguous === 1,
    }
  }
  if (isAbsent) return { state: 'pending', dueAt: now, attemptsMade: 1, reason: 'absent', isAmbiguous: false }
  const plan = planRetry({ attempts: attemptsMade, random: port.random(), timeScale: port.timeScale })
  return plan.kind === 'park'
    ? { state: 'delivered', dueAt: now, attemptsMade: 0, reason: null, isAmbiguous: false }
    : {
        state: 'delivered',
        dueAt: now + plan.afterMs,
        attemptsMade,
        reason: null,
        isAmbiguous: false,
        needsCheck: true,
      }
}

function attemptOf(settlement: Settlement, now: number): DeliveryAttempt {
  const { outcome } = settlement
  return {
    ...(settlement.rungAt === undefined ? {} : { rungAt: isoTime(settlement.rungAt) }),
    startedAt: isoTime(settlement.startedAt),
    settledAt: isoTime(now),
    kind: outcome.kind,
    revision: settlement.revision,
    ...(settlement.isCheck ? { isCheck: true } : {}),
    ...(outcome.kind === 'delivered' ? {} : { reason: outcome.reason }),
    ...(outcome.kind === 'rejected' && outcome.field ? { field: outcome.field } : {}),
    ...(outcome.kind === 'delivered' && outcome.dropped?.length ? { dropped: outcome.dropped } : {}),
    ...(outcome.answer?.status === undefined ? {} : { status: outcome.answer.status }),
    ...(outcome.answer?.codes?.length ? { codes: outcome.answer.codes } : {}),
  }
}

function addAttempt(history: readonly DeliveryAttempt[], attempt: DeliveryAttempt): readonly DeliveryAttempt[] {
  const [first, ...rest] = [...history, attempt]
  return first && rest.length >= attemptsListedMax
    ? [first, ...rest.slice(1 - attemptsListedMax)]
    : [...history, attempt]
}

/** When the first of these is due again; undefined when all of them have ended. */
export function dueAgainAt(port: LedgerPort, ids: readonly DeliveryId[]): number | undefined {
  const first = `select min(due_at) as at from deliveries
    where id in (select value from json_each(?)) and (state = 'pending' or needs_check = 1)`
  return port.all<{ at: number | null }>(first, JSON.stringify(ids))[0]?.at ?? undefined
}
