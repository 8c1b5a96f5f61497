// The world as the product sees it, for as long as a run lasts: clock, chance, keys, network, time limits and console
// are the run's. Only one run at a time may have them; afterwards they are the machine's again.

import type { Dice } from './dice.ts'
import { promptCrypto } from './prompt-crypto.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface PatchedGlobals {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly fetch: (url: string, init: RequestInit) => Promise<Response>
  readonly onLog: (line: string) => void
}

// One for all: making one with its stack for each time limit costs more than the limit.
const timedOut = new DOMException('timed out', 'TimeoutError')

/** Runs `work` in that world. */
export async function inWorld<T>({ time, dice, fetch, onLog }: PatchedGlobals, work: () => Promise<T>): Promise<T> {
  const undo = [
    patch(Date, 'now', time.wall),
    patch(Math, 'random', dice.roll),
    patch(globalThis, 'crypto', promptCrypto(dice)),
    patch(globalThis, 'fetch', fetch),
    patch(console, 'log', onLog),
    patch(AbortSignal, 'timeout', (ms: number) => {
      const controller = new AbortController()
      time.after(ms, () => controller.abort(timedOut), 'background')
      return controller.signal
    }),
  ]
  try {
    return await work()
  } finally {
    for (const restore of undo.reverse()) restore()
  }
}

function patch(owner: object, name: string, value: unknown): () => void {
  const before = Object.getOwnPropertyDescriptor(owner, name)
  Object.defineProperty(owner, name, { value, configurable: true, writable: true })
  return () => {
    if (before) Object.defineProperty(owner, name, before)
  }
}
