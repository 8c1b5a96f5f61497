// The secrets of a run, and how they go missing. Made of the seed, worth nothing anywhere else.

import { crmToken } from './crm.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface Secrets {
  readonly indexKey: string
  readonly token: () => string | undefined
  readonly keyring: () => string
  readonly hideToken: (ms: number) => void
  /** Another wrapping key is in use, and the first one is not there. */
  readonly changeKeyring: (ms: number) => void
}

export function secretsOf({ time, dice, faults }: { time: VirtualTime; dice: Dice; faults: Faults }): Secrets {
  const key = () => Buffer.from(Uint8Array.from({ length: 32 }, () => dice.between(0, 255))).toString('base64')
  const [first, second] = [key(), key()]
  const whole = JSON.stringify({ current: 1, keys: { '1': first, '2': second } })
  const changed = JSON.stringify({ current: 2, keys: { '2': second } })
  let hiddenUntil = 0
  let changedUntil = 0
  const lasts = (until: number) => until > time.elapsed() && !faults.isOver()
  return {
    indexKey: key(),
    token: () => (lasts(hiddenUntil) ? undefined : crmToken),
    keyring: () => (lasts(changedUntil) ? changed : whole),
    hideToken: ms => {
      hiddenUntil = time.elapsed() + ms
    },
    changeKeyring: ms => {
      changedUntil = time.elapsed() + ms
    },
  }
}
