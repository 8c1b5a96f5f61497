// One arrival of a person on a site, and the name of its source.

import { touchpointValueCharsMax, urlCharsMax } from '../limits.ts'
import { readIsoTime } from '../normalize/time.ts'
import { httpUrl, parseHttpUrl, urlWithoutQuery } from '../normalize/url.ts'
import { type ClickIdKey, clickIdKeys, type UtmKey, utmKeys } from '../wire.ts'

/** `at` is ISO 8601 in UTC as `Date.toISOString` writes it, so that text order is time order. */
export type Touchpoint = { readonly [key in UtmKey]?: string } & {
  readonly at: string
  readonly clickIds?: { readonly [key in ClickIdKey]?: string }
  /** Where the person came from: external, without query or fragment. */
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
  const referrer = urlWithoutQuery(sent['referrer'], urlCharsMax)
  const landingPage = httpUrl(sent['landing_page'], urlCharsMax)
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
  for (const key of [...utmKeys, ...clickIdKeys]) sent[key] = url.searchParams.get(key) ?? undefined
  const from = parseHttpUrl(referrer)
  if (from && from.host !== url.host) sent['referrer'] = from.href
  return readTouchpoint(sent, at)
}

const paidClickIds: readonly (readonly [ClickIdKey, string])[] = [
  ['gclid', 'google'],
  ['gbraid', 'google'],
  ['wbraid', 'google'],
  ['dclid', 'google'],
  ['msclkid', 'bing'],
  ['ttclid', 'tiktok'],
  ['li_fat_id', 'linkedin'],
  ['twclid', 'twitter'],
  ['rdt_cid', 'reddit'],
  ['sccid', 'snapchat'],
  ['epik', 'pinterest'],
  // Facebook adds its click id to unpaid links too, so it comes last and does not say "paid".
  ['fbclid', 'facebook'],
]

/** UTM values first, then a click id, then the referrer's host; `(direct)` when the touch says nothing. */
export function nameSource(touch: Touchpoint): SourceName {
  const campaign = touch.utm_campaign ? { campaign: touch.utm_campaign } : {}
  if (touch.utm_source) return { source: touch.utm_source, medium: touch.utm_medium ?? '(none)', ...campaign }
  for (const [key, source] of paidClickIds) {
    if (touch.clickIds?.[key]) return { source, medium: key === 'fbclid' ? 'social' : 'cpc', ...campaign }
  }
  const host = parseHttpUrl(touch.referrer)?.hostname.replace(/^www\./, '')
  return host
    ? { source: host, medium: 'referral', ...campaign }
    : { source: '(direct)', medium: '(none)', ...campaign }
}

/** Whether the touch says nothing about where the person came from. */
export function isDirect(touch: Touchpoint): boolean {
  return nameSource(touch).source === '(direct)' && !touch.utm_campaign
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
