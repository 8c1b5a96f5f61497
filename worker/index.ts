// The Worker's entries: requests, queue batches, the cron, and the classes of its Durable Objects.

import { app } from './app.ts'
import type { Env } from './env.ts'
import { deliverBatch } from './forward/deliver.ts'
import { watch } from './forward/watchdog.ts'
import { log } from './platform/log.ts'

export { DestinationGate } from './forward/destination-gate.ts'
export { LeadLedger } from './ledger/lead-ledger.ts'

export default {
  fetch: app.fetch,

  async queue(batch, env) {
    if (batch.queue.endsWith('-dead')) {
      // A doorbell that rang in vain. What is owed stands in the ledger, so nothing is lost: note it, and look after
      // the ledgers now instead of at the next round.
      log.fact('doorbell.dead', { count: batch.messages.length })
      await watch(env)
      batch.ackAll()
      return
    }
    await deliverBatch(env, batch)
  },

  async scheduled(_controller, env) {
    await watch(env)
  },
} satisfies ExportedHandler<Env>
