// The one way to reach a Durable Object, so that a site's jurisdiction cannot be forgotten: it is fixed when the
// object is first reached and can never be added later.

import type { DestinationId } from '../../shared/ids.ts'
import type { Env } from '../env.ts'
import type { Site } from '../receive/sites.ts'

/** The ledger of a site. A new stub each time: a stub is broken after an exception (Durable Objects, error handling). */
export function ledgerOf(env: Env, site: Site) {
  return inJurisdiction(env.LEDGER, site).getByName(site.id)
}

/** The gate of one destination of a site. */
export function gateOf(env: Env, site: Site, destination: DestinationId) {
  return inJurisdiction(env.GATE, site).getByName(`${site.id}/${destination}`)
}

function inJurisdiction<T extends Rpc.DurableObjectBranded>(namespace: DurableObjectNamespace<T>, site: Site) {
  // Local runs leave it out: the local runtime does not implement jurisdictions and throws.
  return site.jurisdiction ? namespace.jurisdiction(site.jurisdiction) : namespace
}
