// Which country a key names. Names in the languages of most visitors are kept as text, those of eighty others as hashes.
// Promises: nothing for a key that two countries share. A text that is no country's name is taken for one once in 16,384
// by its hash, and only when it is no name in the first table either.

import { isNearVague } from './country-key.ts'
import { countryHashes, countryNames } from './large-tables.ts'
import { looseCountryKey } from './loose-country-key.ts'
import { isOneSlipApart } from './one-slip.ts'
import { readRibbonTable } from './ribbon-table.ts'

/** The country that a code or a key of country-key.ts names, letter by letter. */
export function countryOfKey(key: string): string | undefined {
  return plainTable().get(key)
}

/** The country that has this name in any language of the tables, or in a spelling that sounds like it. */
export function countryOfSound(key: string): string | undefined {
  // Shorter Latin words mean too many things in eighty languages.
  if (/^[a-z\d]{0,4}$/.test(key)) return undefined
  const loose = looseCountryKey(key)
  return looseTable().get(loose) ?? hashTable()(loose)
}

/** The country whose name in one of the main languages has one slip more; nothing where it could be two countries'. */
export function countryOfSlip(key: string): string | undefined {
  if (key.length < likelyCharsMin || key.length > slipCharsMax || otherWords.has(key)) return undefined
  const first = key.charCodeAt(0)
  let found: string | undefined
  for (const [name, alpha2] of longNames()) {
    if (name.charCodeAt(0) !== first || alpha2 === found || !isSlipOf(key, name)) continue
    if (found !== undefined) return undefined
    found = alpha2
  }
  return found
}

/** Shorter names are a slip away from too many other words, and in these only neighbours may have changed places. */
const slipCharsMin = 8
const swapCharsMin = 7
const slipCharsMax = 60

/** Shorter ones that the forms of Latin America meet daily: `Brasi`, `Mexcio`. */
const likelyNames = new Set('brasil brazil mexico panama uruguay uruguai ecuador equador bolivia'.split(' '))
const likelyCharsMin = 5
/** A slip away from them, and words themselves. */
const otherWords = new Set(['basil', 'equator'])

const isSlipOf = (key: string, name: string): boolean =>
  isOneSlipApart(key, name) && (name.length >= slipCharsMin || isLikely(key, name) || haveSameLetters(key, name))

/** A letter more may be another word's: `México F`. */
const isLikely = (key: string, name: string): boolean => likelyNames.has(name) && key.length <= name.length

const haveSameLetters = (a: string, b: string): boolean => [...a].sort().join('') === [...b].sort().join('')

// Built on first use: a Worker that only answers a health check does not pay for them.
let plain: ReadonlyMap<string, string> | undefined
let long: readonly (readonly [name: string, alpha2: string])[] | undefined
let loose: ReadonlyMap<string, string> | undefined
let hashes: ((looseKey: string) => string | undefined) | undefined

/** What a word after the dash of a line is: what the people are called, and no name of the country. */
const adjectivesFollow = '-'

const lines = (): readonly (readonly string[])[] =>
  countryNames
    .trim()
    .split('\n')
    .map(line => line.split(' '))

function plainTable(): ReadonlyMap<string, string> {
  plain ??= new Map(
    lines().flatMap(keys =>
      keys.filter(key => key !== adjectivesFollow).map((key): [string, string] => [key.toLowerCase(), keys[0] ?? '']),
    ),
  )
  return plain
}

/** Names that a slip may be found in. No adjectives: those are one slip from given names (`Angelina`, `argelina`). */
function longNames(): readonly (readonly [name: string, alpha2: string])[] {
  long ??= lines().flatMap(([alpha2 = '', ...keys]) => {
    const end = keys.indexOf(adjectivesFollow)
    const names = end < 0 ? keys : keys.slice(0, end)
    return names
      .filter(name => (name.length >= swapCharsMin || likelyNames.has(name)) && !isNearVague(name))
      .map((name): [string, string] => [name, alpha2])
  })
  return long
}

function looseTable(): ReadonlyMap<string, string> {
  if (loose) return loose
  const table = new Map<string, string>()
  const shared = new Set<string>()
  for (const [key, alpha2] of plainTable()) {
    const sound = looseCountryKey(key)
    if ((table.get(sound) ?? alpha2) !== alpha2) shared.add(sound)
    if (key.length > 3) table.set(sound, alpha2)
  }
  for (const sound of shared) table.delete(sound)
  loose = table
  return table
}

function hashTable(): (looseKey: string) => string | undefined {
  if (hashes) return hashes
  const codes = lines().map(([alpha2 = '']) => alpha2)
  const lineOf = readRibbonTable(countryHashes)
  hashes = looseKey => codes[lineOf(looseKey) ?? -1]
  return hashes
}
