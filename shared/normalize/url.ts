// URLs that are kept: http and https only, because they are later shown as links.

declare const URL: { parse(text: string): ParsedUrl | null }

/** The members of a parsed URL (WHATWG) that the domain reads. The class is in every runtime, the type in none of ours. */
export interface ParsedUrl {
  readonly protocol: string
  readonly host: string
  readonly hostname: string
  readonly pathname: string
  readonly search: string
  readonly searchParams: {
    get(name: string): string | null
    forEach(act: (value: string, name: string) => void): void
  }
  readonly origin: string
  readonly href: string
}

/** The parsed URL if it is http or https; undefined for anything else, whatever it is. */
export function parseHttpUrl(value: unknown): ParsedUrl | undefined {
  const url = typeof value === 'string' ? URL.parse(value) : null
  return url?.protocol === 'https:' || url?.protocol === 'http:' ? url : undefined
}

/** The text of an http or https URL as sent, cut at `charsMax`; undefined for anything else. */
export function httpUrl(value: unknown, charsMax: number): string | undefined {
  const url = parseHttpUrl(value)
  return url?.href.slice(0, charsMax)
}

/** Origin and path of an http or https URL: a referrer's query may hold somebody's search or session. */
export function urlWithoutQuery(value: unknown, charsMax: number): string | undefined {
  const url = parseHttpUrl(value)
  return url && `${url.origin}${url.pathname}`.slice(0, charsMax)
}
