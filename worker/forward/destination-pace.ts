// How often a destination is called: as its vendor publishes, or as the site says.

import type { Pace } from '../../shared/delivery/circuit.ts'
import type { BoundDestination } from '../destinations/destination.ts'
import type { SiteDestination } from '../receive/sites.ts'

// Of a destination whose settings are malformed.
const slowest: Pace = { calls: 1, perSeconds: 1, deliveriesPerCall: 1 }

/** The pace of a destination. `bound` is undefined where its settings are malformed. */
export function paceOf(bound: BoundDestination | undefined, { pace: own }: SiteDestination): Pace {
  const { perDay, ...pace } = bound?.pace ?? slowest
  if (!own) return { ...pace, ...(perDay === undefined ? {} : { perDay }) }
  const { calls, perSeconds } = own
  const day = own.perDay ?? perDay
  return { ...pace, calls, perSeconds, ...(day === undefined ? {} : { perDay: day }) }
}
