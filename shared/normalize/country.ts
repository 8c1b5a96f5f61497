// Reads a country as people type it or as a select sends it: a code, a name in some ninety languages, a flag.
// Promises: ISO 3166-1 alpha-2 (and XK for Kosovo), or a reason. A guess is no answer: "Korea" is unknown.

import { err, ok, type Result } from '../result.ts'
import { cleanLine } from './clean-text.ts'
import { countryKey, informalCountryKeys, isVague } from './country-key.ts'
import { countryOfKey, countryOfSlip, countryOfSound } from './country-table.ts'

export type CountryProblem = 'blank' | 'too_long' | 'unknown_country'

/** The longest name of a country in any language has 75 characters. */
const rawCharsMax = 120

export function normalizeCountry(raw: string): Result<string, CountryProblem> {
  if (raw.length > rawCharsMax) return err('too_long')
  const text = cleanLine(raw)
  if (text === '') return err('blank')
  const found = lookUp(text) ?? lookUpDecorated(text) ?? lookUpParts(text) ?? flagCode(text)
  return found === undefined ? err('unknown_country') : ok(found)
}

function lookUp(text: string): string | undefined {
  // "No", "sí" and "not applicable" are answers to other questions than Norway, Slovenia and Namibia.
  if (/^(?:[Nn]o|[Ss]i|[Nn]a|[Nn]d|n\/a|n\.\s?a\.?)$/i.test(text) && !/^[A-Z]{2}$/.test(text)) return undefined
  // With its dots it is `Reino Unido`; without them, the code of Russia.
  if (/^r\.-?\s?u\.?$/i.test(text)) return 'GB'
  // Likewise `República Oriental del Uruguay`, whose letters are Romania's code.
  if (/^r\.\s?o\.\s?u\.?$/i.test(text)) return 'UY'
  const key = countryKey(text)
  // A short word with an accent, or with small words around it, is a word of some language and not a code.
  if (/^[a-z]{2}$/.test(key) && (!/^[ -~]+$/.test(text) || (text.match(/[a-z]/gi)?.length ?? 0) > 2)) return undefined
  const exact = countryOfKey(key)
  if (exact !== undefined || isVague(key)) return exact
  const informal = informalCountryKeys(text)
  return (
    firstOf(informal, countryOfKey) ??
    firstOf([key, ...informal], countryOfSound) ??
    firstOf(turnedKeys(text), countryOfKey) ??
    firstOf([key, ...informal], countryOfSlip)
  )
}

const wordsMax = 8
const turnedCharsMin = 8

/** Lists put the telling word first: `Tanzania United Republic of`, `Jan Mayen Svalbard`. */
function turnedKeys(text: string): readonly string[] {
  const words = text.split(/[\s,]+/)
  if (words.length < 2 || words.length > wordsMax) return []
  const keys = words.slice(1).map((_, at) => countryKey([...words.slice(at + 1), ...words.slice(0, at + 1)].join(' ')))
  return keys.filter(key => key.length >= turnedCharsMin)
}

function firstOf(keys: readonly string[], find: (key: string) => string | undefined): string | undefined {
  for (const key of keys) {
    const found = find(key)
    if (found !== undefined) return found
  }
  return undefined
}

/** Selects add a dialling code, a code in parentheses or a flag: `🇧🇷 Brasil (+55)`, `Congo (DRC)`. */
function lookUpDecorated(text: string): string | undefined {
  const plain = text.replace(/[\u{1f1e6}-\u{1f1ff}]/gu, ' ').replace(/\(?\+[\d -]{1,6}\)?/g, ' ')
  const outside = plain.replace(/\([^)]*\)|\[[^\]]*\]/g, ' ')
  const inside = /[([]([^)\]]+)[)\]]/.exec(plain)?.[1]
  // What is in parentheses decides only when what is outside says too little.
  const outsideKey = countryKey(outside)
  // The island's two countries are told apart by the states that they belong to.
  if (outsideKey === 'stmartin') {
    if (/dutch|n[ei]e?derl|neerl|h?ol[la]+nd|pays.bas/i.test(inside ?? '')) return 'SX'
    return /fr[ae]n/i.test(inside ?? '') ? 'MF' : undefined
  }
  return outsideKey === '' || isVague(outsideKey) ? inside && lookUp(inside) : lookUp(outside)
}

/**
 * A country beside its code, its name in another language, or a place in it: `BR - Brasil`, `Brasil / Brazil`, `Lima, Peru`,
 * `Curitiba, PR, Brasil`. The last part must be a name or every part must agree, because `BA` after Salvador is a state and no
 * country. Before its place only a country stands whose name is no town elsewhere: `Brasil, São Paulo`, not `Peru, Illinois`.
 */
function lookUpParts(text: string): string | undefined {
  const parts = text.split(/\s*[,;/|]\s*|\s+[-–—]\s+|\s*:\s*/).filter(part => part !== '')
  if (parts.length < 2 || parts.length > 4) return undefined
  const keys = parts.map(countryKey)
  const found = keys.map(key => (isVague(key) ? undefined : countryOfKey(key)))
  const [first] = found
  if (first !== undefined && found.every(alpha2 => alpha2 === first)) return first
  const isPlace = (alpha2: string | undefined, at: number) => alpha2 === undefined || (at > 0 && keys[at]?.length === 2)
  const last = keys.at(-1) ?? ''
  if ((last.length > 3 || last === 'usa') && found.slice(0, -1).every(isPlace)) {
    const alpha2 = found.at(-1)
    if (alpha2 !== undefined) return alpha2
  }
  const [head = ''] = keys
  if (!leadingNames.has(head) || keys.slice(1).some(isVague)) return undefined
  // Only Brazil's states are written with two letters.
  return found.slice(1).every((alpha2, at) => alpha2 === undefined || (first === 'BR' && keys[at + 1]?.length === 2))
    ? first
    : undefined
}

const leadingNames = new Set(
  'brasil portugal chile argentina colombia mexico espana espanha uruguay uruguai paraguay paraguai ecuador equador bolivia venezuela'.split(
    ' ',
  ),
)

/** A flag is its country's alpha-2 code in regional indicator letters. */
function flagCode(text: string): string | undefined {
  const letters = [...text].map(letter => (letter.codePointAt(0) ?? 0) - 0x1f1e6)
  if (letters.length !== 2 || letters.some(letter => letter < 0 || letter > 25)) return undefined
  return countryOfKey(letters.map(letter => String.fromCharCode(letter + 97)).join(''))
}
