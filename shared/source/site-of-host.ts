// The part of a host that somebody registered (`example.com.br`), and its brand (`example`).

import { registrableDomain } from '../normalize/registrable-domain.ts'

export interface SiteOfHost {
  readonly domain: string
  /** The first label of the domain. */
  readonly brand: string
}

/** The site of a lower-case host without port; undefined for an address in numbers, a bare suffix, or nonsense. */
export function siteOfHost(host: string): SiteOfHost | undefined {
  const domain = registrableDomain(host)
  return domain === undefined ? undefined : { domain, brand: domain.slice(0, domain.indexOf('.')) }
}
