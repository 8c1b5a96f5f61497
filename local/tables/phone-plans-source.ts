// The text of shared/normalize/tables/phone-plans.ts. By itself, so that a test can tell whether the file is behind the
// package it was made from. shared/normalize/phone-plans.ts reads it; a change here asks for one there.

import metadata from 'libphonenumber-js/metadata.max.json'
import { patternLengths } from './pattern-lengths.ts'

/** A plan of the package: places by its source/metadata.js. */
type Plan = readonly unknown[]
const at = {
  callingCode: 0,
  exit: 1,
  number: 2,
  lengths: 3,
  prefix: 5,
  prefixForParsing: 7,
  prefixRule: 8,
  leadingDigits: 10,
  types: 11,
} as const

export function phonePlansSource(): string {
  const countries: Readonly<Record<string, Plan>> = metadata.countries
  const nonGeographic: Readonly<Record<string, Plan>> = metadata.nonGeographic
  // In this order a calling code's main country comes first, as the library wants it, and like plans come together.
  const names = Object.values(metadata.country_calling_codes).flat()
  const lines = [
    ...names.map(name => planLine(name, countries[name] ?? [])),
    ...Object.entries(nonGeographic).map(([code, plan]) => planLine(code, plan)),
  ]
  return `// Written by local/tables/build-phone-plans.ts. Numbering plans, from libphonenumber-js (MIT), after Google's
// libphonenumber (Apache-2.0). A plan a line: country or calling code; calling code; how to dial abroad; all its numbers;
// their lengths in base 36; what stands before a number at home; how to take that away; the first digits that tell its
// country from others; and its types in the library's order. Patterns are shortened as phone-plans.ts there says.

export const phonePlans = \`${lines.join('\n')}\`
`
}

function planLine(name: string, plan: Plan): string {
  const lengths = listOf(plan[at.lengths]).map(Number)
  const types = listOf(plan[at.types]).map(type => shortType(type, lengths))
  // phone.ts takes a number without a type for one that the plan has not.
  if (types.length === 0) throw new Error(`${name} has no types`)
  return [
    name,
    plan[at.callingCode],
    short(plan[at.exit]),
    short(plan[at.number]),
    lengths.map(length => length.toString(36)).join(''),
    short(plan[at.prefixForParsing] || plan[at.prefix]),
    plan[at.prefixRule] || '',
    short(plan[at.leadingDigits]),
    types.join(' '),
  ]
    .join(';')
    .replace(/;+$/, '')
}

/** Its pattern alone, which has to say of itself which of the plan's lengths it has. */
function shortType(type: unknown, planLengths: readonly number[]): string {
  const [pattern, lengths = planLengths] = listOf(type)
  if (pattern === undefined || pattern === '') return pattern === '' ? '=' : ''
  const own = new Set(listOf(lengths).map(Number))
  const fitting = patternLengths(String(pattern))
  if (planLengths.some(length => fitting.has(length) && !own.has(length)))
    throw new Error(`${pattern} has more lengths than ${lengths}: keep the lengths of types`)
  return short(pattern)
}

const listOf = (field: unknown): readonly unknown[] => (Array.isArray(field) ? field : [])

/** The longest run of digits that has a letter. */
const digitsMax = 15

function short(pattern: unknown): string {
  if (typeof pattern !== 'string') return ''
  if (/[;<`A-Z =]|\$\{/.test(pattern)) throw new Error(`${pattern} has a sign that the table gives a meaning`)
  return pattern
    .replace(/\((?!\?)/g, '<')
    .replace(/\(\?:/g, '(')
    .replace(/\\d\\d(?!\{)/g, '\\d{2}')
    .replace(/\\d\{(\d+)\}/g, (whole, digits) => (Number(digits) > digitsMax ? whole : letter(Number(digits))))
    .replace(/\\d/g, letter(1))
}

const letter = (digits: number): string => String.fromCharCode(64 + digits)
