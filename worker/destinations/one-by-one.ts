// Leads of one message, for a vendor that takes one a call: in their order, and no further once the vendor is out of reach.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { unambiguous } from './unambiguous.ts'

const stopping: readonly string[] = ['rate_limited', 'server_error', 'timeout', 'network', 'budget_spent']

/** One outcome for each. What stops one stops all: after a limit or a lost connection, each further call makes it worse. */
export async function oneByOne<Prepared>(
  prepared: readonly Prepared[],
  write: (one: Prepared) => Promise<DeliveryOutcome>,
): Promise<readonly DeliveryOutcome[]> {
  const outcomes: DeliveryOutcome[] = []
  for (const one of prepared) {
    const last = outcomes.at(-1)
    const isStopped = last?.kind === 'blocked' || (last?.kind === 'retry' && stopping.includes(last.reason))
    // Of the others nothing was sent, so that nothing is in doubt.
    outcomes.push(isStopped ? unambiguous(last) : await write(one))
  }
  return outcomes
}
