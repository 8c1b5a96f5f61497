// What is owed to destinations: found when due, leased to one consumer, settled by what came of it.
// Attempts are only ever added. A delivery leaves the list of what is due only when its end is in the read index too.

import type { DeliveryAttempt, DeliveryOutcome, DeliveryReason, DeliveryState } from '../../shared/delivery/outcome.ts'
import { planRetry } from '../../shared/delivery/retry-policy.ts'
import type { DeliveryId, DestinationId, LeadId } from '../../shared/ids.ts'
import {
  attemptsListedMax,
  blockedProbeSecondsMin,
  leaseBytesMax,
  leaseSecondsMax,
  readBackSecondsMin,
} from '../../shared/limits.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import { assertNever } from '../../shared/result.ts'
import type { LeadIntent } from '../../shared/wire.ts'
import type { LedgerPort } from './port.ts'
import { readSealedLead, type SealedLead } from './sealed-lead.ts'

export interface OwedDelivery {
  readonly id: DeliveryId
  readonly leadId: LeadId
  readonly destination: DestinationId
  readonly state: DeliveryState
  readonly intent: LeadIntent
  /** It was delivered, and somebody has to look whether it is there. */
  readonly needsCheck: boolean
}

/**
 * Rows whose time has come: high intent first, then the longest waiting. Leased ones are left to their consumer.
 * @param lowLimit how many of low intent at most: few, so that they never fill the queue ahead of high intent
 */
export function dueDeliveries(port: LedgerPort, limit: number, lowLimit: number = limit): OwedDelivery[] {
  const high = dueOf(port, 'high', limit)
  return [...high, ...dueOf(port, 'low', Math.min(limit - high.length, lowLimit))]
}

function dueOf(port: LedgerPort, intent: LeadIntent, limit: number): OwedDelivery[] {
  return port
    .all<Omit<OwedDelivery, 'intent' | 'needsCheck'> & { needsCheck: number }>(
      `select id, lead_id as leadId, destination_id as destination, state, needs_check as needsCheck from deliveries
        where is_low_intent = ?1 and due_at <= ?2 and (lease_until is null or lease_until <= ?2) order by due_at limit ?3`,
      intent === 'low' ? 1 : 0,
      port.now(),
      limit,
    )
    .map(row => ({ ...row, intent, needsCheck: row.needsCheck === 1 }))
}

/** When the next row becomes due that is not due yet: milliseconds since 1970, undefined when there is none. */
export function nextDueAt(port: LedgerPort): number | undefined {
  const next = `select min(due_at) as at from deliveries where is_low_intent = 0 and due_at > ?1
    union all select min(due_at) from deliveries where is_low_intent = 1 and due_at > ?1`
  const found = port.all<{ at: number | null }>(next, port.now()).flatMap(({ at }) => (at === null ? [] : [at]))
  return found.length > 0 ? Math.min(...found) : undefined
}

/** Whether any row is due, leased or not. */
export function isAnyDue(port: LedgerPort): boolean {
  const any = 'select 1 from deliveries where is_low_intent in (0, 1) and due_at <= ? limit 1'
  return port.all(any, port.now()).length > 0
}

export interface LeasedDelivery {
  readonly id: DeliveryId
  readonly leadId: LeadId
  /** The revision that the sealed submissions make up. */
  readonly revision: number
  readonly isErasure: boolean
  /** It was delivered: look whether it is there, and write nothing. */
  readonly isCheck: boolean
  /** An earlier attempt may have been carried out: look before writing. */
  readonly isAmbiguous: boolean
  readonly lead: SealedLead
}

interface LeasedRow {
  lead_id: LeadId
  is_erasure: number
  is_ambiguous: number
  needs_check: number
}

/**
 * Gives deliveries to one consumer until the lease ends. Left out: what is settled, not due, or leased to another,
 * and whatever would make the answer larger than `leaseBytesMax`.
 */
export function lease(port: LedgerPort, input: { ids: readonly DeliveryId[]; token: string }): LeasedDelivery[] {
  return port.transaction(() => {
    const now = port.now()
    const leased: LeasedDelivery[] = []
    let bytes = 0
    for (const id of input.ids) {
      if (bytes > leaseBytesMax) break
      const row = port.all<LeasedRow>(
        // A lease that ended by itself: its consumer may have reached the destination before it was lost.
        `update deliveries set is_ambiguous = case when lease_until is null then is_ambiguous else 1 end,
          lease_token = ?1, lease_until = ?2 where id = ?3 and (state = 'pending' or needs_check = 1)
          and due_at <= ?4 and (lease_until is null or lease_until <= ?4)
          returning lead_id, is_erasure, is_ambiguous, needs_check`,
        input.token,
        now + leaseSecondsMax * 1_000,
        id,
        now,
      )[0]
      const lead = row && readSealedLead(port, row.lead_id)
      if (!row || !lead) continue
      bytes += lead.submissions.reduce((sum, submission) => sum + submission.bytes.byteLength, 0)
      const isErasure = row.is_erasure === 1
      leased.push({
        id,
        leadId: row.lead_id,
        revision: lead.revision,
        isErasure,
        isCheck: row.needs_check === 1,
        isAmbiguous: row.is_ambiguous === 1,
        lead,
      })
    }
    return leased
  })
}

/** Puts deliveries off without an attempt, because their destination may not be called before `until`. */
export function defer(port: LedgerPort, input: { ids: readonly DeliveryId[]; until: number }): void {
  port.transaction(() => {
    for (const id of input.ids) {
      // What another consumer has leased is its to settle.
      port.all(
        `update deliveries set due_at = max(due_at, ?1) where id = ?2 and (state = 'pending' or needs_check = 1)
          and (lease_until is null or lease_until <= ?3)`,
        input.until,
        id,
        port.now(),
      )
    }
  })
}

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
      is_ambiguous = ?, needs_check = ?, checked_at = case when ? then ? else checked_at end, lease_token = null,
      lease_until = null, record_id = ?, history = ?,
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

/** Takes rows that have ended off the list of what is due, once the read index shows their end. */
export function markProjected(port: LedgerPort, leadIds: readonly LeadId[]): void {
  port.transaction(() => {
    for (const leadId of leadIds) {
      port.all(
        `update deliveries set due_at = null
          where id > ? and id < ? and state <> 'pending' and needs_check = 0 and due_at is not null`,
        `${leadId}.`,
        `${leadId}/`,
      )
    }
  })
}

/** Owes one delivery again, now and with a fresh schedule. Also after a success: that is a new attempt on purpose. */
export function redrive(port: LedgerPort, id: DeliveryId): LeadId | undefined {
  return port.all<{ lead_id: LeadId }>(
    `update deliveries set state = 'pending', due_at = ?1, attempts_made = 0, reason = null, needs_check = 0,
        owed_since = case when state = 'pending' then owed_since else ?1 end
      where id = ?2 and state not in ('merged', 'erased') returning lead_id`,
    port.now(),
    id,
  )[0]?.lead_id
}

/** Redrives what matches, oldest first. */
export function redriveAll(
  port: LedgerPort,
  filter: { state: 'pending' | 'parked'; destination?: string | undefined; reason?: string | undefined; limit: number },
): LeadId[] {
  return port
    .all<{ lead_id: LeadId }>(
      `update deliveries set state = 'pending', due_at = ?1, attempts_made = 0, reason = null,
        owed_since = case when state = 'pending' then owed_since else ?1 end where id in
        (select id from deliveries where state = ?2 and (?3 is null or destination_id = ?3) and (?4 is null or reason = ?4)
          order by id limit ?5) returning lead_id`,
      port.now(),
      filter.state,
      filter.destination ?? null,
      filter.reason ?? null,
      filter.limit,
    )
    .map(row => row.lead_id)
}

/** When the first of these is due again; undefined when all of them have ended. */
export function dueAgainAt(port: LedgerPort, ids: readonly DeliveryId[]): number | undefined {
  const first = `select min(due_at) as at from deliveries
    where id in (select value from json_each(?)) and (state = 'pending' or needs_check = 1)`
  return port.all<{ at: number | null }>(first, JSON.stringify(ids))[0]?.at ?? undefined
}

/** Brings what waits for a destination forward, since it may be called again. Returns how many. */
export function hasten(port: LedgerPort, destination: DestinationId, limit: number): number {
  return port.all(
    `update deliveries set due_at = ?1 where id in
      (select id from deliveries where destination_id = ?2 and due_at > ?1 and state = 'pending' order by id limit ?3)
      returning id`,
    port.now(),
    destination,
    limit,
  ).length
}
