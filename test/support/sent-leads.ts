// The leads that a collector was sent, with the types that the snippet promises for them. Does not check the promise:
// the tests do.

import type { WireFieldValue, WireSubmission, WireTouchpoint } from '../../shared/wire.ts'

/** A body as the snippet sends it: it always says what the contract leaves open. */
export interface SentLead extends WireSubmission {
  readonly id: string
  readonly fields: readonly (readonly [string, WireFieldValue])[]
  readonly form: NonNullable<WireSubmission['form']>
  readonly attribution: { readonly first: WireTouchpoint; readonly last: WireTouchpoint }
}

/** In order of arrival. A test may take the first two without a check: `[1]` of a list of one throws. */
export type SentLeads = readonly [SentLead, SentLead, ...SentLead[]]

/** Reads one body text for each lead. */
export function sentLeads(texts: readonly string[]): SentLeads {
  const leads: readonly SentLead[] = texts.map(text => JSON.parse(text))
  const list = new Proxy(leads, {
    get: (target, key) => {
      if (typeof key === 'string' && /^\d+$/.test(key) && !(key in target))
        throw new Error(`no lead ${key} has arrived`)
      return Reflect.get(target, key)
    },
  })
  return list as SentLeads
}
