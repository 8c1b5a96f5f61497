// Redriving by an operator's hand: the delivery is owed now with a fresh schedule, and its destination is called again
// at once, even where it was paused for its credentials. A pause that an operator has made stays.

import type { DeliveryId, DestinationId } from '../../shared/ids.ts'
import { redriveDeliveriesMax } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { gateOf, ledgerOf } from '../platform/objects.ts'
import { sitesInOrder } from './read-lists.ts'

/** Redrives one delivery. False when no site has it, or when it is erased. */
export async function redriveOne(env: Env, delivery: { id: DeliveryId; destination: DestinationId }): Promise<boolean> {
  for (const site of sitesInOrder(env)) {
    if (!(await ledgerOf(env, site).redrive(delivery.id))) continue
    await gateOf(env, site, delivery.destination).redriven()
    return true
  }
  return false
}

/** Redrives what matches, oldest first, at most `redriveDeliveriesMax`. Returns how many. */
export async function redriveMatching(
  env: Env,
  filter: { state: 'pending' | 'parked'; destination?: string | undefined; reason?: string | undefined },
): Promise<number> {
  let redriven = 0
  for (const site of sitesInOrder(env)) {
    const limit = redriveDeliveriesMax - redriven
    if (limit <= 0) break
    redriven += await ledgerOf(env, site).redriveAll({ ...filter, limit })
    const resumed = site.destinations.filter(({ id }) => filter.destination === undefined || filter.destination === id)
    await Promise.all(resumed.map(({ id }) => gateOf(env, site, id).redriven()))
  }
  return redriven
}
