// Reads a web site as people type it: with or without scheme, with `www`, in other scripts.
// Promises: an https or http URL of a domain that can exist, with host in ASCII and without query, fragment or trailing
// slash; an answer that is returned unchanged when read again. E-mail addresses, addresses in numbers, names of one label
// and "none" are refused.

import { err, ok, type Result } from '../result.ts'
import { cleanLine } from './clean-text.ts'
import { isFreeMailDomain } from './mail-providers.ts'
import { hasKnownSuffix, registrableDomain } from './registrable-domain.ts'
import { type Step, take } from './step.ts'
import { type ParsedUrl, parseHttpUrl } from './url.ts'

export type WebsiteProblem = 'blank' | 'too_long' | 'placeholder' | 'is_email' | 'not_a_website' | 'mail_service'

export interface NormalizedWebsite {
  readonly url: string
  /** What the owner registered: the same for every page and host of a company. */
  readonly registrableDomain: string
  /** The domain is a network's or a builder's, so it says nothing about who the company is. */
  readonly platform?: true
  readonly changes: readonly Step[]
}

const rawCharsMax = 2_048

export function normalizeWebsite(raw: string): Result<NormalizedWebsite, WebsiteProblem> {
  if (raw.length > rawCharsMax) return err('too_long')
  const line = cleanLine(raw)
  if (line === '') return err('blank')
  if (placeholders.test(line)) return err('placeholder')
  // The first of several, without what a sentence puts around it.
  const [first = ''] = line.split(/[\s,;|]+|\s+\/\s+/)
  const text = first.replace(/^[<("'“]+|[>)"'”.!]+$/g, '')
  if (/^(?:mailto:|(?:https?:\/\/)?[^/?#]*@)/i.test(text)) return err('is_email')
  const url = parseHttpUrl(withScheme(text))
  const domain = url && domainOf(url)
  if (!url || domain === undefined) return err('not_a_website')
  const host = url.host.replace(/\.(?=:|$)/, '')
  if (isFreeMailDomain(domain) && host.replace(/^www\./, '') === domain) return err('mail_service')
  const address = `${url.protocol}//${host}${url.pathname.replace(/[/.!)>'”]+$/, '')}`
  const changes: Step[] = []
  take(changes, 'website', raw, address)
  return ok({ url: address, registrableDomain: domain, ...(platforms.has(domain) ? { platform: true } : {}), changes })
}

/** What people type into a field that they cannot leave empty, in Portuguese, Spanish and English. */
const placeholders =
  /^(?:[-–—._/0x*]+|n\/?a|n\.a\.?|nd|s\/n|no|n[aã]o|none|null|undefined|nenhum[a]?|ningun[oa]|ninguno|nada|nothing|(?:ainda |todav[ií]a )?(?:n[aã]o|no) (?:tenho|temos|possuo|possui|possu[ií]mos|tem|tengo|tenemos|tiene|aplica|website|site)\b.*|sem site|sin (?:sitio|web|p[aá]gina).*|em constru[cç][aã]o|en construcci[oó]n|under construction|coming soon|test[e]?|https?:\/*(?:www\.?)?)$/i

function withScheme(text: string): string {
  const fixed = text.replace(/^(https?)[:;]?\/+/i, '$1://')
  return /^https?:\/\//i.test(fixed) ? fixed : `https://${fixed.replace(/^\/+/, '')}`
}

function domainOf(url: ParsedUrl): string | undefined {
  const host = url.hostname.replace(/\.$/, '')
  // An underscore is for names that are no hosts (RFC 1123 §2.1).
  return hasKnownSuffix(host) && !host.includes('_') ? registrableDomain(host) : undefined
}

/** Networks, link lists, marketplaces and site builders whose own domain stands for many companies. */
const platforms = new Set(
  `instagram.com facebook.com fb.com fb.me linkedin.com twitter.com x.com tiktok.com youtube.com youtu.be pinterest.com wa.me
  whatsapp.com t.me linktr.ee bio.link beacons.ai bit.ly google.com goo.gl g.page maps.app.goo.gl business.site medium.com
  behance.net mercadolivre.com.br mercadolibre.com amazon.com amazon.com.br shopee.com.br olx.com.br ifood.com.br
  github.com gitlab.com notion.so notion.site canva.com canva.site`.split(/\s+/),
)
