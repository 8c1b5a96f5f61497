// What a medium (`utm_medium`) means. Google's words and patterns first (support.google.com/analytics/answer/9756891,
// see channel-group.ts), then the words of Portuguese and Spanish links, which are ours.

export type MediumKind =
  | 'none'
  | 'paid'
  | 'paid-social'
  | 'cpm'
  | 'display'
  | 'social'
  | 'video'
  | 'organic'
  | 'referral'
  | 'email'
  | 'affiliate'
  | 'audio'
  | 'sms'
  | 'sending'
  | 'push'
  | 'ai'
  | 'other'

/** The kind of a medium, whatever its letter case; `none` for no medium, `other` for one that no rule knows. */
export function mediumKind(medium: string | undefined): MediumKind {
  if (placement.test(medium ?? '')) return 'paid-social'
  const text = foldMedium(medium)
  if (text === '' || text === '(none)' || text === '(not set)') return 'none'
  for (const [kind, pattern] of patterns) if (pattern.test(text)) return kind
  return 'other'
}

/** Lower case without accents, at most `valueCharsMax` long: for comparing, never for keeping. */
export function foldMedium(value: string | undefined): string {
  if (!value) return ''
  const text = value.slice(0, valueCharsMax).normalize('NFD').replace(/\p{M}/gu, '')
  return text.toLowerCase().trim().replace(/\s+/g, ' ')
}

const valueCharsMax = 512

// What Meta puts for {{placement}} into the links of ads, and of ads only: `Facebook_Mobile_Feed`, `Instagram_Stories`.
// Known from links of many sites; Meta's own page could not be read. That tags are left out of unpaid links:
// support.smartly.io/hc/en-us/articles/360003549773 (read 2026-11-28). By hand people write small letters, and those may
// be of an unpaid story.
const placement =
  /^\s*(?:(?:Facebook|Instagram|Messenger|Threads|WhatsApp)_[A-Z]|(?:facebook|instagram)_(?:mobile|desktop)_)/

// Tested in this order. The first line of each pair of words is Google's, the second ours.
const patterns: readonly (readonly [MediumKind, RegExp])[] = [
  ['cpm', /^cpm$/],
  ['paid', /^(.*cp.*|ppc|retargeting|paid.*)$/],
  [
    'paid',
    /^(remarketing|sem|ads?|adwords|p-?max|performance[-_ ]?max|pago|pagado|pagad[oa]s?|.*[-_ ](paid|pag[oa]|ads))$/,
  ],
  [
    'paid',
    /^(patrocinad[oa]s?|anuncios?|links?[-_ ]patrocinados?|impuls(ion)?ad[oa]s?|boost(ed)?|(rede?[-_ ]de[-_ ])(pesquisa|busqueda)|publicidade?|.*[-_ ]?sponsored.*)$/,
  ],
  ['display', /^(display|banner|expandable|interstitial)$/],
  ['display', /^(banners|programmatic|programatica|gdn|rede?[-_ ]de[-_ ]display|native|demand[-_ ]?gen|discovery)$/],
  ['social', /^(social|social-network|social-media|sm|social network|social media)$/],
  [
    'social',
    /^(social.*|organic[-_ ]social|redes?[-_ ]socia(l|is|les)|stor(y|ies)|reels?|bio|post|feed|whats-?app|dm|community)$/,
  ],
  ['video', /^.*video.*$/],
  ['organic', /^organic$/],
  ['organic', /^(organico|organica|seo|organic[-_ ]search|busca|buscador)$/],
  ['referral', /^(referral|app|link)$/],
  [
    'referral',
    /^(referrer|referer|referencia|indicacao|referido|parceiros?|partners?|parcerias?|socios?|blog|site|web)$/,
  ],
  ['email', /^(email|e-mail|e_mail|e mail)$/],
  ['email', /^(e?-?mail.*|e-mail.*|.*[-_ ]e?-?mail|mailing|emkt|newsletters?|boletim|boletin|correo.*)$/],
  ['affiliate', /^affiliate$/],
  ['affiliate', /^(affiliates|afiliad[oa]s?)$/],
  ['audio', /^audio$/],
  ['audio', /^podcast$/],
  ['sms', /^(sms|torpedo)$/],
  // A sending to many: by mail, unless the source says by what.
  ['sending', /^disparos?$/],
  ['push', /^.*(push|mobile.*|notification.*)$/],
  ['ai', /^(ai|llm|ia|chatbot|ai[-_ ]assistants?|genai)$/],
]
