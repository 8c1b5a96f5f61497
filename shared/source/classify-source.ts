// Where an arrival came from: source, medium and channel, read from the page's address and the referrer of one arrival.
// Order of belief: what the link's author wrote (UTM), then a click id, then the referrer. docs/attribution.md has the
// cases.

import { parseHttpUrl } from '../normalize/url.ts'
import { type Channel, channelGroup } from './channel-group.ts'
import { type ClickNetwork, clickNetworkOf } from './click-ids.ts'
import { addressCharsMax, hostOf, type ReferrerSource, readReferrer } from './referrer-hosts.ts'
import { aliasOf, displayName } from './source-name.ts'
import { writtenValue } from './written-value.ts'

/** The seven ways of coming by which reports can be cut. `mediumName` is finer. */
export type CoarseMedium = 'search' | 'social' | 'email' | 'paid' | 'ai' | 'referral' | 'direct'

export interface ClassifiedSource {
  readonly source: string
  readonly medium: CoarseMedium
  readonly channel: Channel
  /** The medium in the words of analytics: as written in the link, else `organic`, `cpc`, `referral`, `(none)`. */
  readonly mediumName: string
  readonly sourceName: string
  readonly campaign?: string
  readonly term?: string
}

/** What one arrival says. Values may be blank: a blank says nothing. */
export interface ArrivalSignals {
  readonly utmSource?: string | null | undefined
  readonly utmMedium?: string | null | undefined
  readonly utmCampaign?: string | null | undefined
  readonly utmTerm?: string | null | undefined
  readonly clickIdOf: (name: string) => string | null | undefined
  readonly referrer?: unknown
  readonly ownHosts: readonly string[]
}

/** Classifies an arrival by its address. Never throws; without anything to go by it is direct. */
export function classifySource(arrival: {
  readonly url?: unknown
  readonly referrer?: unknown
  readonly ownHosts?: readonly string[]
}): ClassifiedSource {
  const url = parseHttpUrl(typeof arrival.url === 'string' ? arrival.url.slice(0, addressCharsMax) : undefined)
  const read = (name: string) => url?.searchParams.get(name)
  return classifyArrival({
    utmSource: read('utm_source'),
    utmMedium: read('utm_medium'),
    utmCampaign: read('utm_campaign'),
    utmTerm: read('utm_term'),
    clickIdOf: read,
    referrer: arrival.referrer,
    ownHosts: [...(url ? [hostOf(url)] : []), ...(arrival.ownHosts ?? [])],
  })
}

export function classifyArrival(signals: ArrivalSignals): ClassifiedSource {
  const utmSource = writtenValue(signals.utmSource)
  const utmMedium = writtenValue(signals.utmMedium)
  const campaign = writtenValue(signals.utmCampaign)
  const referrer = readReferrer(signals.referrer, signals.ownHosts)
  const click = believedClick(clickNetworkOf(signals.clickIdOf), referrer)
  const origin = clickOrigin(click, referrer)
  const isMarked = utmSource !== undefined || utmMedium !== undefined
  const isPaidClick = click?.isPaid === true && (!utmSource || isOf(click, utmSource))
  const nothing = campaign ? '(not set)' : '(direct)'
  const source = utmSource ?? origin?.source ?? (utmMedium ? '(not set)' : nothing)
  const mediumName =
    utmMedium ?? (isPaidClick ? 'cpc' : utmSource ? '(none)' : origin?.medium) ?? (campaign ? '(not set)' : '(none)')
  const channel =
    isMarked || isPaidClick || !origin
      ? channelGroup({ source, medium: mediumName, campaign, isPaidClick })
      : origin.channel
  const term = writtenValue(signals.utmTerm) ?? referrer?.term
  return {
    source,
    medium: coarseMedium(channel, source),
    channel,
    mediumName,
    sourceName: displayName(source),
    ...(campaign ? { campaign } : {}),
    ...(term ? { term } : {}),
  }
}

// A click id travels with a copied address. When the person came from a known site that is not the network's, somebody
// else passed the address on, and the referrer is right. From an unknown site it may be an ad that was shown there.
function believedClick(
  click: ClickNetwork | undefined,
  referrer: ReferrerSource | undefined,
): ClickNetwork | undefined {
  if (!click || !referrer || referrer.kind === 'referral' || referrer.kind === 'paid') return click
  return isOf(click, referrer.source) ? click : undefined
}

function isOf(click: ClickNetwork, source: string): boolean {
  const name = source.toLowerCase()
  const known = aliasOf(name) ?? name
  return click.shownOn.some(site => known.includes(site))
}

interface Origin {
  readonly source: string
  readonly medium: string
  readonly channel: Channel
}

function clickOrigin(click: ClickNetwork | undefined, referrer: ReferrerSource | undefined): Origin | undefined {
  // The site is more exact than the network: an ad of Google on YouTube came from YouTube.
  const isSite = referrer !== undefined && referrer.kind !== 'referral' && referrer.kind !== 'paid'
  if (click && !isSite)
    return { source: click.source, medium: click.isPaid ? 'cpc' : 'social', channel: 'Organic Social' }
  return referrer && { source: referrer.source, ...ofReferrer[referrer.kind] }
}

const ofReferrer: { readonly [kind in ReferrerSource['kind']]: Omit<Origin, 'source'> } = {
  search: { medium: 'organic', channel: 'Organic Search' },
  social: { medium: 'social', channel: 'Organic Social' },
  video: { medium: 'social', channel: 'Organic Video' },
  shopping: { medium: 'referral', channel: 'Organic Shopping' },
  email: { medium: 'email', channel: 'Email' },
  ai: { medium: 'ai', channel: 'AI Assistants' },
  paid: { medium: 'display', channel: 'Display' },
  referral: { medium: 'referral', channel: 'Referral' },
}

function coarseMedium(channel: Channel, source: string): CoarseMedium {
  if (channel.startsWith('Paid') || channel === 'Display' || channel === 'Cross-network') return 'paid'
  if (channel === 'Organic Social' || channel === 'Organic Video') return 'social'
  if (channel === 'Organic Search') return 'search'
  if (channel === 'AI Assistants') return 'ai'
  if (channel === 'Email') return 'email'
  return channel === 'Direct' || source === '(direct)' ? 'direct' : 'referral'
}
