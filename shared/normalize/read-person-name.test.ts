import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readPersonName } from './read-person-name.ts'

describe('readPersonName', () => {
  it.each([
    ['Dra. Ana Souza', 'Ana Souza', 'Dra.'],
    ['SR. JOÃO DA SILVA', 'João da Silva', 'Sr.'],
    ['prof. dr. carlos neto', 'Carlos Neto', 'Prof. Dr.'],
    ['Eng. Rui Lima', 'Rui Lima', 'Eng.'],
    ['Ing. Juan Pérez', 'Juan Pérez', 'Ing.'],
    ['Lic Juan Pérez', 'Juan Pérez', 'Lic.'],
    ['Herr Dr. Müller', 'Müller', 'Herr Dr.'],
    ['Mrs Ana Lima', 'Ana Lima', 'Mrs.'],
  ])('separates %j', (raw, name, honorific) => {
    expect(readPersonName(raw)).toEqual({ name, honorific })
  })

  it.each([
    'Drew Barros',
    'Don Silva',
    'Dona Lima Reis',
    'Ing Souza',
    'M Lima',
    'Marta Dr',
    'Proféta Lima',
    'Dr.',
    'Sra',
    'Ana',
  ])('takes nothing from %j', raw => {
    expect(readPersonName(raw)).toEqual({ name: raw })
  })

  it('never throws, for any text, and loses no other word', () => {
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), fc.stringMatching(/^(Dr\. |Sra )?[A-Z][a-z]{2,6} [A-Z][a-z]{2,6}$/)),
        raw => {
          const { name, honorific } = readPersonName(raw)
          if (honorific !== undefined) expect(name).toMatch(/\p{L}{2}/u)
          if (/^Dr\. [A-Z]/.test(raw) && honorific === 'Dr.') expect(`Dr. ${name}`).toBe(raw)
        },
      ),
      { numRuns: 500 },
    )
  })
})
