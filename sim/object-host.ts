// Runs one Durable Object as its platform does: one instance at a time, calls that commit before their reply leaves,
// alarms at least once. What an instance holds in memory is gone when it is evicted, and whatever it awaited never comes.

import type { Dice } from './dice.ts'
import type { FaultKind } from './fault-kinds.ts'
import type { Faults } from './faults.ts'
import { type ObjectAlarm, objectAlarm } from './object-alarm.ts'
import type { ObjectStorage } from './object-storage.ts'
import type { VirtualTime } from './virtual-time.ts'

/** One instance's time in memory. */
export interface Life {
  /** Passes an answer on for as long as the instance lives. */
  readonly guard: <T>(answer: Promise<T>) => Promise<T>
}

export interface HostParts<Instance> {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly storage: ObjectStorage
  /** Faults of a call: before it reached the object, and of the object's memory. */
  readonly callFault: FaultKind
  readonly evictFault: FaultKind
  /** Whether statements fail, commits are lost and replies go missing, too. */
  readonly isLedger: boolean
  /** A broken platform lets replies leave before the commit. */
  readonly repliesEarly?: boolean
  readonly wake: (ctx: HostContext, life: Life) => Instance
}

/** What an instance gets of its platform. */
export interface HostContext {
  readonly setAlarm: (at: number) => void
  readonly alarmAt: () => number | undefined
}

export interface ObjectHost {
  /** Calls a method as another part of the product does. */
  readonly call: (method: string, args: readonly unknown[]) => Promise<unknown>
  readonly evict: () => void
}

/** A call that did not come back as it should. */
class CallError extends Error {
  override name = 'CallError'
}

export function objectHost<Instance extends object>(parts: HostParts<Instance>): ObjectHost {
  const { time, dice, faults, storage } = parts
  let living: { instance: Instance; end: () => void } | undefined
  const alarm: ObjectAlarm = objectAlarm({ time, dice, faults, storage, run: () => runAlarm(), evict: () => evict() })

  const evict = () => {
    living?.end()
    living = undefined
    alarm.broke()
  }
  const awake = (): Instance => {
    if (living) return living.instance
    let isOver = false
    const guard = <T>(answer: Promise<T>) =>
      new Promise<T>((resolve, reject) => {
        const unless = (go: () => void) => () => (isOver ? undefined : go())
        answer.then(
          value => unless(() => resolve(value))(),
          thrown => unless(() => reject(thrown))(),
        )
      })
    const end = () => {
      isOver = true
    }
    const instance = parts.wake(
      { setAlarm: at => (isOver ? undefined : alarm.set(at)), alarmAt: () => alarm.at() },
      { guard },
    )
    living = { instance, end }
    return instance
  }
  const methodOf = (instance: Instance, name: string): ((...args: readonly unknown[]) => unknown) => {
    const method: unknown = Reflect.get(instance, name)
    if (typeof method !== 'function') throw new CallError(`there is no ${name}`)
    return (...args) => method.apply(instance, args)
  }
  const runAlarm = async () => {
    await methodOf(awake(), 'alarm')()
  }

  /** Does the work and commits it. Throws when there is no reply. */
  const work = (name: string, args: readonly unknown[]): unknown => {
    if (faults.strikes(parts.evictFault)) evict()
    if (faults.strikes(parts.callFault)) throw new CallError('not reached')
    const instance = awake()
    if (!parts.isLedger) return methodOf(instance, name)(...args)
    const alarmBefore = alarm.at()
    const isDying = faults.strikes('dies-before-commit')
    let reply: unknown
    try {
      if (faults.strikes('statement-fails')) storage.failAfter(dice.between(0, 5))
      storage.transaction(() => {
        reply = methodOf(instance, name)(...args)
        if (isDying) throw new CallError('reset')
      })
    } catch (thrown) {
      alarm.restore(alarmBefore)
      // What an instance that is gone still awaits is nobody's.
      if (reply instanceof Promise) reply.catch(() => {})
      if (!isDying) throw thrown
      evict()
      if (parts.repliesEarly && reply !== undefined) return reply
      throw thrown
    } finally {
      storage.failAfter(Number.POSITIVE_INFINITY)
    }
    if (faults.strikes('reply-lost')) {
      if (reply instanceof Promise) reply.catch(() => {})
      throw new CallError('reply lost')
    }
    return reply
  }

  return {
    evict,
    call: (name, args) =>
      new Promise((resolve, reject) => {
        time.after(dice.between(1, 20), () => {
          let reply: unknown
          try {
            reply = work(name, args)
          } catch (thrown) {
            time.after(5, () => reject(thrown))
            return
          }
          // A method that waits itself (rebuilding the index) replies when it is done.
          if (reply instanceof Promise) reply.then(resolve, reject)
          else time.after(dice.between(1, 10), () => resolve(reply))
        })
      }),
  }
}
