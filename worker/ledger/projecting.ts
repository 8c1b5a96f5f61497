// Which leads' rows in the read index are behind, and the writing of them. Kept in memory: what is lost with the object is
// still due, and is projected again.

import type { LeadId } from '../../shared/ids.ts'
import { projectLeadsMax } from '../../shared/limits.ts'
import { type DeliveryRow, deliveriesOf } from './delivery-rows.ts'
import { markProjected } from './owed.ts'
import type { LedgerPort } from './port.ts'
import { readSealedLead, type SealedLead } from './sealed-lead.ts'

/** What a row of the read index is made of. */
export interface Projectable {
  readonly lead: SealedLead | undefined
  readonly deliveries: readonly DeliveryRow[]
}

export interface Projecting {
  readonly add: (id: LeadId) => void
  /** Writes all that are behind. False when it failed: they stay behind. */
  readonly all: () => Promise<boolean>
  /** Writes these, behind or not. Throws when the read index does. */
  readonly these: (ids: readonly LeadId[]) => Promise<void>
}

export interface ProjectingParts {
  readonly port: LedgerPort
  /** Writes rows to the read index, and answers which leads do not open: they stay unshown. */
  readonly write: (rows: readonly Projectable[]) => Promise<readonly LeadId[]>
  /** Told of so many leads that could not be written. */
  readonly failed: (thrown: unknown, count: number) => void
}

export function projecting({ port, write, failed }: ProjectingParts): Projecting {
  const behind = new Set<LeadId>()
  let writing: Promise<boolean> = Promise.resolve(true)

  async function project(ids: readonly LeadId[]): Promise<void> {
    const rows = ids.map(id => ({ lead: readSealedLead(port, id), deliveries: deliveriesOf(port, id) }))
    const unreadable = new Set(await write(rows))
    // Only those that have not moved while it was written: their end would otherwise never be projected.
    markProjected(
      port,
      ids.filter(id => !behind.has(id) && !unreadable.has(id)),
    )
  }

  async function projectBehind(): Promise<boolean> {
    while (behind.size > 0) {
      const ids = [...behind].slice(0, projectLeadsMax)
      // Taken off first: a lead that moves meanwhile is put back on by that move.
      for (const id of ids) behind.delete(id)
      try {
        await project(ids)
      } catch (thrown) {
        for (const id of ids) behind.add(id)
        failed(thrown, ids.length)
        return false
      }
    }
    return true
  }

  return {
    add: id => behind.add(id),
    // One after the other: of two projections of one lead the older must not be the last to write.
    all: () => {
      writing = writing.then(projectBehind)
      return writing
    },
    these: async ids => {
      for (let at = 0; at < ids.length; at += projectLeadsMax) await project(ids.slice(at, at + projectLeadsMax))
    },
  }
}
