// One arrival of a person on a site as it is stored, and what it says of its source. The values are kept as they were sent;
// shared/source reads them.

import { touchpointValueCharsMax, urlCharsMax } from '../limits.ts'
import { redactAddress } from '../mapping/redact-address.ts'
import { readIsoTime } from '../normalize/time.ts'
import { parseHttpUrl, urlWithoutQuery } from '../normalize/url.ts'
import type { Channel } from '../source/channel-group.ts'
import { type ClassifiedSource, classifyArrival } from '../source/classify-source.ts'
import { hostOf, isSameSite, readReferrer } from '../source/referrer-hosts.ts'
import { writtenValue } from '../source/written-value.ts'
import { type ClickIdKey, clickIdKeys, type UtmKey, utmKeys } from '../wire.ts'

/** `at` is ISO 8601 in UTC as `Date.toISOString` writes it, so that text order is time order. */
export type Touchpoint = { readonly [key in UtmKey]?: string } & {
  readonly at: string
  readonly clickIds?: { readonly [key in ClickIdKey]?: string }
  /** Where the person came from: external, without query or fragment; an app as `android-app://its.package/`. */
  readonly referrer?: string
  readonly landingPage?: string
}

/** Source, medium and campaign of one touch. Never mixed from two touches. */
export interface SourceName {
  readonly source: string
  readonly medium: string
  readonly campaign?: string
}

/**
 * Reads a touchpoint as sent; undefined when there is none.
 * @param fallbackAt ISO time used when the touch names none that can be read, or one that lies after it
 */
export function readTouchpoint(value: unknown, fallbackAt: string): Touchpoint | undefined {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return undefined
  const sent = value as Readonly<Record<string, unknown>>
  const utm = pick(sent, utmKeys)
  const clickIds = pick(sent, clickIdKeys)
  const referrer = urlWithoutQuery(sent['referrer'], urlCharsMax) ?? appReferrer(sent['referrer'])
  const landingPage = redactAddress(sent['landing_page'], urlCharsMax)
  const at = readIsoTime(sent['at'])
  if (!referrer && !landingPage && !at && Object.keys(utm).length + Object.keys(clickIds).length === 0) return undefined
  return {
    ...utm,
    // A touch cannot come after the submission that reports it: a clock that runs ahead must not win `latest` for ever.
    at: at !== undefined && at <= fallbackAt ? at : fallbackAt,
    ...(Object.keys(clickIds).length > 0 ? { clickIds } : {}),
    ...(referrer ? { referrer } : {}),
    ...(landingPage ? { landingPage } : {}),
  }
}

/** The UTM values and click ids in the query of a page's address, for senders that name no touchpoint. */
export function touchpointFromUrl(pageUrl: unknown, referrer: unknown, at: string): Touchpoint | undefined {
  const url = parseHttpUrl(pageUrl)
  if (!url) return undefined
  const sent: Record<string, unknown> = { landing_page: url.href, at }
  // In any case, as Snap (`ScCid`) and people write them; the first of several that says anything. readTouchpoint takes the keys it knows.
  const marks: Record<string, unknown> = {}
  url.searchParams.forEach((value, name) => {
    if (value !== '') marks[name.toLowerCase()] ??= value
  })
  for (const key of [...utmKeys, ...clickIdKeys]) sent[key] = marks[key]
  const from = parseHttpUrl(referrer)
  if (!from || !isSameSite(hostOf(from), hostOf(url))) sent['referrer'] = referrer
  return readTouchpoint(sent, at)
}

// Android names the app that opened the page; the rest of such an address is the app's own business.
function appReferrer(value: unknown): string | undefined {
  if (typeof value !== 'string') return undefined
  return /^android-app:\/\/[\w.]{1,255}(?=\/|$)/.exec(value)?.[0].concat('/')
}

/** What the link's author wrote, else a click id, else the referrer; `(direct)` when the touch says nothing. */
export function nameSource(touch: Touchpoint): SourceName {
  const { source, mediumName, campaign } = classifyTouch(touch)
  return { source, medium: mediumName, ...(campaign ? { campaign } : {}) }
}

/** The channel of the touch, in the names of Google Analytics 4. */
export const channelOf = (touch: Touchpoint): Channel => classifyTouch(touch).channel

export function classifyTouch(touch: Touchpoint): ClassifiedSource {
  return classifyArrival({
    utmSource: touch.utm_source,
    utmMedium: touch.utm_medium,
    utmCampaign: touch.utm_campaign,
    utmTerm: touch.utm_term,
    clickIdOf: name => {
      const known = clickIdKeys.find(key => key === name)
      return known && touch.clickIds?.[known]
    },
    referrer: touch.referrer,
    ownHosts: ownHostsOf(touch),
  })
}

/** Whether the touch says nothing about where the person came from. The answer of `nameSource`, without the naming. */
export function isDirect(touch: Touchpoint): boolean {
  const marks = [touch.utm_source, touch.utm_medium, touch.utm_campaign, ...Object.values(touch.clickIds ?? {})]
  if (marks.some(mark => writtenValue(mark) !== undefined)) return false
  return touch.referrer === undefined || readReferrer(touch.referrer, ownHostsOf(touch)) === undefined
}

// The page a person landed on is the site: a referrer of the same site is no source, also where an old sender kept it.
function ownHostsOf(touch: Touchpoint): readonly string[] {
  const landing = parseHttpUrl(touch.landingPage)
  return landing ? [hostOf(landing)] : []
}

function pick<Key extends string>(
  sent: Readonly<Record<string, unknown>>,
  keys: readonly Key[],
): { [key in Key]?: string } {
  const picked: { [key in Key]?: string } = {}
  for (const key of keys) {
    const value = sent[key]
    if (typeof value !== 'string') continue
    const text = value.toWellFormed().trim().slice(0, touchpointValueCharsMax)
    if (text) picked[key] = text
  }
  return picked
}
