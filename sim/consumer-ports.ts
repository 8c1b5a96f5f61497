// The ledger as a consumer reaches it: what can happen between the two while the CRM is called. A consumer that dies
// waits for ever: nothing of it goes on, and its batch is given up by the queue.

import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { ObjectHost } from './object-host.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface ConsumerPortsParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly ledger: ObjectHost['call']
}

export function consumerPorts({ time, dice, faults, ledger }: ConsumerPortsParts): ObjectHost['call'] {
  const dead = () => new Promise<never>(() => {})
  const pause = (least: number, most: number) =>
    new Promise<void>(resolve => time.after(dice.between(least, most), resolve))
  const lease: ObjectHost['call'] = async (method, args) => {
    const leased = await ledger(method, args)
    if (faults.strikes('dies-before-call')) return dead()
    if (faults.strikes('lease-late')) await pause(25_000, 40_000)
    return leased
  }
  const settle: ObjectHost['call'] = async (method, args) => {
    if (faults.strikes('dies-before-settle')) return dead()
    if (faults.strikes('settle-fails')) throw new Error('not reached')
    if (faults.strikes('settle-late')) await pause(25_000, 60_000)
    const settled = await ledger(method, args)
    if (faults.strikes('settle-reply-lost')) throw new Error('reply lost')
    return settled
  }
  return (method, args) => {
    if (method === 'lease') return lease(method, args)
    return method === 'settle' ? settle(method, args) : ledger(method, args)
  }
}
