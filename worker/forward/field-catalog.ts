// What a vendor says of its fields, as the gate keeps it: given out for preflight, asked for when it is old or was wrong. For
// some minutes an isolate remembers it, since asking the gate is a call for each batch.

import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { DestinationId } from '../../shared/ids.ts'
import { catalogMemoryMinutesMax } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { gateOf } from '../platform/objects.ts'
import type { Site } from '../receive/sites.ts'
import type { Described } from './destination-gate.ts'

interface Remembered {
  readonly catalog: FieldCatalog | undefined
  readonly until: number
  /** The vendor was asked, or need not be, as far as this isolate knows. */
  isAsked: boolean
}

const rememberedOf = new WeakMap<Env, Map<string, Remembered>>()

/** The fields of one destination of a site. */
export function fieldCatalog(env: Env, site: Site, destination: DestinationId, described: Described) {
  const remembered = rememberedOf.get(env) ?? new Map<string, Remembered>()
  rememberedOf.set(env, remembered)
  const key = `${site.id}/${destination}`
  const gate = () => gateOf(env, site, destination)
  return {
    /** Undefined where nobody has asked yet: then everything is sent as it is. */
    read: async (): Promise<FieldCatalog | undefined> => {
      const known = remembered.get(key)
      if (known && known.until > Date.now()) return known.catalog
      try {
        const catalog = await gate().catalog(described)
        const until = Date.now() + catalogMemoryMinutesMax * 60_000
        remembered.set(key, { catalog, until, isAsked: false })
        return catalog
      } catch {
        // The gate moved or restarted, or its storage failed. That must not stop a lead.
        return undefined
      }
    },
    /** Has the vendor asked again, when nobody waits any more: now and then, and when it has refused a field. */
    refresh: async (outcomes: readonly DeliveryOutcome[]): Promise<void> => {
      const isRefused = outcomes.some(isAboutFields)
      const known = remembered.get(key)
      // A vendor that is down or refuses us is not asked for more.
      if (!isRefused && (known?.isAsked || !outcomes.some(({ kind }) => kind === 'delivered'))) return
      try {
        await gate().refreshCatalog(described, isRefused)
        if (isRefused) remembered.delete(key)
        else if (known) known.isAsked = true
      } catch {
        // As above. All is settled, and the next batch asks again.
      }
    },
  }
}

function isAboutFields(outcome: DeliveryOutcome): boolean {
  if (outcome.kind === 'rejected') return outcome.field !== undefined
  if (outcome.kind === 'delivered') return outcome.dropped !== undefined
  // A field that must be seen before a write, and is not there, is the settings' fault.
  return outcome.kind === 'blocked' && outcome.reason === 'misconfigured'
}
