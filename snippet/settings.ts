// What the tag says: the attributes of our script element, or `window.leadCaptureConfig` where a tag manager or a
// bundler leaves us without one. Read once, while our script is the current one.

import { debugPath, leadsPath } from '../shared/wire.ts'
import { documentMember } from './dom.ts'
import type { LeadCaptureConfig } from './public-types.ts'

const script = documentMember('currentScript') || document.querySelector<HTMLScriptElement>('script[data-key]')

/** A data attribute is a text, and an empty one when it has no value; a config may hold `true`. */
export const settings: { [key in keyof LeadCaptureConfig]?: string | boolean } = {
  ...script?.dataset,
  // After the attributes: the script that was found may be another vendor's, with a key of theirs.
  ...(window as { leadCaptureConfig?: LeadCaptureConfig }).leadCaptureConfig,
}

/** A file of the collector's origin. */
const urlOf = (path: string) => `${new URL(path, (settings.endpoint as string) || script?.src)}`

/** What explains us to who installs us. Throws where no script and no setting shows the collector's origin. */
export const debugUrl = (): string => urlOf(debugPath)

/** The collector, with the site key: our own origin's. Empty without a key, and then nothing is captured. */
export const collectorUrl = settings.key ? `${urlOf((settings.path as string) || leadsPath)}?k=${settings.key}` : ''
