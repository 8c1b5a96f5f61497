// Reads a state, province or district as people type it to its ISO 3166-2 code, within a country that is known.
// Promises: a code of that country, or null; a code comes out as itself. The field says that it is a state, so
// "São Paulo" is the state. Without a country there is no answer: "SC" is in Brazil and in the USA.

import { cleanLine } from './clean-text.ts'
import { subdivisions } from './tables/subdivisions.ts'

/** The longest name of the tables has 53 characters. */
const rawCharsMax = 120

/** @param country ISO 3166-1 alpha-2 */
export function normalizeState(raw: string, country: string | undefined): string | null {
  const codes = codesOf(country?.toUpperCase())
  if (!codes || raw.length > rawCharsMax) return null
  const text = cleanLine(raw)
  return lookUp(codes, text) ?? lookUpParts(codes, text) ?? null
}

function lookUp(codes: ReadonlyMap<string, string>, text: string): string | undefined {
  const key = fold(text)
  return (
    codes.get(key) ??
    codes.get(key.replace(/^(estadod[eoa]|stateof|provinciade|distritode|distritodo|prov|edo)(?=...)/, ''))
  )
}

/** "SP - São Paulo", "Minas Gerais (MG)", "Campinas/SP", "Miami, FL": all parts that name a state name the same one. */
function lookUpParts(codes: ReadonlyMap<string, string>, text: string): string | undefined {
  const parts = text.split(/\s+[-–—]\s+|[,;/|()]+/).filter(part => part.trim() !== '')
  if (parts.length < 2 || parts.length > 4) return undefined
  const found = new Set(parts.map(part => lookUp(codes, part)).filter(code => code !== undefined))
  // A city may share its name with another state, so the abbreviation decides before the names do.
  const abbreviated = parts.map(part => part.trim()).filter(part => /^[A-Z]{2,4}$/.test(part))
  const sure = new Set(abbreviated.map(part => lookUp(codes, part)).filter(code => code !== undefined))
  const [only] = sure.size === 1 ? sure : found
  return sure.size === 1 || found.size === 1 ? only : undefined
}

const fold = (text: string): string =>
  text
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '')

const built = new Map<string, ReadonlyMap<string, string>>()

/** Codes by folded name, built once a country. */
function codesOf(country: string | undefined): ReadonlyMap<string, string> | undefined {
  if (country === undefined || !Object.hasOwn(subdivisions, country)) return undefined
  const known = built.get(country)
  if (known) return known
  const codes = new Map<string, string>()
  for (const line of (subdivisions[country] ?? '').split('\n')) {
    const at = line.indexOf(' ')
    const short = line.slice(0, at)
    const code = `${country}-${short}`
    for (const name of [code, short, ...line.slice(at + 1).split('|')]) codes.set(fold(name), code)
  }
  built.set(country, codes)
  return codes
}
