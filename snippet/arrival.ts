// Reads one arrival on the site: what its address and its referrer say about where the person came from.

/** An address without its query and fragment: a search phrase or a token in it is not ours to keep. */
export const withoutQuery = (address: string): string => address.replace(/[?#].*/, '')

// utmKeys and clickIdKeys of the wire in fewer bytes; a test holds them together.
const markName =
  /^(utm_(source(_platform)?|medium|campaign|term|content|id)|(g|d|fb|tt|tw)clid|[gw]braid|msclkid|gad_source|li_fat_id|rdt_cid|sccid|epik)$/

// The domain that a company registers (`site.com.br`, `site.com`), near enough without the list of public suffixes: it
// decides only whether a referrer is the site itself.
const siteOf = (host: string) => host.match(/\b(?!www\.)[^.]+\.(\w{2,3}\.\w\w|[\w-]+)$/)?.[0]

// Where people are sent to pay or to sign in, and come back from. Coming back is not coming.
const detour =
  /(^|\.)(accounts|login|auth0?|sso|okta|appleid|checkout|pag[abs]\w*|\w*pa(y|go)\w*|cielo|getnet|transbank|stripe)\./

/** What an arrival says of its origin: campaign parameters, click ids, and a referrer that is another site. */
export const readArrival = (address: string, referrer: string): Record<string, string> => {
  const { searchParams, hash, hostname } = new URL(address)
  const marks: Record<string, string> = {}
  // A route behind the `#` may have a query of its own.
  for (const [key, value] of [...searchParams, ...new URL(`a:${hash.replace(/[^?]*/, '')}`).searchParams]) {
    // Snap writes `ScCid`, and people write `UTM_Source`.
    const name = key.toLowerCase()
    if (value && markName.test(name)) marks[name] ||= value
  }
  if (referrer) {
    const from = new URL(referrer).hostname
    if (siteOf(from) !== siteOf(hostname) && !detour.test(from)) marks.referrer = withoutQuery(referrer)
  }
  return marks
}
