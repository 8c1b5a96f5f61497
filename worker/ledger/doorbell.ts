// Whom the queue has been rung for, and whom it is to be rung for now. Kept in memory: what is lost with the object is rung
// for again, which is harmless.

import type { DeliveryId } from '../../shared/ids.ts'
import { ringAgainSecondsMin, ringLowOutstandingMax, ringOutstandingMax } from '../../shared/limits.ts'
import { dueDeliveries, type OwedDelivery } from './owed.ts'
import type { LedgerPort } from './port.ts'

export interface Doorbell {
  /** What is due, whether it was rung for or not. */
  readonly due: () => readonly OwedDelivery[]
  /** Rings for what is due, save what `isHeld` and what it was rung for just now. False when the queue failed. */
  readonly ring: (isHeld: (delivery: OwedDelivery) => boolean) => Promise<boolean>
  /** These are no longer in the queue. */
  readonly answered: (ids: readonly DeliveryId[]) => void
  /** These wait for the pace: the gate counts on them to come back, and is told when they do. */
  readonly waits: (ids: readonly DeliveryId[]) => void
  /** Low intent is due and was not rung for, because of high intent. */
  readonly holdsBack: () => boolean
}

export interface DoorbellParts {
  readonly port: LedgerPort
  /** Tells the queue. Throws when it does not take what it is told. */
  readonly send: (input: {
    due: readonly OwedDelivery[]
    hasWaited: (id: DeliveryId) => boolean
    now: number
  }) => Promise<void>
  /** Told of so many deliveries that could not be rung for. */
  readonly failed: (thrown: unknown, count: number) => void
}

export function doorbell({ port, send, failed }: DoorbellParts): Doorbell {
  const rungAt = new Map<DeliveryId, number>()
  // Lost with the object: then they count twice a while.
  const waited = new Set<DeliveryId>()
  let holdsBack = false

  const dueNow = () => dueDeliveries(port, ringOutstandingMax, ringLowOutstandingMax)

  // Low intent of a destination is rung for when no high intent is due there: else the two would meet in the queue.
  function behindHighIntent(due: readonly OwedDelivery[]): OwedDelivery[] {
    const ahead = new Set(due.filter(({ intent }) => intent === 'high').map(({ destination }) => destination))
    const kept = due.filter(({ intent, destination }) => intent === 'high' || !ahead.has(destination))
    holdsBack = kept.length < due.length
    return kept
  }

  return {
    due: dueNow,
    ring: async isHeld => {
      const now = port.now()
      const rungBefore = now - ringAgainSecondsMin * 1_000
      const due = behindHighIntent(dueNow()).filter(
        delivery =>
          (delivery.state === 'pending' || delivery.needsCheck) &&
          (rungAt.get(delivery.id) ?? 0) <= rungBefore &&
          !isHeld(delivery),
      )
      if (due.length === 0) return true
      for (const { id } of due) rungAt.set(id, now)
      try {
        await send({ due, hasWaited: id => waited.has(id), now })
        for (const { id } of due) waited.delete(id)
        return true
      } catch (thrown) {
        for (const { id } of due) rungAt.delete(id)
        failed(thrown, due.length)
        return false
      }
    },
    answered: ids => {
      for (const id of ids) rungAt.delete(id)
    },
    waits: ids => {
      for (const id of ids) waited.add(id)
    },
    holdsBack: () => holdsBack,
  }
}
