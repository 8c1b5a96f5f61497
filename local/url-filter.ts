// Reads the rules of content blockers as browsers do (declarativeNetRequest, read 2026-11-24), as far as they decide
// whether one of our addresses is blocked on a page of another site.

/** A rule, with the members that matter here. */
export interface BlockRule {
  readonly action: { readonly type: string }
  readonly condition: {
    readonly urlFilter?: string
    readonly regexFilter?: string
    readonly isUrlFilterCaseSensitive?: boolean
    readonly resourceTypes?: readonly string[]
    readonly excludedResourceTypes?: readonly string[]
    readonly domainType?: string
    /** The rule is for pages of these sites, or requests to these, and no others. */
    readonly initiatorDomains?: readonly string[]
    readonly requestDomains?: readonly string[]
    readonly requestMethods?: readonly string[]
  }
}

/** A request of ours: third party, from a site that no list knows. */
export interface OurRequest {
  readonly url: string
  readonly type: 'script' | 'xmlhttprequest' | 'ping'
}

/** True when the rule stops the request on sites that it does not name. */
export const isBlockedBy = ({ action, condition }: BlockRule, { url, type }: OurRequest): boolean =>
  action.type === 'block' &&
  condition.initiatorDomains === undefined &&
  condition.requestDomains === undefined &&
  condition.domainType !== 'firstParty' &&
  (condition.resourceTypes?.includes(type) ?? true) &&
  !condition.excludedResourceTypes?.includes(type) &&
  patternOf(condition).test(url)

const patternOf = ({ urlFilter, regexFilter, isUrlFilterCaseSensitive }: BlockRule['condition']): RegExp =>
  new RegExp(regexFilter ?? filterAsRegExp(urlFilter ?? ''), isUrlFilterCaseSensitive ? '' : 'i')

const meanings: Readonly<Record<string, string>> = { '*': '.*', '^': '(?:[^\\w.%-]|$)' }

/** `||` begins a domain, `|` an end of the address, `*` is anything, `^` what parts the words of an address. */
const filterAsRegExp = (filter: string): string => {
  const [, start = '', middle = '', end = ''] = /^(\|?\|?)(.*?)(\|?)$/.exec(filter) ?? []
  const text = middle.replace(/[\W_]/g, sign => meanings[sign] ?? `\\${sign}`)
  return `${start === '||' ? '^[a-z-]+://([^/?#]+\\.)?' : start && '^'}${text}${end && '$'}`
}
