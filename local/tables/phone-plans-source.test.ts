// Numbers are read by the shortened plans as by the whole metadata: every example of every country, whole and spoilt.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parsePhoneNumberFromString as readShort } from 'libphonenumber-js/core/es6'
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString as readWhole } from 'libphonenumber-js/max'
import whole from 'libphonenumber-js/metadata.max.json'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { phoneMetadata } from '../../shared/normalize/phone-plans.ts'
import { phonePlansSource } from './phone-plans-source.ts'

const root = resolve(import.meta.dirname, '../..')

type Plans = Readonly<Record<string, readonly unknown[]>>

const plansOf = ({ countries, nonGeographic }: { countries: Plans; nonGeographic: Plans }) =>
  Object.entries({ ...countries, ...nonGeographic }).sort(([a], [b]) => a.localeCompare(b))

test('is made of the package that is installed', () => {
  expect(readFileSync(resolve(root, 'shared/normalize/tables/phone-plans.ts'), 'utf8')).toBe(phonePlansSource())
})

test('gives every plan back as the package has it, but for formats and the lengths of types', () => {
  const short = phoneMetadata()
  expect(short.country_calling_codes).toEqual(whole.country_calling_codes)
  const kept = plansOf(whole).map(([name, plan]) => {
    const [code, exit, number, lengths, , prefix, , prefixForParsing, rule, , leading, types] = plan
    const patterns = Array.isArray(types) ? types.map(type => (Array.isArray(type) ? [type[0]] : 0)) : 0
    return [name, [code, exit, number, lengths, 0, 0, 0, prefixForParsing || prefix, rule, 0, leading || 0, patterns]]
  })
  const alike = (plan: unknown) => JSON.stringify(plan).replaceAll('\\\\d\\\\d', '\\\\d{2}')
  expect(kept.length).toBe(plansOf(short).length)
  for (const [at, plan] of plansOf(short).entries()) expect(alike(plan)).toBe(alike(kept[at]))
})

test('reads every country’s numbers as the whole metadata does', () => {
  let read = 0
  for (const country of getCountries()) {
    const national = (examples as Record<string, string>)[country] ?? '12345678'
    const texts = [national, `0${national}`, national.slice(1), `${national}1`, `${national} ext. 12`]
    for (const text of [...texts, ...texts.map(tail => `+${getCountryCallingCode(country)}${tail}`)]) {
      const ours = readShort(text, country, phoneMetadata())
      const theirs = readWhole(text, country)
      const tell = (number: typeof ours | typeof theirs) =>
        number && [number.number, number.country, number.ext, number.getType(), number.isValid(), number.isPossible()]
      expect([text, country, tell(ours)]).toEqual([text, country, tell(theirs)])
      read += theirs ? 1 : 0
    }
  }
  expect(read).toBeGreaterThan(1_500)
})
