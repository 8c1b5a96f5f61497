// What the person allowed, from whoever knows it: the page's own call, Global Privacy Control, IAB TCF, Google Consent
// Mode, OneTrust, Cookiebot. Three states: unknown is not denied, so a banner that still waits withdraws nothing.

import type { ConsentSource, WireConsent } from '../shared/wire.ts'
import type { ConsentBoxes } from './fields.ts'
import type { ConsentChoice } from './public-types.ts'
import { quietly } from './quietly.ts'

/** The globals of the consent platforms, as far as we read them. */
interface ConsentGlobals {
  __tcfapi?: (command: string, version: number, callback: (data: TcData, isOk: boolean) => void) => void
  dataLayer?: Iterable<{ 0?: unknown; 1?: unknown; 2?: { ad_storage?: string } } | null>
  OnetrustActiveGroups?: string
  OneTrust?: { IsAlertBoxClosed(): boolean }
  Cookiebot?: { hasResponse: boolean; consent: { marketing: boolean } }
}
interface TcData {
  readonly eventStatus: string
  readonly tcString: string
  readonly gdprApplies?: boolean
  readonly purpose?: { readonly consents?: Readonly<Record<string, boolean>> }
}
/** A word, or nobody's word yet; and how it was put. */
type Verdict = readonly [isGranted: boolean | undefined, raw?: string | undefined] | false | undefined

declare const window: ConsentGlobals
let chosen: WireConsent | undefined
let tcf: Verdict
let mode: Verdict
let tcfApi: ConsentGlobals['__tcfapi']

// Of a plain `true` there are no entries. What a page needs to work (`necessary`, `essenciais`) is nobody's consent.
const isAny = (choice: ConsentChoice) =>
  choice === true ||
  Object.entries(choice).some(([name, value]) => value === true && !/neces|^es+en|strict/i.test(name))
// Asked late: the first look at `navigator` takes a tenth of what a start takes.
const readGpc = () => (navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl

/** The record of somebody's word. */
const consentOf = (choice: ConsentChoice, source: ConsentSource): WireConsent => ({
  state: isAny(choice) ? 'granted' : 'denied',
  source,
  channels: choice as Record<string, boolean>,
  at: new Date().toISOString(),
})

/** The page's own word. What is no choice (null, a text) says nothing: it neither grants nor refuses. */
const wordOf = (choice: unknown) => typeof (choice ?? '') !== 'string' && consentOf(choice as ConsentChoice, 'api')

/** Takes the page's own word, which stands above every platform's. */
export const chooseConsent = (choice: unknown): void => {
  chosen = wordOf(choice) || chosen
}

/** What is known now. Platforms load when they like, so they are asked each time. */
export const currentConsent = (): WireConsent => {
  if (chosen) return chosen
  for (const [source, ask] of Object.entries(platforms)) {
    // A platform of another shape than we know has no word, and spoils nobody else's.
    const [isGranted, raw] = quietly(ask)() || []
    if (isGranted !== undefined) return { ...consentOf(isGranted, source as ConsentSource), raw }
  }
  return { state: 'unknown', source: 'none' }
}

/** Who is asked, in this order. */
const platforms: { [source in ConsentSource]?: () => Verdict } = {
  // The browser's own signal outranks a platform, whose "granted" may be a default for the region.
  gpc: () => readGpc() && [false],
  // TCF 2.2: getTCData is deprecated, and a listener also hears the change. Purpose 1 is storing on the device.
  tcf: () => {
    if (!tcfApi) {
      tcfApi = window.__tcfapi
      tcfApi?.(
        'addEventListener',
        2,
        // The platform calls it: what its answer lacks is nothing to throw there.
        quietly((data, isOk) => {
          if (isOk && data.eventStatus !== 'cmpuishown')
            // Platforms leave out what is refused. Where the law does not apply nobody was asked.
            tcf = [data.purpose?.consents?.[1] ?? (data.gdprApplies ? false : undefined), data.tcString]
        }),
      )
    }
    return tcf
  },
  // Consent Mode v2. A default is what the site presumes, perhaps for another region; only an update is the person's
  // answer (developers.google.com/tag-platform/security/guides/consent, read 2026-11-28).
  'consent-mode': () => {
    // Entries are `arguments` of gtag(), or objects of other commands. Google's script keeps the last 300: what was heard
    // stays heard.
    for (const entry of window.dataLayer || []) {
      if (entry?.[0] === 'consent' && entry[1] === 'update' && entry[2]?.ad_storage)
        mode = [entry[2].ad_storage === 'granted', JSON.stringify(entry[2])]
    }
    return mode
  },
  // Group C0004 is targeting. Without it the person refused, once the banner is closed; before that the groups are what
  // the site presumes.
  onetrust: () => {
    const groups = window.OnetrustActiveGroups
    const isClosed = window.OneTrust?.IsAlertBoxClosed()
    return isClosed !== false && [groups?.includes('C0004') || (isClosed ? false : undefined), groups]
  },
  cookiebot: () =>
    window.Cookiebot?.hasResponse && [window.Cookiebot.consent.marketing, JSON.stringify(window.Cookiebot.consent)],
}

/**
 * The consent of a submission. A ticked box is the person's word at the form itself, so it grants that submission;
 * one left empty grants no channel, and is not a refusal of everything.
 */
export const consentRecord = (boxes?: ConsentBoxes, choice?: unknown): WireConsent => {
  const known = wordOf(choice) || currentConsent()
  return {
    ...known,
    ...(boxes && isAny(boxes.channels) && consentOf(true, 'checkbox')),
    ...boxes,
    // Spreading a plain true or false adds nothing.
    channels: { ...known.channels, ...boxes?.channels },
    gpc: readGpc(),
  }
}
