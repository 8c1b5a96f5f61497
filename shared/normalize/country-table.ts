// Which country a key names. Names in the languages of most visitors are kept as text, those of eighty others as hashes.
// Promises: nothing for a key that two countries share. A text that is no country's name is taken for one once in about
// ninety thousand (30-bit hashes of some 12,000 names), and only when it is no name in the first table either.

import { readHashList } from './hash-list.ts'
import { looseCountryKey } from './loose-country-key.ts'
import { countryHashBits, countryHashes } from './tables/country-hashes.ts'
import { countryNames } from './tables/country-names.ts'
import { textHash } from './text-hash.ts'

/** The country that a code or a key of country-key.ts names, letter by letter. */
export function countryOfKey(key: string): string | undefined {
  return plainTable().get(key)
}

/** The country that has this name in any language of the tables, or in a spelling that sounds like it. */
export function countryOfSound(key: string): string | undefined {
  // Shorter Latin words mean too many things in eighty languages.
  if (/^[a-z\d]{0,4}$/.test(key)) return undefined
  const loose = looseCountryKey(key)
  return looseTable().get(loose) ?? hashTable().get(textHash(loose) % 2 ** countryHashBits)
}

// Built on first use: a Worker that only answers a health check does not pay for them.
let plain: ReadonlyMap<string, string> | undefined
let loose: ReadonlyMap<string, string> | undefined
let hashes: ReadonlyMap<number, string> | undefined

function plainTable(): ReadonlyMap<string, string> {
  plain ??= new Map(
    countryNames
      .trim()
      .split('\n')
      .flatMap(line => {
        const [alpha2 = '', ...keys] = line.split(' ')
        return [alpha2, ...keys].map((key): [string, string] => [key.toLowerCase(), alpha2])
      }),
  )
  return plain
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

function hashTable(): ReadonlyMap<number, string> {
  hashes ??= new Map(
    countryHashes
      .trim()
      .split('\n')
      .flatMap(line => {
        const [alpha2 = '', count = '', list = ''] = line.split(' ')
        return readHashList(list, Number(count), countryHashBits).map((hash): [number, string] => [hash, alpha2])
      }),
  )
  return hashes
}
