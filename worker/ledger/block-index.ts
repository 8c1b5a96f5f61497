// Finds the leads that share a block key with a lead. Held in memory: a row for each key would triple the price of a lead.
// Lost with the object, and read again from the leads when it is next needed. Holds no personal data, only HMACs.
// A hash table on typed arrays: at its bound it takes about 25 MB, where a Map would take more than an object has.

import type { LeadId } from '../../shared/ids.ts'
import { candidatesMax, leadsPerBlockKeyMax } from '../../shared/limits.ts'

export interface BlockIndex {
  /** Leads that were ever added, removed ones too: what it costs in memory. */
  readonly size: () => number
  /** Files a lead under these keys; those that it has already are not filed again. */
  readonly add: (id: LeadId, macs: readonly bigint[]) => void
  readonly remove: (id: LeadId) => void
  /**
   * Other leads that share a key, the most shared keys first, then the lower id; at most `candidatesMax`. Keys that more
   * than `leadsPerBlockKeyMax` leads have are not followed.
   */
  readonly find: (id: LeadId, macs: readonly bigint[]) => LeadId[]
}

const sizeAtFirst = 4_096
const none = -1

export function blockIndex(): BlockIndex {
  const ids: (LeadId | undefined)[] = []
  const slots = new Map<LeadId, number>()
  // One entry a key and lead; `next` leads to the next entry of the same place.
  let places = new Int32Array(sizeAtFirst).fill(none)
  let keys = new BigUint64Array(sizeAtFirst)
  let slotOf = new Int32Array(sizeAtFirst)
  let next = new Int32Array(sizeAtFirst)
  let used = 0

  // The keys are HMACs, so their low bits are spread evenly.
  const placeOf = (mac: bigint) => Number(mac & 0x7fff_ffffn) & (places.length - 1)

  function* entriesOf(mac: bigint): Generator<number> {
    for (let at = places[placeOf(mac)] ?? none; at !== none; at = next[at] ?? none) if (keys[at] === mac) yield at
  }

  function link(at: number): void {
    const place = placeOf(keys[at] ?? 0n)
    next[at] = places[place] ?? none
    places[place] = at
  }

  function grow(): void {
    const size = places.length * 2
    const [olderKeys, olderSlots] = [keys, slotOf]
    places = new Int32Array(size).fill(none)
    keys = new BigUint64Array(size)
    slotOf = new Int32Array(size)
    next = new Int32Array(size)
    keys.set(olderKeys)
    slotOf.set(olderSlots)
    for (let at = 0; at < used; at++) link(at)
  }

  // Whether the lead is there already, or the key has so many that it is not followed any more.
  function isSettled(mac: bigint, slot: number): boolean {
    let leads = 0
    for (const at of entriesOf(mac)) {
      leads += 1
      if (slotOf[at] === slot || leads > leadsPerBlockKeyMax) return true
    }
    return false
  }

  return {
    size: () => ids.length,
    add: (id, macs) => {
      const slot = slots.get(id) ?? ids.push(id) - 1
      slots.set(id, slot)
      for (const mac of macs) {
        if (isSettled(mac, slot)) continue
        if (used === places.length) grow()
        keys[used] = mac
        slotOf[used] = slot
        link(used)
        used += 1
      }
    },
    remove: id => {
      const slot = slots.get(id)
      slots.delete(id)
      if (slot !== undefined) ids[slot] = undefined
    },
    find: (id, macs) => {
      const shared = new Map<LeadId, number>()
      for (const mac of macs) {
        const found: LeadId[] = []
        for (const at of entriesOf(mac)) {
          const other = ids[slotOf[at] ?? none]
          if (other !== undefined && other !== id) found.push(other)
          if (found.length > leadsPerBlockKeyMax) break
        }
        if (found.length <= leadsPerBlockKeyMax)
          for (const other of found) shared.set(other, (shared.get(other) ?? 0) + 1)
      }
      const order = ([idA, a]: [LeadId, number], [idB, b]: [LeadId, number]) => b - a || (idA < idB ? -1 : 1)
      return [...shared]
        .sort(order)
        .slice(0, candidatesMax)
        .map(([other]) => other)
    },
  }
}
