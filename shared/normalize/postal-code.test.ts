import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizePostalCode } from './postal-code.ts'

describe('normalizePostalCode', () => {
  it.each([
    ['01310100', 'BR', '01310-100'],
    ['CEP: 01.310-100', 'BR', '01310-100'],
    ['12345', 'US', '12345'],
    ['123456789', 'us', '12345-6789'],
    ['NY 10001-1234', 'US', '10001-1234'],
    ['1250 096', 'PT', '1250-096'],
    ['1250-096 Lisboa', 'PT', '1250-096'],
    ['C.P. 06600', 'MX', '06600'],
    ['1425', 'AR', '1425'],
    ['c1425dka', 'AR', 'C1425DKA'],
    ['  sw1a  1aa ', 'GB', 'sw1a 1aa'],
    ['01310100', undefined, '01310100'],
  ])('reads %s of %s as %s', (text, country, code) => {
    expect(normalizePostalCode(text, country)).toBe(code)
  })

  it.each([
    ['1310100', 'BR'],
    ['00000-000', 'BR'],
    ['01310-100-1', 'BR'],
    ['1234', 'US'],
    ['1250', 'PT'],
    ['6600', 'MX'],
    ['0425', 'AR'],
    ['São Paulo', 'BR'],
    [' ', 'GB'],
    ['x'.repeat(100), undefined],
  ])('refuses %s of %s', (text, country) => {
    expect(normalizePostalCode(text, country)).toBeNull()
  })

  it('never throws, and is the same from its own output, for any text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: fc.constantFrom(...'0123456789- .CEPAB'), maxLength: 14 }),
    )
    fc.assert(
      fc.property(text, fc.constantFrom('BR', 'US', 'PT', 'MX', 'AR', 'GB', undefined), (raw, country) => {
        const code = normalizePostalCode(raw, country)
        if (code !== null) expect(normalizePostalCode(code, country)).toBe(code)
      }),
      { numRuns: 500 },
    )
    expect(normalizePostalCode('1'.repeat(1_000_000), 'BR')).toBeNull()
  })
})
