// What is owed to destinations: found when due, leased to one consumer, settled by what came of it.
// Attempts are only ever added. A delivery leaves the list of what is due only when its end is in the read index too.

import type { DeliveryState } from '../../shared/delivery/outcome.ts'
import type { DeliveryId, DestinationId, LeadId } from '../../shared/ids.ts'
import { leaseBytesMax, leaseSecondsMax } from '../../shared/limits.ts'
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
 * What has to be rung for: high intent first, then the longest waiting. Leased ones are left to their consumer.
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
        where is_low_intent = ?1 and due_at <= ?2 and (state = 'pending' or needs_check = 1)
          and (lease_until is null or lease_until <= ?2) order by due_at limit ?3`,
      intent === 'low' ? 1 : 0,
      port.now(),
      limit,
    )
    .map(row => ({ ...row, intent, needsCheck: row.needsCheck === 1 }))
}

/**
 * Leads of deliveries that have ended, which the read index does not show yet: at most so many. They are no part of what is
 * due, else a read index that is down would in time keep everything from being delivered.
 */
export function unshownLeads(port: LedgerPort, limit: number): LeadId[] {
  const rows = port.all<{ lead_id: LeadId }>(
    `select lead_id from deliveries where is_low_intent in (0, 1) and due_at <= ? and state <> 'pending' and needs_check = 0
      limit ?`,
    port.now(),
    limit,
  )
  return rows.map(row => row.lead_id)
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
  /** What the destination calls the record, where a delivery has told. */
  readonly recordId?: string
  readonly lead: SealedLead
}

interface LeasedRow {
  lead_id: LeadId
  is_erasure: number
  is_ambiguous: number
  needs_check: number
  record_id: string | null
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
          returning lead_id, is_erasure, is_ambiguous, needs_check, record_id`,
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
        ...(row.record_id === null ? {} : { recordId: row.record_id }),
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

/**
 * Redrives what matches, oldest first. What is pending and due gains nothing by it and is left out; so is what was not attempted
 * since it was last owed, unless its destination is named: then one call after the other comes to an end, also where a
 * destination is paused.
 */
export function redriveAll(
  port: LedgerPort,
  filter: { state: 'pending' | 'parked'; destination?: string | undefined; reason?: string | undefined; limit: number },
): LeadId[] {
  return port
    .all<{ lead_id: LeadId }>(
      `update deliveries set state = 'pending', due_at = ?1, attempts_made = 0, reason = null,
        owed_since = case when state = 'pending' then owed_since else ?1 end where id in
        (select id from deliveries where state = ?2 and (?3 is null or destination_id = ?3) and (?4 is null or reason = ?4)
          and (state = 'parked' or (due_at > ?1 and (attempts_made > 0 or ?3 is not null))) order by id limit ?5) returning lead_id`,
      port.now(),
      filter.state,
      filter.destination ?? null,
      filter.reason ?? null,
      filter.limit,
    )
    .map(row => row.lead_id)
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
