// `node local/tables/build-country-names.ts`: writes shared/normalize/tables/country-names.ts and country-hashes.ts.
// The first holds the codes and the names of the languages that matter most here, as keys that can be read; the second
// the names of all other languages by their loose keys, without the keys, because text would take more than twice the bytes.
// Names: CLDR through Node's own ICU (Unicode-3.0), i18n-iso-countries (MIT), and country-aliases.ts. Run with Node 24.

import { readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { countryKey, isVague } from '../../shared/normalize/country-key.ts'
import { looseCountryKey } from '../../shared/normalize/loose-country-key.ts'
import { countryAdjectives } from './country-adjectives.ts'
import { countryAliases } from './country-aliases.ts'
import { ribbonSource, writeRibbonTable } from './write-ribbon-table.ts'

const root = resolve(import.meta.dirname, '../..')
const fromPackage = (path: string): unknown =>
  JSON.parse(readFileSync(resolve(root, 'node_modules/i18n-iso-countries', path), 'utf8'))

/** Names that can be read in the table. */
const plainLanguages = 'en pt pt-PT es es-MX es-419 de fr it nl'.split(' ')
/** Languages with full coverage in CLDR, and national ones of Africa and Oceania that share most of their letters. */
const hashedLanguages =
  `ru uk pl cs sk hu ro bg el tr ar he fa ur hi bn ta te th vi id ms ja ko zh zh-Hant sv da nb fi et lv lt hr sr sl ca gl eu
  kea mg ln rn sg to bm ff sn lg nd lu seh`.split(/\s+/)
const packagePlain = 'en pt es de fr it nl'.split(' ')
const packageHashed =
  `af am ar az be bg bn bs ca cs cy da el et eu fa fi ga gl ha he hi hr hu hy id is ja ka kk km ko ky lt lv mk ml mn mr
  ms mt nb nn pl ro ru sk sl so sq sr sv sw ta tg th tk tr uk ur uz vi zh br`.split(/\s+/)

type CodeRow = [alpha2: string, alpha3: string, numeric: string]
// XK is no code of ISO 3166-1 but the one in use for Kosovo, among its user-assigned ones.
const codes: CodeRow[] = [...(fromPackage('codes.json') as CodeRow[]), ['XK', 'XKX', '983'] as CodeRow]
  .filter((row, at, rows) => rows.findIndex(other => other[0] === row[0]) === at)
  .sort((a, b) => a[0].localeCompare(b[0]))

function* cldrNames(languages: readonly string[]): Generator<[name: string, alpha2: string]> {
  for (const language of languages)
    for (const style of ['long', 'short'] as const)
      for (const [alpha2] of codes) {
        const name = new Intl.DisplayNames(language, { type: 'region', style, fallback: 'none' }).of(alpha2)
        if (name) yield [name, alpha2]
      }
}

function* packageNames(languages: readonly string[]): Generator<[name: string, alpha2: string]> {
  for (const language of languages) {
    const { countries } = fromPackage(`langs/${language}.json`) as { countries: Record<string, string | string[]> }
    for (const [alpha2, names] of Object.entries(countries)) for (const name of [names].flat()) yield [name, alpha2]
  }
}

/** Who claims a key, and how strongly; two that claim it alike lose it. */
const plain = new Map<string, { alpha2: string; strength: number; isShared: boolean; isAdjective: boolean }>()
const reserved = new Set(codes.flatMap(([alpha2, alpha3]) => [alpha2.toLowerCase(), alpha3.toLowerCase()]))

/** Two states that share a name have to say which; the others of country-key.ts mean one when they stand alone. */
const isTooShort = (key: string) => /^(k|c)(orea|oreia|oree|ongo)$|^america$|^unidos$|^virgin/.test(key)

function claim(name: string, alpha2: string, strength: number, isAdjective = false): void {
  const key = countryKey(name)
  // Codes are read as codes: no two-letter name, and no name that is another country's three-letter code.
  if (key === '' || reserved.has(key) || (strength < 3 && isTooShort(key))) return
  const owner = plain.get(key)
  if (!owner || owner.strength < strength) plain.set(key, { alpha2, strength, isShared: false, isAdjective })
  else if (owner.strength === strength && owner.alpha2 !== alpha2) {
    console.log(`${name}: ${owner.alpha2} or ${alpha2}, left out`)
    owner.isShared = true
  }
  // Argentina is the country, and what its women are called.
  else if (owner.alpha2 === alpha2 && !isAdjective) owner.isAdjective = false
}

const feminineOf = (word: string): string =>
  word
    .replace(/[êé]s$/, 'esa')
    .replace(/ão$/, 'ã')
    .replace(/án$/, 'ana')
    .replace(/ón$/, 'ona')
    .replace(/o$/, 'a')

for (const line of countryAdjectives.trim().split('\n'))
  for (const word of line.slice(3).split('|')) {
    claim(word, line.slice(0, 2), 2, true)
    // Portuguese and Spanish have one for women as well.
    if (/^\p{Ll}/u.test(word)) claim(feminineOf(word), line.slice(0, 2), 2, true)
  }
for (const [alpha2, names] of Object.entries(countryAliases))
  for (const name of names.split('|')) claim(name, alpha2, 3)
for (const [name, alpha2] of cldrNames(plainLanguages)) {
  claim(name, alpha2, 2)
  // CLDR shortens the United States inside other names.
  claim(name.replace(/EE\. UU\.|EUA/, 'Estados Unidos').replace(/U\.S\./, 'United States'), alpha2, 1)
  // `Myanmar (Burma)`, `Congo - Brazzaville`.
  const [, outside, inside = ''] = /^(.+?)\s*(?:\(|\s[-–]\s)(.+?)\)?$/.exec(name) ?? []
  if (outside && !/china/i.test(inside)) for (const part of [outside, inside]) claim(part, alpha2, 0)
}
for (const [name, alpha2] of packageNames(packagePlain)) claim(name, alpha2, 1)
// What a country calls itself, in the language that most of its people speak.
for (const [alpha2] of codes) {
  const own = new Intl.Locale(`und-${alpha2}`).maximize().language
  for (const [name, owner] of cldrNames([own])) if (owner === alpha2) claim(name, alpha2, 1)
}

/** Continents, given names, family names and cities of the Americas that some language calls a country by. */
const commonWords = new Set(
  'albany cameron morris franke franky baran barratt angie karina diana martina alban herron fujian kinney sarah dominic africa afrika asia europe europa oceania amerika'
    .split(' ')
    .map(looseCountryKey),
)
const plainLoose = new Set([...plain.keys()].map(looseCountryKey))
const claimed = new Map<string, Set<string>>()
for (const [name, alpha2] of [...cldrNames(hashedLanguages), ...packageNames(packageHashed)]) {
  const key = countryKey(name)
  const isShort = /^[\p{Script=Latin}\p{Script=Cyrillic}\p{N}]{0,4}$/u.test(key) || key.length < 2
  const loose = looseCountryKey(key)
  // One word for the Congo or Korea, in a language that we cannot read, says too little too.
  const isShared =
    /^(CD|CG|KP|KR)$/.test(alpha2) &&
    !/[\s\p{P}]/u.test(name.trim()) &&
    !/[\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(name)
  if (isShort || commonWords.has(loose) || isShared || isVague(key) || plain.has(key) || plainLoose.has(loose)) continue
  claimed.set(loose, (claimed.get(loose) ?? new Set()).add(alpha2))
}

/** A text that is no country's name is taken for one once in 16,384; one bit more takes 1.4 kB and halves that. */
const checkBits = 14
/** Enough for the number of a country's line. */
const valueBits = 8
const hashed = new Map<string, number>()
for (const [loose, owners] of claimed) {
  const [alpha2 = '', ...others] = owners
  if (others.length > 0) console.log(`${loose}: ${[...owners].join(' or ')}, left out`)
  else
    hashed.set(
      loose,
      codes.findIndex(([code]) => code === alpha2),
    )
}

const keysOf = (alpha2: string) => {
  const own = [...plain].filter(([, owner]) => owner.alpha2 === alpha2 && !owner.isShared)
  const [names, adjectives] = [false, true].map(isAdjective =>
    own
      .filter(([, owner]) => owner.isAdjective === isAdjective)
      .map(([key]) => key)
      .sort(),
  )
  return [...(names ?? []), ...(adjectives?.length ? ['-', ...adjectives] : [])]
}
const header = '// Generated by local/tables/build-country-names.ts: change that file, not this one.'
const sources = `// Names: Unicode CLDR ${process.versions['cldr']} (Unicode-3.0), i18n-iso-countries (MIT), and our own list; codes: ISO 3166-1.`
writeFileSync(
  resolve(root, 'shared/normalize/tables/country-names.ts'),
  `${header}
${sources}
// One country a line: alpha-2, alpha-3, numeric code, its names as keys of country-key.ts, and after a dash its adjectives.

/** Every country's codes and its names in English, Portuguese, Spanish, German, French, Italian, Dutch and its own language. */
export const countryNames = \`
${codes.map(([alpha2, alpha3, numeric]) => [alpha2, alpha3, numeric, ...keysOf(alpha2)].join(' ')).join('\n')}
\`
`,
)
writeFileSync(
  resolve(root, 'shared/normalize/tables/country-hashes.ts'),
  `${header}
${sources}
// ${hashed.size} names in about eighty other languages, as keys of loose-country-key.ts, each with the line that its country
// has in country-names.ts: a table of ribbon-table.ts.

${ribbonSource('countryHashes', writeRibbonTable({ numbers: hashed, checkBits, valueBits }))}`,
)
console.log(`${plain.size} names as text, ${hashed.size} as hashes`)
