// Which leads stand together for one person. The oldest lead that has a record in a destination stands for all of them, so
// that the record stays the person's; the oldest of all where none has. Leads and submissions are never moved or rewritten, so
// that parting them again loses nothing.

import type { DeliveryState } from '../../shared/delivery/outcome.ts'
import type { DestinationId, LeadId } from '../../shared/ids.ts'
import { oweDelivery, raiseRevision } from './accept.ts'
import type { LedgerPort } from './port.ts'
import { membersOf, personOf } from './sealed-lead.ts'

/**
 * Makes each of these groups one person. Leads that stood with one of them must be in a group too.
 * @returns every lead that now stands with others than before
 */
export function joinLeads(port: LedgerPort, groups: readonly (readonly LeadId[])[]): LeadId[] {
  const moved = groups.filter(group => isChanged(port, group))
  const wasMerged = new Set(moved.flat().filter(id => personOf(port, id) !== id))
  const persons = moved.map(group => standingFor(port, group))
  for (const [person, ...others] of persons) {
    for (const id of [person, ...others]) {
      const pointsTo = id === person ? null : person
      port.all('update leads set merged_into = ?1 where id = ?2 and merged_into is not ?1', pointsTo, id)
    }
  }
  const now = port.now()
  for (const [person, ...others] of persons) {
    const group = [person, ...others]
    // Asked before anything is settled: a person is owed wherever one of its leads was.
    const owed = Map.groupBy(
      group.flatMap(id => owedOf(port, id)),
      row => row.destination,
    )
    for (const id of others) if (!wasMerged.has(id)) settleMerged(port, id, now)
    const revision = raiseRevision(port, person, now)
    for (const [destination, rows] of owed) {
      const waiting = rows.flatMap(row => (row.state === 'pending' && row.dueAt !== null ? [row.dueAt] : []))
      const isLowIntent = rows.every(row => row.isLowIntent === 1)
      const dueAt = isLowIntent && waiting.length > 0 ? Math.max(now, Math.min(...waiting)) : now
      oweDelivery(port, person, destination, { revision, now, dueAt, isLowIntent })
    }
  }
  return moved.flat()
}

function isChanged(port: LedgerPort, group: readonly LeadId[]): boolean {
  const [person] = standingFor(port, group)
  return personOf(port, person) !== person || membersOf(port, person).sort().join() !== [...group].sort().join()
}

/** The group, the lead that stands for it first. */
function standingFor(port: LedgerPort, group: readonly LeadId[]): [LeadId, ...LeadId[]] {
  const sorted = [...group].sort()
  const person = sorted.find(id => hasRecord(port, id)) ?? sorted[0]
  if (!person) throw new Error('a person has at least one lead')
  return [person, ...sorted.filter(id => id !== person)]
}

const hasRecord = (port: LedgerPort, id: LeadId): boolean =>
  port.all('select 1 from deliveries where id > ? and id < ? and delivered_revision > 0 limit 1', `${id}.`, `${id}/`)
    .length > 0

interface OwedRow {
  readonly destination: DestinationId
  readonly state: DeliveryState
  readonly dueAt: number | null
  readonly isLowIntent: number
}

function owedOf(port: LedgerPort, id: LeadId): OwedRow[] {
  return port.all<OwedRow>(
    `select destination_id as destination, state, due_at as dueAt, is_low_intent as isLowIntent from deliveries
      where id > ? and id < ? and state <> 'erased'`,
    `${id}.`,
    `${id}/`,
  )
}

// Nothing is owed any more for a lead that another one stands for. What it has in a destination already stays there: others
// may have worked on that record, so it is never deleted or emptied by us. It is due once more, for the read index.
function settleMerged(port: LedgerPort, id: LeadId, now: number): void {
  port.all(
    `update deliveries set state = 'merged', due_at = ?1, attempts_made = 0, reason = null, needs_check = 0
      where id > ?2 and id < ?3 and state <> 'erased'`,
    now,
    `${id}.`,
    `${id}/`,
  )
}
