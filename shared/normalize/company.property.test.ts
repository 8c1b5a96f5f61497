import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeCompany } from './company.ts'

const pieces = fc.constantFrom(
  ...'Ltda|SA|s.a.|de|DE|padaria|PADARIA|me|ME|gmbh|&|Co.|KG|(|-|x|Y|IBM|tcs|S.|R.L.|oy|OOO|ß|İ|ŉ|株式会社|(株)|2|-|spa|SpA|12.345.678|12345678909|A.B|e|É|pty|,|;'.split(
    '|',
  ),
)
const names = fc.oneof(
  fc.array(pieces, { maxLength: 8 }).map(parts => parts.join(' ')),
  fc.string({ unit: 'binary' }),
)
const countries = fc.constantFrom(undefined, 'BR', 'MX', 'de', 'JP', 'BE', 'US', '', '__proto__')

describe('normalizeCompany, of any text', () => {
  it('is the same from its own output, and a name with a letter has a base', () => {
    fc.assert(
      fc.property(names, countries, (raw, country) => {
        const once = normalizeCompany(raw, country)
        expect(normalizeCompany(once.display, country)).toEqual(once)
        if (once.display !== '') expect(once.base).not.toBe('')
      }),
      { numRuns: 500 },
    )
  })

  it('takes a megabyte of anything', () => {
    for (const piece of ['a ', 'SA ', '&', ' ', '\ud800', '\u202e', '\0', '(株)'])
      expect(normalizeCompany(piece.repeat(500_000)).display.length).toBeLessThanOrEqual(240)
  })
})
