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
  const kind = kindOfName(source)
  if (adNames.test(source)) return { ...(kind ? { kind } : {}), isAd: true }
  if (kind) return { kind, isAd: false }
  const advertised = source.replace(adEnding, '')
  const kindOfAdvertised = advertised === source ? undefined : kindOfName(advertised)
  if (kindOfAdvertised) return { kind: kindOfAdvertised, isAd: true }
  return { ...(emailSource.test(source) ? { kind: 'email' } : {}), isAd: false }
}

const adNames = /^(adwords|gads)$/
const adEnding = /[\s_.-]*(ads?|adwords)$/
// Google: email, e-mail, e_mail, e mail. Ours: what people call a mailing.
const emailSource =
  /(^|[^a-z])(e[-_ ]?mail|newsletter|news|mailing|emkt|boletim|boletin|correo|informativo)([^a-z]|$)|mail(chimp|erlite|jet|gun)/

function kindOfName(name: string): NamedKind | undefined {
  if (name === '') return undefined
  const alias = aliasOf(name) ?? name
  // Assistants first: Google's lists know none, and count some of their hosts as search.
  if (assistants.has(alias)) return 'ai'
  const category = sourceCategory(name) ?? sourceCategory(alias)
  const host = (name.includes('.') ? name : `${alias}.com`).replace(/^https?:\/\//, '').replace(/\/.*$/, '')
  const kind = kindOfHost(host)?.kind
  if (kind === 'ai') return 'ai'
  if (category) return category
  if (socialNames.has(alias)) return 'social'
  return kind === 'hop' || kind === 'plain' ? undefined : kind
}

// Names without a domain of that name.
const assistants = namesOf(
  'chatgpt openai claude perplexity gemini notebooklm copilot grok mistral lechat deepseek meta-ai character phind qwen kimi',
)
const socialNames = namesOf('bluesky mastodon hackernews twitter whatsapp telegram threads social')

function namesOf(text: string): ReadonlySet<string> {
  return new Set(text.split(' '))
}
