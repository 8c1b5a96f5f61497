import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { joinFullName, normalizePersonName } from './person-name.ts'
import { splitFullName } from './split-full-name.ts'

describe('normalizePersonName', () => {
  it.each([
    ['ANA MARIA DA SILVA', 'Ana Maria da Silva'],
    ['  josé   dos  santos ', 'José dos Santos'],
    ['JUAN DE LA CRUZ', 'Juan de la Cruz'],
    ['vincent van gogh', 'Vincent van Gogh'],
    ['DA SILVA', 'da Silva'],
    ['ana souza e silva', 'Ana Souza e Silva'],
    ['JOHN E SMITH', 'John E Smith'],
    ["SHAQUILLE O'NEAL", "Shaquille O'Neal"],
    ['jean-luc picard', 'Jean-Luc Picard'],
    ['MCDONALD', 'McDonald'],
    ['MACHADO', 'Machado'],
    ['HENRY VIII', 'Henry VIII'],
    ['İSMAİL KAYA', 'Ismail Kaya'],
    ["VINCENT VAN 'T HOFF", "Vincent van 't Hoff"],
    ['GÜNTHER WEIß', 'Günther Weiß'],
    ['JOÃO da SILVA', 'João da Silva'],
    ['MARIA de FÁTIMA SOUZA e LIMA', 'Maria de Fátima Souza e Lima'],
    ['JUAN de la CRUZ', 'Juan de la Cruz'],
    ['JOÃO SILVA Jr.', 'João Silva Jr.'],
    ['JOÃO DA SILVA Neto', 'João da Silva Neto'],
  ])('gives %j its case back', (raw, expected) => {
    expect(normalizePersonName(raw)).toBe(expected)
  })

  it.each([
    'Ana McDonald',
    'bell hooks Jr',
    'deMarco',
    'Ana DA Silva',
    'JOÃO Silva',
    'João da SILVA',
    'JD Neto',
    'JD de',
    'JD',
    '李小龙',
    'გიორგი ლომიძე',
    'محمد علي',
    '',
    '123',
  ])('leaves %j as it is', raw => {
    expect(normalizePersonName(raw)).toBe(raw)
  })

  it('gives what it made again unchanged, without controls, for any text', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^[A-Z' .-]{0,30}$/)), raw => {
        const once = normalizePersonName(raw)
        expect(normalizePersonName(once)).toBe(once)
        expect(once).not.toMatch(/\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
      }),
      { numRuns: 300 },
    )
  })
})

describe('splitFullName', () => {
  it.each([
    ['Ana Maria da Silva', 'Ana', 'Maria da Silva'],
    ['Ana Silva', 'Ana', 'Silva'],
    ['Ana M. Silva', 'Ana', 'M. Silva'],
    ['Silva, João Carlos', 'João Carlos', 'Silva'],
    ['da Silva, João', 'João', 'da Silva'],
    ['Souza Filho, José', 'José', 'Souza Filho'],
    ['Carlos Lima, Jr.', 'Carlos', 'Lima Jr.'],
    ['José Lima Neto', 'José', 'Lima Neto'],
  ])('of %j gives %j and %j', (name, firstName, lastName) => {
    expect(splitFullName(name)).toEqual({ firstName, lastName })
  })

  it.each([
    'Ana',
    'Dr. Ana Silva',
    'Dr Ana Silva',
    'Ana e',
    'A Silva',
    'A. Silva',
    'Ana & Bia',
    'Ana (RH) Silva',
    'a b c d e f g h',
    'Silva, Ltda',
    'Ana Silva, MBA',
    'Ana Silva, PhD',
    'Ana Silva, Diretora',
    'Juan Pérez, Gerente General',
    'Ana Silva, Marketing',
    'Lima, Jr.',
    'Ana, Bia, Carla',
    'Silva, da',
    'Silva,',
  ])('does not split %j', name => {
    expect(splitFullName(name)).toBeUndefined()
  })

  it('never throws, and loses no word, for any text', () => {
    const names = fc.stringMatching(/^[A-Z][a-z]{1,5}(,? [A-Z][a-z]{1,5}){0,3}$/)
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary' }), names), text => {
        const parts = splitFullName(text)
        if (parts) expect(`${parts.firstName} ${parts.lastName}`.length).toBe(text.replace(/,/g, '').length)
      }),
      { numRuns: 500 },
    )
  })

  it('is undone by joining', () => {
    expect(joinFullName('Ana', 'da Silva')).toBe('Ana da Silva')
    expect(joinFullName('Ana', undefined)).toBe('Ana')
    expect(joinFullName(undefined, undefined)).toBeUndefined()
  })
})
