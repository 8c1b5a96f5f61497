// The queue of a run: batches of what came within a second, to consumers that run side by side; tried again three times,
// then to the dead letter queue (wrangler.toml). Nothing of it is kept by anyone but the ledger.

import type { DeliveryPointer } from '../worker/forward/ring.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { VirtualTime } from './virtual-time.ts'

const batchMsMax = 1_000
const batchMessagesMax = 100
const retriesMax = 3
/** When a consumer that never ends is given up. Its calls have their own, shorter limits. */
const consumerMsMax = 60_000

interface Entry {
  readonly body: unknown
  readonly retries: number
}

export interface QueueParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly onMessage: (text: string) => void
  /** Hands a batch to the Worker. */
  readonly consume: (batch: MessageBatch) => Promise<void>
}

export function queueOf({ time, dice, faults, onMessage, consume }: QueueParts) {
  let gathering: Entry[] = []

  const take = (body: DeliveryPointer) => {
    onMessage(JSON.stringify(body))
    const entry = { body, retries: 0 }
    if (faults.strikes('message-garbled')) gather({ body: { ding: 'dong' }, retries: 0 })
    if (faults.strikes('message-lost')) return
    if (faults.strikes('message-dead')) return toDead([entry])
    if (faults.strikes('message-delayed')) {
      time.after(dice.between(60_000, 1_200_000), () => gather(entry))
      return
    }
    gather(entry)
    if (faults.strikes('message-doubled')) time.after(batchMsMax, () => hand([entry]))
  }
  const gather = (entry: Entry) => {
    if (gathering.length === 0) time.after(batchMsMax, flush)
    gathering.push(entry)
    if (gathering.length >= batchMessagesMax) flush()
  }
  const flush = () => {
    const batch = gathering
    gathering = []
    if (batch.length > 0) hand(batch)
  }
  const hand = (entries: readonly Entry[]) => {
    const refused = new Set<Entry>()
    const messages = entries.map(entry => ({ body: entry.body, ack: () => {}, retry: () => refused.add(entry) }))
    let isOver = false
    const end = (again: readonly Entry[]) => {
      if (isOver) return
      isOver = true
      forget()
      for (const entry of again) retry(entry)
    }
    const forget = time.after(consumerMsMax, () => end(entries))
    consume(batchOf('lead-deliveries', messages)).then(
      () => {
        end([...refused])
        if (faults.strikes('message-again')) time.after(dice.between(1_000, 90_000), () => hand(entries))
      },
      () => end(entries),
    )
  }
  const retry = ({ body, retries }: Entry) => {
    const entry = { body, retries: retries + 1 }
    if (retries >= retriesMax) toDead([entry])
    else time.after(dice.between(1_000, 10_000), () => gather(entry))
  }
  const toDead = (entries: readonly Entry[]) => {
    time.after(5_000, () => {
      const messages = entries.map(({ body }) => ({ body, ack: () => {}, retry: () => {} }))
      // What becomes of a dead letter is for the Worker to note; nothing follows from its failure.
      consume(batchOf('lead-deliveries-dead', messages)).catch(() => {})
    })
  }
  return {
    sendBatch: (requests: readonly { body: DeliveryPointer }[]): Promise<void> =>
      new Promise((resolve, reject) => {
        time.after(dice.between(5, 30), () => {
          if (faults.strikes('ring-fails')) return reject(new Error('queue overloaded'))
          for (const { body } of requests) take(body)
          if (faults.strikes('ring-fails-taken')) return reject(new Error('queue timed out'))
          resolve()
        })
      }),
  }
}

const batchOf = (queue: string, messages: readonly object[]): MessageBatch =>
  ({ queue, messages, ackAll: () => {}, retryAll: () => {} }) as unknown as MessageBatch
