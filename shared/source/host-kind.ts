// What kind of site a host is: by the tables first, by what its labels say second (`search.`, `mail.`, `checkout.`).

import { siteOfHost } from './site-of-host.ts'
import { listedCategory } from './source-category.ts'
import {
  aiHosts,
  emailHosts,
  hopHosts,
  paidHosts,
  plainHosts,
  searchHosts,
  shoppingHosts,
  socialHosts,
  videoHosts,
} from './tables/host-kinds.ts'

/** `hop`: a place that people are sent to and come back from. `plain`: known to be none of the others. */
export type HostKind = 'search' | 'social' | 'video' | 'shopping' | 'email' | 'ai' | 'paid' | 'hop' | 'plain'

export interface KnownHost {
  readonly kind: HostKind
  /** Whether the brand of the domain names the source: `google` for `images.google.com`. */
  readonly isBrand: boolean
}

/**
 * The kind of a host; undefined when nothing speaks. Walks from the host up to its registrable domain, so that
 * `gemini.google.com` is not Google's search.
 * @param host lower-case, without port
 * @param path of the address, where it is known: `x.com/i/grok` is an assistant
 */
export function kindOfHost(host: string, path = ''): KnownHost | undefined {
  const site = siteOfHost(host)
  if (!site) return undefined
  const { domain, brand } = site
  kinds ??= readKinds()
  const [first = '', second = ''] = path.split('/', 3).slice(1)
  // The labels next to the domain are the ones that say something; a host may have a hundred.
  let level = host.split('.').slice(-levelsMax).join('.')
  for (let levels = 0; levels < levelsMax; levels += 1) {
    const listed =
      kinds.get(`${level}/${first}/${second}`) ??
      kinds.get(`${level}/${first}`) ??
      kinds.get(level) ??
      listedCategory(level)
    if (listed) return { kind: listed, isBrand: listed !== 'plain' }
    const label = level.slice(0, level.indexOf('.'))
    const spoken = kindOfLabel(label, level === domain)
    // `search.brave.com` is Brave; `webmail.example.com` is not the company.
    if (spoken) return { kind: spoken, isBrand: spoken === 'search' }
    if (level === domain) break
    level = level.slice(label.length + 1)
  }
  // The suffix `.social` belongs to communities of the fediverse, more than their names can be listed.
  if (domain.endsWith('.social')) return { kind: 'social', isBrand: false }
  const ofBrand = kinds.get(`${brand}.`)
  return ofBrand && { kind: ofBrand, isBrand: true }
}

const levelsMax = 8

// Detours are the words of the snippet's own list (snippet/arrival.ts), so that both sides drop the same referrers.
const hopLabel = /^(accounts?|login|signin|auth0?|sso|oauth2?|okta|appleid|checkout|pay|payments?|pagamentos?)$/
const hopBrand = /^(auth0?|okta|sso|checkout|pay|payu?|payments?)$/
// Webmail lives at names like `webmail1m`, `lightmailer-bs`, `messageriepro3`; `deref-` hosts hide the mail's address.
const emailLabel = /mail|^(messagerie|poczta|correo|owa$|zimbra|roundcube|bandeja)/
const dereferrer = /^deref-/
// `research` is no search.
const searchLabel =
  /(?<!re)search|such(e|t)|recherche|ricerca|buscador|busqueda|pesquisa|szukaj|hledani|otsing|^(buscas?|lemoteur)$/
const socialLabel = /mastod[oe]n|mstdn|pixelfed|^(masto|toot|misskey|lemmy|pleroma|peertube)$/

function kindOfLabel(label: string, isDomain: boolean): HostKind | undefined {
  if ((isDomain ? hopBrand : hopLabel).test(label)) return 'hop'
  if (dereferrer.test(label) || (!isDomain && emailLabel.test(label))) return 'email'
  if (!isDomain && searchLabel.test(label)) return 'search'
  return socialLabel.test(label) || (!isDomain && label === 'social') ? 'social' : undefined
}

let kinds: ReadonlyMap<string, HostKind> | undefined

function readKinds(): ReadonlyMap<string, HostKind> {
  const map = new Map<string, HostKind>()
  const lists: readonly (readonly [HostKind, string])[] = [
    ['search', searchHosts],
    ['social', socialHosts],
    ['video', videoHosts],
    ['shopping', shoppingHosts],
    ['email', emailHosts],
    ['ai', aiHosts],
    ['paid', paidHosts],
    ['hop', hopHosts],
    ['plain', plainHosts],
  ]
  for (const [kind, list] of lists) for (const entry of list.trim().split(/\s+/)) map.set(entry, kind)
  return map
}
