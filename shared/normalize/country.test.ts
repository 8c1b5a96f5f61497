import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizeCountry } from './country.ts'

const country = (raw: string) => {
  const result = normalizeCountry(raw)
  return result.ok ? result.value : result.error
}

describe('normalizeCountry', () => {
  it.each([
    [
      'BR',
      [
        'Brasil',
        'brazil',
        ' BRASIL ',
        'BRA',
        'br',
        '076',
        'República Federativa do Brasil',
        'Brésil',
        '🇧🇷',
        'Brasil (+55)',
        '🇧🇷 Brasil',
      ],
    ],
    ['GB', ['UK', 'GB', 'United Kingdom', 'Reino Unido', 'England', 'Great Britain']],
    ['US', ['USA', 'U.S.A.', 'EUA', 'EE. UU.', 'Estados Unidos', 'United States of America']],
    ['DE', ['Alemanha', 'Alemania', 'Deutschland', 'Federal Republic of Germany']],
    ['CD', ['DR Congo', 'Congo (DRC)', 'República Democrática do Congo']],
    ['KR', ['South Korea', 'Coreia do Sul', 'Republic of Korea', '대한민국']],
    ['KP', ['North Korea', 'Korea, Democratic People’s Republic of']],
    ['CN', ['China', "People's Republic of China", '中国']],
    ['TW', ['Taiwan', 'Republic of China']],
    ['CI', ["Côte d'Ivoire", 'Costa do Marfim', 'Ivory Coast']],
    ['NL', ['The Netherlands', 'Holanda', 'Países Baixos']],
  ])('reads %s', (code, names) => {
    for (const name of names) expect([name, country(name)]).toEqual([name, code])
  })

  it.each(['Brasilândia', 'Atlantis', 'Korea', 'Other', 'Selecione', 'test', '0', 'ZZ', 'constructor', 'Bỉ'])(
    'does not guess %j',
    raw => {
      expect(country(raw)).toBe('unknown_country')
    },
  )

  it('tells blank from unknown, and refuses a text longer than any name', () => {
    expect(country(' \n')).toBe('blank')
    expect(country('x'.repeat(121))).toBe('too_long')
  })

  it('never throws, and reads its own answer as itself, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Za-z]{2,3}$/)), raw => {
        const result = normalizeCountry(raw)
        if (result.ok) expect(country(result.value)).toBe(result.value)
      }),
      { numRuns: 300 },
    )
  })
})
