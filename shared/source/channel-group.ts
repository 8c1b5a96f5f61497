// The channel of a source and a medium, in the names of Google Analytics 4's default channel group.
// Ground: Google, "[GA4] Default channel group", support.google.com/analytics/answer/9756891, its rules in
// its order, as docs.shoplift.ai/analyze/reports/channel-groups repeats them (read 2026-11-24; Google's own page was not). Where ours differ it is said beside the rule, and in docs/attribution.md.

import { foldMedium, type MediumKind, mediumKind } from './medium-kind.ts'
import { kindOfSource, type NamedKind } from './source-kind.ts'

export const channels = [
  'Direct',
  'Cross-network',
  'Paid Shopping',
  'Paid Search',
  'Paid Social',
  'Paid Video',
  'Display',
  'Paid Other',
  'Organic Shopping',
  'Organic Social',
  'Organic Video',
  'Organic Search',
  'AI Assistants',
  'Referral',
  'Email',
  'Affiliates',
  'Audio',
  'SMS',
  'Mobile Push Notifications',
  'Unassigned',
] as const
export type Channel = (typeof channels)[number]

export interface Traffic {
  readonly source?: string | undefined
  readonly medium?: string | undefined
  readonly campaign?: string | undefined
  /** A click id proves that the click was bought, whatever the medium is called. */
  readonly isPaidClick?: boolean
}

/** The channel. Letter case and spaces around the values do not matter; `Unassigned` when no rule speaks. */
export function channelGroup(traffic: Traffic): Channel {
  const source = foldMedium(traffic.source)
  const campaign = foldMedium(traffic.campaign)
  const medium = mediumKind(traffic.medium)
  const named = kindOfSource(source)
  const isShop = named.kind === 'shopping' || shoppingCampaign.test(campaign)
  if (source === '(direct)' && medium === 'none') return 'Direct'
  if (campaign.includes('cross-network')) return 'Cross-network'
  const isPaid = paidMedia.has(medium) || named.isAd || (traffic.isPaidClick && mayBePaid(medium))
  if (isPaid) return paidChannel(named.kind, isShop, medium)
  // The author of a link who wrote `email` knows better than a list what `google` was: Google lets the list win.
  const explicit = explicitChannels[medium]
  if (explicit) return explicit
  if (named.kind === 'ai' || medium === 'ai') return 'AI Assistants'
  return organicChannel(source, named.kind, isShop, medium)
}

const paidMedia: ReadonlySet<MediumKind> = new Set(['paid', 'cpm', 'paid-social'])
const shoppingCampaign = /^(.*(([^a-df-z]|^)shop|shopping).*)$/

const explicitChannels: { readonly [kind in MediumKind]?: Channel } = {
  display: 'Display',
  email: 'Email',
  affiliate: 'Affiliates',
  audio: 'Audio',
  sms: 'SMS',
}

// A click id gives way to a medium that names another way of coming: the address was copied from an ad into a mail.
const mayBePaid = (medium: MediumKind) => medium === 'none' || medium === 'other' || medium === 'organic'

function paidChannel(kind: NamedKind | undefined, isShop: boolean, medium: MediumKind): Channel {
  if (isShop) return 'Paid Shopping'
  if (medium === 'paid-social') return 'Paid Social'
  if (kind === 'search') return 'Paid Search'
  if (kind === 'social') return 'Paid Social'
  if (kind === 'video') return 'Paid Video'
  return medium === 'cpm' || kind === 'paid' ? 'Display' : 'Paid Other'
}

function organicChannel(source: string, kind: NamedKind | undefined, isShop: boolean, medium: MediumKind): Channel {
  if (isShop) return 'Organic Shopping'
  if (kind === 'social' || medium === 'social') return 'Organic Social'
  if (kind === 'video' || medium === 'video') return 'Organic Video'
  if (kind === 'search' || medium === 'organic') return 'Organic Search'
  if (medium === 'referral') return 'Referral'
  if (kind === 'email') return 'Email'
  if (source === 'sms') return 'SMS'
  if (medium === 'sending') return 'Email'
  if (medium === 'push' || source === 'firebase') return 'Mobile Push Notifications'
  // Google leaves a source without a medium unassigned. Whoever marked the link did send the person.
  return medium === 'none' && source !== '' && source !== '(not set)' && source !== '(direct)'
    ? 'Referral'
    : 'Unassigned'
}
