// Reads an industry as people type it, or as a select or LinkedIn names it, to HubSpot's value of the property `industry`.
// Promises: one of the 148 values, or null; a value comes out as itself. Wrong is worse than null, so a text with a word
// that is not understood, or whose words speak for two industries, is null and stays as it was sent.

import { industryStems, withoutFillers, withoutHeads, withoutQualifiers, withoutWholesale } from './industry-words.ts'
import { industryTable } from './large-tables.ts'

export function normalizeIndustry(raw: string): string | null {
  const stems = industryStems(raw)
  if (stems.length === 0) return null
  const whole = lookUp(stems)
  if (whole) return whole
  const bare = withoutFillers(stems)
  return read(bare) ?? read(withoutHeads(bare)) ?? read(withoutQualifiers(bare)) ?? wholesaleOf(bare)
}

const read = (stems: readonly string[]): string | null => lookUp(stems) ?? sameForAll(stems)

/** "Bares e restaurantes": each word alone says the same, or one industry lies within the other. */
function sameForAll(stems: readonly string[]): string | null {
  const [first, second, ...others] = new Set(stems.map(word => lookUp([word])))
  if (!first || others.length > 0) return null
  if (second === undefined) return stems.every(word => lookUp([word])) ? first : null
  return within[first] === second ? first : within[second] === first ? second : null
}

/** The narrower of two, and the one around it: who names both is in the narrower. */
const within: Readonly<Record<string, string>> = {
  COMPUTER_SOFTWARE: 'INFORMATION_TECHNOLOGY_AND_SERVICES',
  BANKING: 'FINANCIAL_SERVICES',
  CIVIL_ENGINEERING: 'CONSTRUCTION',
  PROFESSIONAL_TRAINING_COACHING: 'EDUCATION_MANAGEMENT',
}

/** "Distribuidora de bebidas": whoever deals in goods by the lorry is a wholesaler. Films and energy are no such goods. */
function wholesaleOf(stems: readonly string[]): string | null {
  const rest = withoutWholesale(stems)
  return rest.length < stems.length && goods.has(read(rest) ?? '') ? 'WHOLESALE' : null
}

const goods = new Set(
  `APPAREL_FASHION BUILDING_MATERIALS COSMETICS DAIRY FOOD_BEVERAGES FOOD_PRODUCTION FURNITURE PHARMACEUTICALS
  WINE_AND_SPIRITS`.split(/\s+/),
)

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
