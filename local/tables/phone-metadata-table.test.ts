// Numbers are read by the trimmed metadata as by the whole: every example of every country, whole and spoilt.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parsePhoneNumberFromString as readTrimmed } from 'libphonenumber-js/core'
import { getCountries, getCountryCallingCode, parsePhoneNumberFromString as readWhole } from 'libphonenumber-js/max'
import examples from 'libphonenumber-js/mobile/examples'
import { expect, test } from 'vitest'
import { phoneMetadata } from '../../shared/normalize/tables/phone-metadata.ts'
import { phoneMetadataTable } from './phone-metadata-table.ts'

const root = resolve(import.meta.dirname, '../..')

test('is made of the package that is installed', () => {
  expect(readFileSync(resolve(root, 'shared/normalize/tables/phone-metadata.ts'), 'utf8')).toBe(phoneMetadataTable())
})

test('reads every country’s numbers as the whole metadata does', () => {
  let read = 0
  for (const country of getCountries()) {
    const national = (examples as Record<string, string>)[country] ?? '12345678'
    const texts = [national, `0${national}`, national.slice(1), `${national}1`, `${national} ext. 12`]
    for (const text of [...texts, ...texts.map(tail => `+${getCountryCallingCode(country)}${tail}`)]) {
      const trimmed = readTrimmed(text, country, phoneMetadata)
      const whole = readWhole(text, country)
      const tell = (number: typeof whole) =>
        number && [number.number, number.country, number.ext, number.getType(), number.isValid(), number.isPossible()]
      expect([text, country, tell(trimmed)]).toEqual([text, country, tell(whole)])
      read += whole ? 1 : 0
    }
  }
  expect(read).toBeGreaterThan(1_500)
})
