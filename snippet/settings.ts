// What the tag says: the attributes of our script element, or `window.leadCaptureConfig` where a tag manager or a
// bundler leaves us without one. Read once, while our script is the current one.

import { leadsPath } from '../shared/wire.ts'
import type { LeadCaptureConfig } from './public-types.ts'

const script = (document.currentScript || document.querySelector('script[data-key]')) as HTMLScriptElement | null

/** A data attribute is a text, and an empty one when it has no value; a config may hold `true`. */
const settings: { [key in keyof LeadCaptureConfig]?: string | boolean } = {
  ...(window as { leadCaptureConfig?: LeadCaptureConfig }).leadCaptureConfig,
  ...script?.dataset,
}

/** The collector, with the site key: our own origin's. Empty without a key, and then nothing is captured. */
export const collectorUrl = settings.key
  ? `${new URL(leadsPath, (settings.endpoint as string) || script?.src)}?k=${settings.key}`
  : ''

/** Capture tagged forms only. */
export const isTaggedOnly = settings.auto === 'off'

/** Nothing is sent or stored before consent is granted. */
export const isConsentRequired = settings.consent === 'required'

/** Speaks in the console. */
export const isDebug = settings.debug || settings.debug === ''
