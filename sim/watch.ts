// What is seen while a run goes on and could not be told from its end: two consumers with one delivery, an attempt that
// vanished, personal data outside its places, a write to the CRM after an erasure.

import { attemptsListedMax, leaseSecondsMax } from '../shared/limits.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One thing that must never be seen, and of what: an id, a table, a fact's name. */
export interface Sighting {
  readonly what: 'leased-twice' | 'attempt-vanished' | 'person-leaked' | 'written-after-erasure'
  readonly of: string
}

export interface Watch {
  readonly sightings: Sighting[]
  readonly leased: (deliveryId: string, token: string) => void
  readonly settled: (deliveryId: string, token: string, history: { before: string; after: string }) => void
  /** Looks for people in a text that must not have any. */
  readonly read: (text: string, where: string) => void
  readonly saw: (what: Sighting['what'], of: string) => void
}

/** Every invented person has this in name, address, company and message, and the number begins with the other. */
export const canary = 'kanarin'
export const canaryNumber = '1199'
const canaries = new RegExp(`${canary}|\\+55 ?\\(?${canaryNumber.slice(0, 2)}\\)? ?${canaryNumber.slice(2)}`, 'i')

/** Whether a text tells of one of the run's people. */
export const tellsOfPerson = (text: string): boolean => canaries.test(text)

export function watchOf(time: VirtualTime): Watch {
  const sightings: Sighting[] = []
  // By both clocks: the ledger's own may jump either way, and then a lease ends early or late by its account.
  const holders = new Map<string, { token: string; wallUntil: number; until: number }>()
  const saw = (what: Sighting['what'], of: string) => {
    sightings.push({ what, of })
  }
  return {
    sightings,
    saw,
    leased: (id, token) => {
      const holder = holders.get(id)
      const isHeld = holder && holder.wallUntil > time.wall() && holder.until > time.elapsed()
      if (isHeld && holder.token !== token) saw('leased-twice', id)
      const ms = leaseSecondsMax * 1_000
      holders.set(id, { token, wallUntil: time.wall() + ms, until: time.elapsed() + ms })
    },
    settled: (id, token, { before, after }) => {
      if (holders.get(id)?.token === token) holders.delete(id)
      if (!isAppended(before, after)) saw('attempt-vanished', id)
    },
    read: (text, where) => {
      if (tellsOfPerson(text)) saw('person-leaked', where)
    },
  }
}

/** Whether a history is the one before it, as it was, with at most one attempt more; or has reached its bound. */
export function isAppended(before: string, after: string): boolean {
  if (before === after || before === '[]') return true
  if (after.startsWith(before.slice(0, -1))) return true
  const was: unknown[] = JSON.parse(before)
  const is: unknown[] = JSON.parse(after)
  const isFull = was.length === attemptsListedMax && is.length === attemptsListedMax
  const kept = [is[0], ...is.slice(1, -1)].map(attempt => JSON.stringify(attempt))
  return isFull && kept.join() === [was[0], ...was.slice(2)].map(attempt => JSON.stringify(attempt)).join()
}
