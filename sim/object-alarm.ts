// The one alarm of a Durable Object: by the wall clock, at least once, tried again up to six times when it fails
// (Durable Objects, "Alarms", read 2026-11-24). Late, lost, doubled or broken off when a fault says so.

import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { ObjectStorage } from './object-storage.ts'
import type { VirtualTime } from './virtual-time.ts'

const triesAgainMax = 6
const triesAgainMsMin = 2_000

export interface ObjectAlarm {
  readonly set: (at: number) => void
  /** When it fires, by the wall clock. */
  readonly at: () => number | undefined
  /** Sets it back to what it was: a transaction was rolled back. */
  readonly restore: (at: number | undefined) => void
  /** The instance is gone: what it was doing is tried again. */
  readonly broke: () => void
}

export interface AlarmParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly storage: ObjectStorage
  readonly run: () => Promise<void>
  readonly evict: () => void
}

export function objectAlarm({ time, dice, faults, storage, run, evict }: AlarmParts): ObjectAlarm {
  let setFor: number | undefined
  let callOff: (() => void) | undefined
  let running: object | undefined
  let failures = 0

  const plan = () => {
    callOff?.()
    callOff = undefined
    if (setFor === undefined || running) return
    callOff = time.after(setFor - time.wall(), fire)
  }
  const fire = () => {
    callOff = undefined
    if (faults.strikes('alarm-lost')) {
      setFor = undefined
      return
    }
    if (faults.strikes('alarm-lost-and-evicted')) {
      setFor = undefined
      evict()
      return
    }
    if (faults.strikes('alarm-late')) callOff = time.after(dice.between(30_000, 600_000), begin)
    else begin()
  }
  const begin = () => {
    callOff = undefined
    setFor = undefined
    const mine = {}
    running = mine
    if (faults.strikes('alarm-throws')) storage.failAfter(dice.between(0, 5))
    const ended = (isWell: boolean) => {
      if (running !== mine) return
      running = undefined
      storage.failAfter(Number.POSITIVE_INFINITY)
      if (!isWell) return again()
      failures = 0
      if (faults.strikes('alarm-twice')) setFor = time.wall()
      plan()
    }
    run().then(
      () => ended(true),
      () => ended(false),
    )
  }
  const again = () => {
    failures += 1
    if (failures <= triesAgainMax) {
      const at = time.wall() + triesAgainMsMin * 2 ** (failures - 1)
      setFor = Math.min(setFor ?? at, at)
    } else failures = 0
    plan()
  }
  time.onJump(plan)
  return {
    set: at => {
      setFor = at
      plan()
    },
    at: () => setFor,
    restore: at => {
      setFor = at
      plan()
    },
    broke: () => {
      if (!running) return
      running = undefined
      again()
    },
  }
}
