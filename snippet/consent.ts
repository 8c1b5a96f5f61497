// What the person allowed, from whoever knows it: the page's own call, Global Privacy Control, IAB TCF, Google Consent
// Mode, OneTrust, Cookiebot. Three states: unknown is not denied, so a banner that still waits withdraws nothing.

import type { ConsentSource, ConsentState, WireConsent } from '../shared/wire.ts'
import type { ConsentBoxes } from './fields.ts'
import type { ConsentChoice } from './public-types.ts'

interface Known {
  readonly state: ConsentState
  readonly source: ConsentSource
  readonly channels?: Readonly<Record<string, boolean>>
  readonly at?: string
}

type Verdict = boolean | undefined

/** The globals of the consent platforms, as far as we read them. */
interface ConsentGlobals {
  __tcfapi?: (command: string, version: number, callback: (data: TcData, isOk: boolean) => void) => void
  dataLayer?: ArrayLike<ArrayLike<unknown>>
  OnetrustActiveGroups?: string
  OneTrust?: { IsAlertBoxClosed?: () => boolean }
  Cookiebot?: { hasResponse?: boolean; consent?: { marketing?: boolean } }
}
interface TcData {
  readonly eventStatus?: string
  readonly purpose?: { readonly consents?: Readonly<Record<string, boolean>> }
}

const page = window as unknown as ConsentGlobals
let chosen: Known | undefined
let tcf: Verdict
let isTcfBound = false
let consentMode: Verdict
let dataLayerRead = 0

/** Takes the page's own word, which stands above every platform's. */
export const chooseConsent = (choice: ConsentChoice): void => {
  chosen = knownFrom(choice)
}

/** The record of a choice made through the API. */
export const knownFrom = (choice: ConsentChoice): Known => {
  const isGranted = typeof choice === 'object' ? Object.keys(choice).some(channel => choice[channel]) : choice
  return {
    state: isGranted ? 'granted' : 'denied',
    source: 'api',
    ...(typeof choice === 'object' && { channels: choice }),
    at: new Date().toISOString(),
  }
}

/** What is known now. Platforms load when they like, so they are asked each time. */
export const currentConsent = (): Known => {
  if (chosen) return chosen
  // The browser's own signal outranks a platform, whose "granted" may be a default for the region.
  const found: [ConsentSource, Verdict][] = [
    ['gpc', hasGpc() ? false : undefined],
    ['tcf', readTcf()],
    ['consent-mode', readConsentMode()],
    ['onetrust', readOneTrust()],
    ['cookiebot', readCookiebot()],
  ]
  for (const [source, verdict] of found) {
    if (verdict !== undefined) return { state: verdict ? 'granted' : 'denied', source }
  }
  return { state: 'unknown', source: 'none' }
}

const hasGpc = () => !!(navigator as { globalPrivacyControl?: boolean }).globalPrivacyControl

/** TCF 2.2: getTCData is deprecated, and a listener also hears the change. Purpose 1 is storing on the device. */
const readTcf = (): Verdict => {
  if (page.__tcfapi && !isTcfBound) {
    isTcfBound = true
    page.__tcfapi('addEventListener', 2, (data, isOk) => {
      if (
        isOk &&
        /^(tcloaded|useractioncomplete)$/.test(data.eventStatus || '') &&
        data.purpose &&
        data.purpose.consents
      ) {
        tcf = !!data.purpose.consents[1]
      }
    })
  }
  return tcf
}

/** Consent Mode v2. A default of "denied" is a banner that waits; only an update is the person's answer. */
const readConsentMode = (): Verdict => {
  const layer = page.dataLayer || []
  for (; dataLayerRead < layer.length; dataLayerRead++) {
    const [command, kind, states] = Array.from(layer[dataLayerRead] || []) as [unknown, unknown, Record<string, string>]
    const state = command === 'consent' && states && (states.ad_storage || states.analytics_storage)
    if (state === 'granted' || (state && kind === 'update')) consentMode = state === 'granted'
  }
  return consentMode
}

/** OneTrust: group C0004 is targeting. Without it the person refused, once the banner is closed. */
const readOneTrust = (): Verdict => {
  const groups = page.OnetrustActiveGroups
  if (groups === undefined) return undefined
  if (groups.includes('C0004')) return true
  return page.OneTrust && page.OneTrust.IsAlertBoxClosed && page.OneTrust.IsAlertBoxClosed() ? false : undefined
}

const readCookiebot = (): Verdict => {
  const bot = page.Cookiebot
  return bot && bot.hasResponse && bot.consent ? !!bot.consent.marketing : undefined
}

/** The consent record of a submission. A ticked box is the person's word at the form, so it grants this submission. */
export const consentRecord = (boxes: ConsentBoxes | undefined, known: Known = currentConsent()): WireConsent => {
  const isTicked = boxes && Object.keys(boxes.channels).some(channel => boxes.channels[channel])
  return {
    ...known,
    ...boxes,
    ...(boxes && { channels: { ...known.channels, ...boxes.channels } }),
    ...(isTicked && { state: 'granted', source: 'checkbox', at: new Date().toISOString() }),
    ...(hasGpc() && { gpc: true }),
  }
}
