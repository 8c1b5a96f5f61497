// The numbering plans of all countries in the form that libphonenumber-js reads, from the shorter one in which
// tables/phone-plans.ts keeps them. Only what tells a number's country, type and validity: no formats, and no lengths of a
// type where its pattern says them (`isPossible('MOBILE')` would ask for those, and nothing here does).

import type { MetadataJson } from 'libphonenumber-js/core/es6'
import { phonePlans } from './large-tables.ts'

let metadata: MetadataJson | undefined

/** Read on first use: a Worker that only answers a health check does not pay for it. */
export function phoneMetadata(): MetadataJson {
  metadata ??= readPlans(phonePlans)
  return metadata
}

/** A plan as the library takes it: fields by their place (its source/metadata.js), 0 for what a plan has not. */
type Plan = readonly unknown[]

function readPlans(text: string): MetadataJson {
  const countries: Record<string, Plan> = {}
  const nonGeographic: Record<string, Plan> = {}
  const callingCodes: Record<string, string[]> = {}
  for (const line of text.split('\n')) {
    const [name = '', ...fields] = line.split(';')
    const [callingCode = ''] = fields
    if (name === callingCode) nonGeographic[name] = readPlan(fields)
    else {
      countries[name] = readPlan(fields)
      callingCodes[callingCode] = [...(callingCodes[callingCode] ?? []), name]
    }
  }
  // The library's type wants every country and code by its name.
  return { version: 4, country_calling_codes: callingCodes, countries, nonGeographic } as unknown as MetadataJson
}

function readPlan([
  callingCode,
  exit = '',
  number = '',
  lengths = '',
  prefix = '',
  rule = '',
  leading = '',
  types = '',
]: readonly string[]): Plan {
  return [
    callingCode,
    pattern(exit) || 0,
    pattern(number),
    [...lengths].map(length => Number.parseInt(length, 36)),
    0,
    0,
    0,
    pattern(prefix) || 0,
    rule || 0,
    0,
    pattern(leading) || 0,
    types === '' ? 0 : types.split(' ').map(readType),
  ]
}

/** An empty pattern means that mobile numbers look like fixed ones. */
const readType = (type: string): Plan | 0 => (type === '' ? 0 : [type === '=' ? '' : pattern(type)])

/** Patterns are kept with `(` for a group that catches nothing, `<` for one that does, and the Nth letter for N digits. */
const signs: ReadonlyMap<string, string> = new Map([
  ['(', '(?:'],
  ['<', '('],
  ...[...'ABCDEFGHIJKLMNO'].map((letter, at): [string, string] => [letter, at === 0 ? '\\d' : `\\d{${at + 1}}`]),
])

const pattern = (short: string): string => short.replace(/[(<A-O]/g, sign => signs.get(sign) ?? sign)
