// Reads one arrival on the site: what its address and its referrer say about where the person came from.

import { clickIdKeys, utmKeys } from '../shared/wire.ts'

/** An address without its query and fragment: a search phrase or a token in it is not ours to keep. */
export const withoutQuery = (address: string): string => address.replace(/[?#].*/, '')

/** What an arrival says of its origin: campaign parameters, click ids, and a referrer that is another site. */
export const readArrival = (address: string, referrer: string): Record<string, string> => {
  const { searchParams, origin } = new URL(address)
  const marks: Record<string, string> = {}
  for (const key of [...utmKeys, ...clickIdKeys]) {
    const value = searchParams.get(key)
    if (value) marks[key] = value
  }
  if (referrer && !referrer.startsWith(origin)) marks.referrer = withoutQuery(referrer)
  return marks
}
