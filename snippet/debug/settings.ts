// What the tag says, as it is found from outside: this file is a module, which has no script element of its own.

import { leadsPath } from '../../shared/wire.ts'
import type { LeadCaptureConfig } from '../public-types.ts'

/** Our script elements, pinned versions too, in the order of the page. A tag manager may have removed its own again. */
export const tagsFound = (): HTMLScriptElement[] =>
  [...document.scripts].filter(({ src }) => /\/lc\.([\da-f]+\.)?js\b/.test(src))

const tag = tagsFound()[0] || document.querySelector<HTMLScriptElement>('script[data-key]')

/** The same as the snippet's: the attributes of the tag, and above them what the page configured. */
export const settings: { [key in keyof LeadCaptureConfig]?: string | boolean } = {
  ...tag?.dataset,
  ...(window as { leadCaptureConfig?: LeadCaptureConfig }).leadCaptureConfig,
}

/** The collector is where this file came from. */
export const collectorOrigin: string = new URL(import.meta.url).origin

/** Where leads go, without the key. */
export const leadsUrl: string = `${new URL((settings.path as string) || leadsPath, collectorOrigin)}`
