// Which leads stand together for one person. The oldest lead stands for all of them: its record in a destination stays the
// person's. Leads and submissions are never moved or rewritten, so that parting them again loses nothing.

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
  for (const group of moved) {
    const [person] = [...group].sort()
    for (const id of group) {
      port.all(
        'update leads set merged_into = ?1 where id = ?2 and merged_into is not ?1',
        id === person ? null : (person ?? null),
        id,
      )
    }
  }
  const now = port.now()
  for (const group of moved) {
    const [person, ...others] = [...group].sort()
    if (!person) continue
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
  const [person] = [...group].sort()
  if (!person || personOf(port, person) !== person) return true
  return membersOf(port, person).sort().join() !== [...group].sort().join()
}

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
