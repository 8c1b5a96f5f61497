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
    ['+55 11 3456-7890', 'PT', 'plus'],
    ['00 55 11 3456-7890', 'BR', 'exit_code'],
    ['https://wa.me/551134567890', undefined, 'link'],
    ['551134567890@s.whatsapp.net', undefined, 'link'],
    ['(11) 3456-7890', 'BR', 'country_field'],
  ])('says what told the country of %j', (raw, region, evidence) => {
    const result = normalizePhone(raw, { region })
    expect(result.ok && result.value.regionEvidence).toBe(evidence)
  })

  it('says when only the site told the country', () => {
    const result = normalizePhone('(11) 3456-7890', { region: 'BR', regionFrom: 'site_default' })
    const plus = normalizePhone('+55 11 3456-7890', { region: 'BR', regionFrom: 'site_default' })
    expect(result.ok && result.value.regionEvidence).toBe('site_default')
    expect(plus.ok && plus.value.regionEvidence).toBe('plus')
  })

  it.each([
    ['(11) 98765-4321', 'mobile'],
    ['(11) 3456-7890', 'fixed'],
    ['0800 123 4567', 'toll_free'],
    ['+1 212 555 0123', 'fixed_or_mobile'],
  ])('tells the type of %j', (raw, type) => {
    const result = normalizePhone(raw, { region: 'BR' })
    expect(result.ok && result.value.type).toBe(type)
  })

  it.each([
    ['(11) 8765-4321', '+5511987654321'],
    ['+55 21 9876-5432', '+5521998765432'],
    ['https://wa.me/551187654321', '+5511987654321'],
    ['551187654321@c.us', '+5511987654321'],
    ['11 8765-4321 ramal 3', '+5511987654321 x3'],
  ])('gives the old mobile number %j of Brazil its ninth digit', (raw, expected) => {
    expect(phone(raw, 'BR')).toBe(expected)
    const result = normalizePhone(raw, { region: 'BR' })
    expect(result.ok && result.value.changes.map(step => step.rule)).toEqual(['e164', 'brazil_ninth_digit'])
  })

  it.each(['(11) 3456-7890', '(11) 5678-1234', '(11) 98765-4321', '4004-1234'])('adds no digit to %j', raw => {
    const result = normalizePhone(raw, { region: 'BR' })
    expect(result.ok && result.value.changes.map(step => step.rule)).toEqual(['e164'])
  })

  it('adds no digit to an area code that Brazil does not have', () => {
    expect(phone('(23) 8765-4321', 'BR')).toBe('not_a_number')
  })

  it('takes the old 1 out of a mobile number of Mexico', () => {
    expect(phone('+52 1 55 1234 5678')).toBe('+525512345678')
    expect(phone('+52 2 55 1234 5678')).toBe('not_a_number')
  })

  it.each([
    ['(11) 3456-7890 / (21) 98765-4321', ['+5521987654321']],
    ['(11) 3456-7890 / 98765-4321', ['+5511987654321']],
    ['(11) 3456-7890 (11) 98765-4321', ['+5511987654321']],
    ['11 3456-7890 ou 11 8765-4321', ['+5511987654321']],
    ['11 3456-7890 / 11 3456-7890', []],
    ['11 3456 - 7890', []],
    ['11 3456-7890 ramal 12', []],
  ])('keeps the further numbers of %j', (raw, others) => {
    const result = normalizePhone(raw, { region: 'BR' })
    expect(result.ok && result.value.others).toEqual(others)
  })

  it.each([
    ['tel:3456-7890;phone-context=+55-11', '+551134567890'],
    ['tel:+55-11-3456-7890;ext=12', '+551134567890 x12'],
    ['tel:3456-7890;phone-context=example.com', 'not_a_number'],
  ])('reads the URI %j (RFC 3966)', (raw, expected) => {
    expect(phone(raw)).toBe(expected)
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
