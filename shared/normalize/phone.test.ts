import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { normalizePhone } from './phone.ts'

const phone = (raw: string, region?: string) => {
  const result = normalizePhone(raw, { region })
  return result.ok ? result.value.e164 + (result.value.extension ? ` x${result.value.extension}` : '') : result.error
}

describe('normalizePhone', () => {
  it.each([
    '(11) 3456-7890',
    '1134567890',
    '+55-11-3456-7890',
    '011 3456-7890',
    '0XX11 3456-7890',
    '0xx (11) 3456-7890',
    '021 11 3456-7890',
    '00 55 11 3456-7890',
    '55 11 3456-7890',
    '+55 (0)11 3456-7890',
    '（１１）３４５６－７８９０',
    'Tel.: 11 3456.7890',
    '+\u200b55\u00a011 3456 7890',
    'https://wa.me/551134567890?text=Oi',
    'tel:+55-11-3456-7890',
    '(11) 3456-7890 / (11) 98765-4321',
    '11 3456-7890 ou 11 98765-4321',
  ])('reads %j of Brazil as one number', raw => {
    expect(phone(raw, 'BR')).toBe('+551134567890')
  })

  it.each([
    '(11) 3456-7890 ramal 12',
    '11 3456-7890 r. 12',
    '1134567890 ext 12',
    '11 3456-7890 x12',
    '+55 11 3456 7890;ext=12',
  ])('reads the extension of %j', raw => {
    expect(phone(raw, 'BR')).toBe('+551134567890 x12')
  })

  it('reads an international number without a region, and a national one only with it', () => {
    expect(phone('+351 912 345 678')).toBe('+351912345678')
    expect(phone('912 345 678')).toBe('not_a_number')
    expect(phone('912 345 678', 'PT')).toBe('+351912345678')
    expect(phone('912 345 678', 'toString')).toBe('not_a_number')
  })

  it('reads a number spelled with letters', () => {
    expect(phone('1-800-SIX-FLAG', 'US')).toBe('+18007493524')
    expect(phone('call me maybe 11', 'US')).toBe('not_a_number')
  })

  it('says which region made a national number readable', () => {
    const national = normalizePhone('(11) 3456-7890', { region: 'BR' })
    const international = normalizePhone('+55 11 3456-7890', { region: 'PT' })
    expect(national.ok && national.value.regionUsed).toBe('BR')
    expect(international.ok && international.value.regionUsed).toBeUndefined()
  })

  it.each([
    ['', 'blank'],
    ['none', 'no_digits'],
    ['3456-7890', 'not_a_number'],
    ['(00) 3456-7890', 'not_a_number'],
    ['+55 11 3456', 'not_a_number'],
    ['123', 'not_a_number'],
    ['1'.repeat(300), 'too_long'],
  ])('refuses %j', (raw, reason) => {
    expect(phone(raw, 'BR')).toBe(reason)
  })

  it('never throws, and gives what it reads again unchanged, for any text', () => {
    const digits = fc.stringMatching(/^[+ ()0-9x.,/;-]{0,24}$/)
    fc.assert(
      fc.property(
        fc.oneof(fc.string({ unit: 'binary' }), digits),
        fc.constantFrom('BR', 'US', 'PT', undefined),
        (raw, region) => {
          const result = normalizePhone(raw, { region })
          if (!result.ok) return
          expect(result.value.e164).toMatch(/^\+\d{4,15}$/)
          expect(phone(result.value.e164)).toBe(result.value.e164)
        },
      ),
      { numRuns: 300 },
    )
  })
})
