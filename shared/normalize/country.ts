// Reads a country as people type it or as a select sends it: a code, a name in several languages, a flag.
// Promises: ISO 3166-1 alpha-2 (and XK for Kosovo), or a reason. A guess is no answer: "Korea" is unknown.

import { err, ok, type Result } from '../result.ts'
import { cleanLine } from './clean-text.ts'
import { countryKey, informalCountryKey, isVague } from './country-key.ts'
import { countryNames } from './tables/country-names.ts'

export type CountryProblem = 'blank' | 'too_long' | 'unknown_country'

/** The longest name of a country in any language has 75 characters. */
const rawCharsMax = 120

export function normalizeCountry(raw: string): Result<string, CountryProblem> {
  if (raw.length > rawCharsMax) return err('too_long')
  const text = cleanLine(raw)
  if (text === '') return err('blank')
  const found = lookUp(text) ?? lookUpDecorated(text) ?? flagCode(text)
  return found === undefined ? err('unknown_country') : ok(found)
}

function lookUp(text: string): string | undefined {
  const key = countryKey(text)
  // A short word with an accent is a word of some language, not a code.
  if (/^[a-z]{2}$/.test(key) && !/^[ -~]+$/.test(text)) return undefined
  const informal = informalCountryKey(text)
  return countryTable().get(key) ?? (informal === undefined ? undefined : countryTable().get(informal))
}

/** Selects add a dialling code, a code in parentheses or a flag: `🇧🇷 Brasil (+55)`, `Congo (DRC)`. */
function lookUpDecorated(text: string): string | undefined {
  const plain = text.replace(/[\u{1f1e6}-\u{1f1ff}]/gu, ' ').replace(/\(?\+[\d -]{1,6}\)?/g, ' ')
  const outside = plain.replace(/\([^)]*\)/g, ' ')
  const inside = /\(([^)]+)\)/.exec(plain)?.[1]
  // What is in parentheses decides only when what is outside says too little.
  const outsideKey = countryKey(outside)
  return outsideKey === '' || isVague(outsideKey) ? inside && lookUp(inside) : lookUp(outside)
}

/** A flag is its country's alpha-2 code in regional indicator letters. */
function flagCode(text: string): string | undefined {
  const letters = [...text].map(letter => (letter.codePointAt(0) ?? 0) - 0x1f1e6)
  if (letters.length !== 2 || letters.some(letter => letter < 0 || letter > 25)) return undefined
  return countryTable().get(letters.map(letter => String.fromCharCode(letter + 97)).join(''))
}

let built: ReadonlyMap<string, string> | undefined

/** Built on first use: a Worker that only answers a health check does not pay for it. */
function countryTable(): ReadonlyMap<string, string> {
  if (built) return built
  const table = new Map<string, string>()
  for (const line of countryNames.trim().split('\n')) {
    const [alpha2 = '', ...keys] = line.split(' ')
    for (const key of [alpha2, ...keys]) table.set(key.toLowerCase(), alpha2)
  }
  built = table
  return table
}
