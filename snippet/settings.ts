// What the tag says: the attributes of our script element, or `window.leadCaptureConfig` where a tag manager leaves us
// without one.

import { leadsPath } from '../shared/wire.ts'
import type { LeadCaptureConfig } from './public-types.ts'

/** How this page wants to be captured. */
export interface Settings {
  /** The collector, with the site key. Empty when there is no key: nothing is captured then. */
  readonly collectorUrl: string
  /** Capture tagged forms only. */
  readonly isTaggedOnly: boolean
  /** Nothing is sent or stored before consent is granted. */
  readonly isConsentRequired: boolean
  readonly isDebug: boolean
}

/** Reads the settings. Call it while our script is the current one. */
export const readSettings = (): Settings => {
  const script = (document.currentScript ||
    document.querySelector('script[data-key],script[src*="/lc.js"]')) as HTMLScriptElement | null
  const config = (window as { leadCaptureConfig?: LeadCaptureConfig }).leadCaptureConfig || {}
  const tag: DOMStringMap = script ? script.dataset : {}
  const key = tag.key || config.key
  let origin = ''
  try {
    origin = new URL(config.endpoint || (script as HTMLScriptElement).src).origin
  } catch {
    // No script element and no endpoint, or an address that is none: told below, as a missing key is.
  }
  return {
    collectorUrl: key && origin ? `${origin}${leadsPath}?k=${encodeURIComponent(key)}` : '',
    isTaggedOnly: (tag.auto || config.auto) === 'off',
    isConsentRequired: (tag.consent || config.consent) === 'required',
    isDebug: 'debug' in tag || !!config.debug,
  }
}
