// The watchdog: once a minute it looks after every ledger, in case an alarm or a message was lost.

import type { Env } from '../env.ts'
import { errorName, log } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'
import { readSites } from '../receive/sites.ts'

/** One round over all sites. A ledger that cannot be reached does not keep the others from being looked after. */
export async function watch(env: Env): Promise<void> {
  const rounds = [...readSites(env).values()].map(async site => {
    try {
      await ledgerOf(env, site).watch()
    } catch (thrown) {
      // The object is overloaded or moving: the next round is a minute away.
      log.fact('watchdog.failed', { siteId: site.id, error: errorName(thrown) })
    }
  })
  await Promise.all(rounds)
}
