import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeState } from './state.ts'

describe('normalizeState', () => {
  it.each([
    ['São Paulo', 'BR', 'BR-SP'],
    ['sao paulo', 'br', 'BR-SP'],
    ['SP - São Paulo', 'BR', 'BR-SP'],
    ['Estado de Minas Gerais', 'BR', 'BR-MG'],
    ['Campinas/SP', 'BR', 'BR-SP'],
    ['Miami, FL', 'US', 'US-FL'],
    ['Kansas City, MO', 'US', 'US-MO'],
    ['Calif.', 'US', 'US-CA'],
    ['Oporto', 'PT', 'PT-13'],
    ['Distrito de Setúbal', 'PT', 'PT-15'],
    ['Edo. de México', 'MX', 'MX-MEX'],
    ['D.F.', 'MX', 'MX-CMX'],
    ['N.L.', 'MX', 'MX-NLE'],
    ['Buenos Aires', 'AR', 'AR-B'],
    ['Capital Federal', 'AR', 'AR-C'],
  ])('reads %s in %s', (text, country, code) => {
    expect(normalizeState(text, country)).toBe(code)
  })

  it('has no answer without a country that it knows, for the country itself, or for a city', () => {
    expect(normalizeState('SC', undefined)).toBeNull()
    expect(normalizeState('Bayern', 'DE')).toBeNull()
    expect(normalizeState('México', 'MX')).toBeNull()
    expect(normalizeState('Campinas', 'BR')).toBeNull()
    expect(normalizeState('Bahia / Ceará', 'BR')).toBeNull()
    expect(normalizeState('x', '__proto__')).toBeNull()
  })

  it('gives a code of the country or null for any text, and a code stays', () => {
    const country = fc.constantFrom('BR', 'US', 'PT', 'MX', 'AR', 'FR')
    const text = fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('SP', 'tx', 'Faro', 'Jal.', 'X'))
    fc.assert(
      fc.property(text, country, (raw, of) => {
        const code = normalizeState(raw, of)
        if (code !== null) expect([code.slice(0, 3), normalizeState(code, of)]).toEqual([`${of}-`, code])
      }),
      { numRuns: 300 },
    )
    expect(normalizeState('-'.repeat(1_000_000), 'BR')).toBeNull()
  })
})
