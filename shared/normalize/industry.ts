// Reads an industry as people type it, or as a select or LinkedIn names it, to HubSpot's value of the property `industry`.
// Promises: one of the 148 values, or null; a value comes out as itself. Wrong is worse than null, so a text with a word
// that is not understood, or whose words speak for two industries, is null and stays as it was sent.

import { industryStems, withoutFillers } from './industry-words.ts'
import { industryTable } from './large-tables.ts'

export function normalizeIndustry(raw: string): string | null {
  const stems = industryStems(raw)
  if (stems.length === 0) return null
  const whole = lookUp(stems)
  if (whole) return whole
  const bare = withoutFillers(stems)
  return lookUp(bare) ?? sameForAll(bare)
}

/** "Bares e restaurantes": each word alone says the same. */
function sameForAll(stems: readonly string[]): string | null {
  const found = new Set(stems.map(word => lookUp([word])))
  const [only] = found
  return found.size === 1 && only ? only : null
}

const lookUp = (stems: readonly string[]): string | undefined => table().get(stems.join('+'))

let built: ReadonlyMap<string, string> | undefined

/** Built on first use: a Worker that only answers a health check does not pay for it. */
function table(): ReadonlyMap<string, string> {
  if (built) return built
  const names = new Map<string, string>()
  for (const line of industryTable.trim().split('\n')) {
    const [key = '', ...bags] = line.split(' ')
    for (const bag of [industryStems(key).join('+'), ...bags]) names.set(bag, key)
  }
  built = names
  return names
}
