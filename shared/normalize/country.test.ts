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

  it.each([
    ['BR', ['Brazill', 'Brasilien', 'Бразилия', 'ブラジル', 'BR - Brasil', 'Brasil / Brazil', 'São Paulo, Brasil']],
    ['FR', ['République française', 'Französische Republik', 'Francja', 'Fransa', 'フランス']],
    ['JP', ['Nippon', 'Japón', '日本', 'Japonsko']],
    ['HU', ['Magyarország', 'Hungria', 'Ungarn', 'Węgry']],
    ['CD', ['Democratic Republic of the Congo', 'RDC']],
    ['MH', ['Marshall Islands', 'Republic of the Marshall Islands', 'Ilhas Marshall']],
    ['KP', ['République populaire démocratique de Corée']],
    ['US', ['U S A', 'Vereinigte Staaten']],
    ['AE', ['U.A.E.', 'U A E']],
  ])('reads %s in other languages and forms', (code, names) => {
    for (const name of names) expect([name, country(name)]).toEqual([name, code])
  })

  it.each([
    ['PH', ['Phillipines', 'Philipines', 'Filipinsa']],
    ['CO', ['Colomiba', 'Colombbia']],
    ['AR', ['Argnetina', 'Argentina.', 'Argetnina']],
    ['SJ', ['Jan Mayen and Svalbard', 'Jan Mayen Svalbard']],
    ['BA', ['Herzegovina and Bosnia']],
    ['TZ', ['Tanzania United Republic of']],
    ['KN', ['Föderation von St. Kitts und Nevis', 'San Kitts and Nevis']],
    ['TW', ['República de China en Taiwán']],
    ['MP', ['Marianas Setentrionais']],
    ['MZ', ['Emetab Mozambique', 'Mozambique nutome']],
    ['IL', ["Medinat Yisra'el", 'Medinat Yisrael']],
    ['UM', ['Estados Unidos, Islas menores alejadas de']],
  ])('reads %s with one slip, turned round, or with the small words of another language', (code, names) => {
    for (const name of names) expect([name, country(name)]).toEqual([name, code])
  })

  it.each([
    ['BR', ['Brasi', 'Brsil', 'Barsil']],
    ['MX', ['Mexcio', 'Mexixo']],
    ['UY', ['Urugay', 'Uruguy']],
    ['EC', ['Ecudor', 'Equado']],
  ])('reads %s with one slip in a short name that is met daily', (code, names) => {
    for (const name of names) expect([name, country(name)]).toEqual([name, code])
  })

  it.each(['Basil', 'Equator', 'Olivia', 'Bolivar', 'Chilo', 'Peri', 'Cubo'])(
    'takes no other short word for a slip: %j',
    raw => {
      expect(country(raw)).toBe('unknown_country')
    },
  )

  it.each([
    ['BR', ['Brasil, São Paulo', 'Brasil/SP', 'Brasil - SC', 'Curitiba, PR, Brasil']],
    ['PT', ['Portugal, Lisboa']],
    ['CL', ['Chile, Santiago']],
    ['US', ['Miami, FL, USA']],
    ['MX', ['Monterrey, N.L., México']],
    ['AR', ['Argentina [AR]']],
  ])('reads %s before its place, after a state, and with its code in brackets', (code, names) => {
    for (const name of names) expect([name, country(name)]).toEqual([name, code])
  })

  it.each(['Peru, Illinois', 'Salvador, Bahia', 'Chile, Colombia', 'Portugal, BR', 'Brasil, Georgia', 'PR, Curitiba'])(
    'does not decide between places: %j',
    raw => {
      expect(country(raw)).toBe('unknown_country')
    },
  )

  it('reads R.O.U. with its dots as Uruguay, and ROU as the code of Romania', () => {
    expect(country('R.O.U.')).toBe('UY')
    expect(country('ROU')).toBe('RO')
  })

  it.each([
    ['ES', ['española', 'espanhola']],
    ['AE', ['Emirados Árabes']],
    ['DE', ['alemão', 'alemã', 'alemana']],
    ['FR', ['francês', 'francesa', 'República francés']],
    ['KR', ['sul-coreana', 'surcoreano']],
    ['ZA', ['sul-africana']],
    ['MO', ['中华人民共和国澳门特别行政区']],
    ['IO', ['Arquipélago de Chagos']],
  ])('reads %s in what its people are called, and in a territory’s long name', (code, names) => {
    for (const name of names) expect([name, country(name)]).toEqual([name, code])
  })

  it.each(['Angelina', 'Indiana', 'Louisiana', 'Georgina', 'Georgiana', 'Koreia', 'Carolina', 'Virginia', 'Martina'])(
    'takes no other word for a slip: %j',
    raw => {
      expect(country(raw)).toBe('unknown_country')
    },
  )

  it.each([
    'Salvador, BA',
    'Atlanta, Georgia',
    'Saint',
    'Santo',
    'São',
    'Coreia',
    'Kongo (Atlantis)',
    'São Paulo',
    'Ilhas',
    'Maria',
  ])('takes no place, saint or half a name for a country: %j', raw => {
    expect(country(raw)).toBe('unknown_country')
  })

  it('takes made-up words for a country less than once in ten thousand', () => {
    let state = 20_261_124
    const next = (below: number) => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
      return Math.floor((state / 2 ** 32) * below)
    }
    const word = () => Array.from({ length: 10 }, () => 'abcdefghijklmnopqrstuvwxyz'.charAt(next(26))).join('')
    const hits = Array.from({ length: 50_000 }, word).filter(text => country(text) !== 'unknown_country')
    expect(hits.length).toBeLessThan(5)
  })

  it.each(['Brasilândia', 'Atlantis', 'Korea', 'Other', 'Selecione', 'test', '0', 'ZZ', 'constructor', 'Bỉ'])(
    'does not guess %j',
    raw => {
      expect(country(raw)).toBe('unknown_country')
    },
  )

  it.each(['N/A', 'n/a', 'no', 'No', 'si', 'na', 'África', 'Europa', 'Asia'])(
    'reads no code into the answer %j',
    raw => {
      expect(country(raw)).toBe('unknown_country')
    },
  )

  it.each(['NO', 'SI', 'NA'])('reads the code %s', code => {
    expect(country(code)).toBe(code)
  })

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
