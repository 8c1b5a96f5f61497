// What a click id in an address says: which network, and whether the click was paid for.
// The names are those by which the networks' own help pages call them: Google Ads (gclid, gbraid, wbraid, gad_source),
// Campaign Manager (dclid), Microsoft Advertising (msclkid), Meta (fbclid), TikTok, LinkedIn (li_fat_id), X, Reddit,
// Snap (ScCid), Pinterest (epik), Yandex Direct (yclid), Quora, Outbrain, Taboola. From general knowledge of the vendors' links, not checked against
// each page.

import { writtenValue } from './written-value.ts'

export interface ClickNetwork {
  readonly source: string
  /** Facebook and Pinterest add their ids to unpaid links too. */
  readonly isPaid: boolean
  /** Sites on which the network shows its ads: from there the id is believed. */
  readonly shownOn: readonly string[]
}

const google = { source: 'google', isPaid: true, shownOn: ['google', 'youtube', 'blogger', 'blogspot'] }
const microsoft = {
  source: 'bing',
  isPaid: true,
  // Microsoft sells the searches of these engines too (about.ads.microsoft.com, "search partners").
  shownOn: ['bing', 'msn', 'yahoo', 'duckduckgo', 'ecosia', 'aol', 'qwant', 'outlook', 'copilot', 'startpage'],
}
const paidOn = (source: string, ...others: readonly string[]): ClickNetwork => ({
  source,
  isPaid: true,
  shownOn: [source, ...others],
})

// In the order in which they are believed when an address has several. The unpaid ones come last.
export const clickNetworks: readonly (readonly [string, ClickNetwork])[] = [
  ['gclid', google],
  ['gbraid', google],
  ['wbraid', google],
  ['dclid', google],
  ['gclsrc', google],
  ['gad_source', google],
  ['msclkid', microsoft],
  ['ttclid', paidOn('tiktok')],
  ['li_fat_id', paidOn('linkedin')],
  ['twclid', paidOn('twitter')],
  ['rdt_cid', paidOn('reddit')],
  ['sccid', paidOn('snapchat')],
  ['ScCid', paidOn('snapchat')],
  ['yclid', paidOn('yandex')],
  ['qclid', paidOn('quora')],
  ['obclid', paidOn('outbrain')],
  ['tblci', paidOn('taboola')],
  ['epik', { source: 'pinterest', isPaid: false, shownOn: ['pinterest'] }],
  [
    'fbclid',
    { source: 'facebook', isPaid: false, shownOn: ['facebook', 'instagram', 'messenger', 'whatsapp', 'threads'] },
  ],
  ['igshid', { source: 'instagram', isPaid: false, shownOn: ['instagram'] }],
  ['igsh', { source: 'instagram', isPaid: false, shownOn: ['instagram'] }],
]

/** The network whose id the address carries; undefined when it carries none. */
export function clickNetworkOf(idOf: (name: string) => string | null | undefined): ClickNetwork | undefined {
  return clickNetworks.find(([name]) => writtenValue(idOf(name)) !== undefined)?.[1]
}
