// What kind of site a source is that somebody wrote into a link: a domain, a brand, or a short name such as `fb`.

import { type HostKind, kindOfHost } from './host-kind.ts'
import { sourceCategory } from './source-category.ts'
import { aliasOf } from './source-name.ts'

export type NamedKind = Exclude<HostKind, 'hop' | 'plain'>

export interface KindOfSource {
  readonly kind?: NamedKind
  /** The name itself says that it was an ad: `fbad`, `google_ads`, `adwords`. */
  readonly isAd: boolean
}

/** @param source lower-case, trimmed */
export function kindOfSource(source: string): KindOfSource {
  const kind = kindOfBrand(source)
  if (adNames.test(source)) return { ...(kind ? { kind } : {}), isAd: true }
  if (kind) return { kind, isAd: false }
  const advertised = source.replace(adEnding, '')
  const kindOfAdvertised = advertised === source ? undefined : kindOfBrand(sellers.get(advertised) ?? advertised)
  if (kindOfAdvertised) return { kind: kindOfAdvertised, isAd: true }
  const kindOfPlace = kindOfPlaced(advertised)
  if (kindOfPlace) return { kind: kindOfPlace, isAd: advertised !== source }
  return { ...(emailSource.test(source) ? { kind: 'email' } : {}), isAd: false }
}

/** Whose ads are shown elsewhere. */
const sellers: ReadonlyMap<string, string> = new Map([['microsoft', 'bing']])
const adNames = /^(adwords|gads)$/
const adEnding = /[\s_.-]*(ads?|adwords)$/
// Google: email, e-mail, e_mail, e mail. Ours: what people call a mailing, and the tools that send them.
const emailSource =
  /(^|[^a-z])(e[-_ ]?mail|newsletter|news|mailing|emkt|boletim|boletin|correo|informativo)([^a-z]|$)|mail(chimp|erlite|jet|gun)|^(rd-?station|brevo|sendinblue|active-?campaign|klaviyo|sendgrid|mautic|e-?goi|dinamize|doppler|emblue|getresponse|convertkit)([^a-z]|$)/

// `tik_tok` is a way to write it; `instagram_stories` is a place at a network, which Meta's macro may have written.
function kindOfPlaced(name: string): NamedKind | undefined {
  const brand = placed.exec(name)?.[1] ?? joinable.exec(name.replace(/[\s_-]+/g, ''))?.[0]
  return brand === undefined ? undefined : kindOfBrand(brand)
}

const placed =
  /^(facebook|fb|instagram|insta|ig|messenger|threads|whatsapp|linkedin|youtube|yt|tiktok|twitter|pinterest|kwai|google|bing)[\s_-]/
const joinable = /^(tiktok|linkedin|youtube|facebook|whatsapp|mercadoli[vb]re)$/

function kindOfBrand(name: string): NamedKind | undefined {
  if (name === '') return undefined
  const alias = aliasOf(name) ?? name
  // Assistants first: Google's lists know none, and count some of their hosts as search.
  if (assistants.has(alias)) return 'ai'
  const category = sourceCategory(name) ?? sourceCategory(alias)
  const host = (name.includes('.') ? name : `${alias}.com`).replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  const kind = plainWords.has(name) ? undefined : kindOfHost(host)?.kind
  if (kind === 'ai') return 'ai'
  if (category) return category
  if (socialNames.has(alias)) return 'social'
  return kind === 'hop' || kind === 'plain' ? undefined : kind
}

// Names without a domain of that name.
const assistants = namesOf(
  'chatgpt openai claude perplexity gemini notebooklm copilot grok mistral lechat deepseek meta-ai character phind qwen kimi',
)
// Sites of these names are known, but who writes the word means something of their own.
const plainWords = namesOf('blog blogs care charter crawler deluxe dir gather hr iq mix so target wish')
const socialNames = namesOf('bluesky mastodon hackernews twitter whatsapp telegram threads social')

function namesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
