// What a referrer says: the kind and the name of the site the person came from, and what they searched for.
// A referrer that is the site itself, or a detour to pay or to sign in, says nothing and gives undefined.

import { registrableDomain } from '../normalize/registrable-domain.ts'
import { type ParsedUrl, parseHttpUrl } from '../normalize/url.ts'
import { type HostKind, kindOfHost } from './host-kind.ts'
import { siteOfHost } from './site-of-host.ts'
import { nameOfHost } from './source-name.ts'

export interface ReferrerSource {
  readonly kind: Exclude<HostKind, 'hop' | 'plain'> | 'referral'
  readonly source: string
  readonly term?: string
}

/**
 * @param referrer an address as browsers send it, also `android-app://…`
 * @param ownHosts hosts of the site; everything under their registrable domains is the site itself
 */
export function readReferrer(referrer: unknown, ownHosts: readonly string[]): ReferrerSource | undefined {
  if (typeof referrer !== 'string') return undefined
  const sent = referrer.slice(0, addressCharsMax)
  const app = appScheme.exec(sent)
  const url = parseHttpUrl(app ? `https://${app[1]}/` : sent)
  if (!url) return undefined
  const written = hostOf(url)
  const isApp = app !== null || packageName.test(written)
  const host = isApp ? written.split('.').reverse().join('.') : written
  if (ownHosts.some(own => isSameSite(own, host))) return undefined
  // A page that Google translates comes from a host that spells the page's own.
  if (host.endsWith('.translate.goog')) return undefined
  const known = kindOfHost(host, url.pathname)
  if (known?.kind === 'hop' || loginPath.test(url.pathname)) return undefined
  const term = searchTerm(url)
  const isSearchPage = term !== undefined && searchBrand.test(siteOfHost(host)?.brand ?? '')
  const kind = known ? known.kind : isSearchPage ? 'search' : 'plain'
  return {
    kind: kind === 'plain' ? 'referral' : kind,
    source: isApp && !known ? written : nameOfHost(host, known?.isBrand ?? false),
    ...(kind === 'search' && term ? { term } : {}),
  }
}

/** Whether two hosts belong to one registrable domain, or are one host where there is none. */
export function isSameSite(a: string, b: string): boolean {
  const [left, right] = [a.toLowerCase(), b.toLowerCase()]
  if (left === right) return true
  const domain = registrableDomain(left)
  return domain !== undefined && domain === registrableDomain(right)
}

/** The host without its port and without the dot that ends a full name. */
export const hostOf = (url: ParsedUrl): string => url.hostname.toLowerCase().replace(/\.$/, '')

export const addressCharsMax = 8_192

// Apps name themselves the other way round (`com.linkedin.android`), and some browsers pass that on as a host. Countries
// are no such start: `br.pinterest.com` is a host.
const appScheme = /^(?:android|ios)-app:\/\/([\w.-]+)/i
const packageName = /^(com|org)\.[^.]+\.[^.]+/

// The return from a sign-in with a social account: `facebook.com/v19.0/dialog/oauth`, `linkedin.com/oauth/v2/…`.
const loginPath = /\/(oauth2?|saml2?|openid|authorize)(\/|$)/i
const searchBrand = /(?<!re)search|^such(e|maschine)|recherche|ricerca|buscador|pesquisa/

// In the order in which the engines' own pages use them (Matomo's list, CC0-1.0). The first that is filled in counts.
const termNames =
  'q query p wd word text kw Q search searchfor searchFor searchTerm search_term search_for search_word Keywords keywords'
    .concat(' keyword MT qs su k s rdata qt qry begriff words x_query string eingabe ask va vp busca buscar')
    .split(' ')
const termCharsMax = 256

function searchTerm(url: ParsedUrl): string | undefined {
  if (!url.search) return undefined
  for (const name of termNames) {
    const value = url.searchParams.get(name)
    if (value) return value.toWellFormed().slice(0, termCharsMax)
  }
  return undefined
}
