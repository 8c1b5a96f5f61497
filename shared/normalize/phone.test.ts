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
    '(11) 3456-7890 r12',
    '(11) 3456-7890 ramais 12',
    '(11) 3456-7890 RM 12',
    '(11) 3456-7890, falar no ramal 12',
    'ramal 12 - (11) 3456-7890',
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
    expect(phone('1-800-CALL-AAA', 'US')).toBe('+18002255222')
    expect(phone('0800 FLOWERS', 'GB')).toBe('+448003569377')
    expect(phone('call me maybe 11', 'US')).toBe('not_a_number')
  })

  it.each([
    ['(11) XXXXX-XXXX', 'BR'],
    ['(11) 9XXXX-XXXX', 'BR'],
    ['11 9WWWW-WWWW', 'BR'],
    ['11 9****-4321', 'BR'],
    ['(11) 98765-4___', 'BR'],
    ['11 3456-CASA', 'BR'],
    ['030 1234 xxxx', 'DE'],
    ['+1 212 XXX XXXX', 'US'],
  ])('makes no digits of the letters and signs that stand for unknown ones in %j', (raw, region) => {
    expect(phone(raw, region)).toBe('not_a_number')
  })

  it.each([
    ['11 9876S-4321', 'BR'],
    ['(11) 98765-432l', 'BR'],
    ['11 9876S4321', 'BR'],
    ['030 12345S789', 'DE'],
    ['212 555 O123', 'US'],
  ])('drops no letter that may be a digit of %j', (raw, region) => {
    expect(phone(raw, region)).toBe('not_a_number')
  })

  it('makes no number up: its digits are digits of the text in their order, but for the plan changes named', () => {
    const typed = fc
      .array(fc.constantFrom(...'0123456789', '55', '11', '99', '9876', '-', ' ', '(', ')', '/', 'S', 'x', '*', '_'), {
        minLength: 8,
        maxLength: 20,
      })
      .map(parts => parts.join(''))
    fc.assert(
      fc.property(typed, fc.constantFrom('BR', 'PT', 'CL', 'DE'), (raw, region) => {
        const result = normalizePhone(raw, { region })
        if (!result.ok || result.value.changes.some(step => step.rule === 'brazil_ninth_digit')) return
        const { e164, country } = result.value
        const national = country === region ? e164.slice(region === 'PT' ? 4 : 3) : e164.slice(1)
        expect(raw).toMatch(new RegExp([...national].join('.*')))
      }),
      { numRuns: 1_000 },
    )
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

  it.each([
    '(11) 98765-432',
    '11 987 654 32',
    '(11) 98765-432 ramal 3',
    '(9) 98765-4321',
    '(11) 9 876-5432',
    '(11) 8765-432S1',
  ])('adds no ninth digit to %j, whose digits are not in fours', raw => {
    expect(phone(raw, 'BR')).toBe('not_a_number')
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
    ['(1) 234 5678', '+576012345678'],
    ['+57 4 444 1234', '+576044441234'],
    ['031 234 5678', '+576012345678'],
    ['601 234 5678', '+576012345678'],
    ['3 234 5678', 'not_a_number'],
  ])('gives the old landline number %j of Colombia its 60', (raw, expected) => {
    expect(phone(raw, 'CO')).toBe(expected)
  })

  it.each([
    ['+54 9 11 15-2345-6789', '+5491123456789'],
    ['+54 9 341 15 512-3456', '+5493415123456'],
    ['011 15-2345-6789', '+5491123456789'],
    ['+54 9 11 15-2345-678', 'not_a_number'],
  ])('reads the mobile number %j of Argentina with one of its two prefixes', (raw, expected) => {
    expect(phone(raw, 'AR')).toBe(expected)
  })

  it.each([
    ['+55 +55 11 98765-4321', 'BR', '+5511987654321'],
    ['+55 55 11 98765-4321', 'BR', '+5511987654321'],
    ['+5555 11 98765-4321', 'BR', '+5511987654321'],
    ['+55 5511987654321', 'BR', '+5511987654321'],
    ['55 55 11 98765 4321 ramal 12', 'BR', '+5511987654321 x12'],
    ['+55 0055 11 3456-7890', 'BR', '+551134567890'],
    ['+34 34 612 345 678', 'ES', '+34612345678'],
    ['+502 502 2345 6789', 'GT', '+50223456789'],
    ['+55 +351 912 345 678', 'BR', '+351912345678'],
  ])('reads %j, typed after a country code that was there', (raw, region, expected) => {
    expect(phone(raw, region)).toBe(expected)
  })

  it.each([
    ['11 11 98765-4321', '+5511987654321'],
    ['+55 (11) 11 3456-7890', '+551134567890'],
    ['11 (9) 98765-4321', '+5511987654321'],
  ])('reads %j, whose area or ninth digit is there twice', (raw, expected) => {
    expect(phone(raw, 'BR')).toBe(expected)
  })

  it.each([
    '+55 (55) 99323-45678',
    '+55 55 993 234 5678',
    '55 55 3234-5678-90',
    '21 21 3234-5678-90',
    '11 11 98765-432',
  ])('takes a digit too many or too few in %j for no prefix', raw => {
    expect(phone(raw, 'BR')).toBe('not_a_number')
  })

  it('keeps the 55 that is an area', () => {
    expect(phone('+55 (55) 99123-4567')).toBe('+5555991234567')
    expect(phone('55 55 3234-5678 / 90', 'BR')).toBe('+555532345678')
  })

  it.each([
    ['+351 (0) 912 345 678', 'PT', '+351912345678'],
    ['+34 (0) 612 345 678', 'ES', '+34612345678'],
    ['09 8765 4321', 'CL', '+56987654321'],
    ['+56 (02) 2345 6789', 'CL', '+56223456789'],
    ['+351 00912 345 678', 'PT', 'not_a_number'],
  ])('reads %j without a zero that its plan does not have', (raw, region, expected) => {
    expect(phone(raw, region)).toBe(expected)
  })

  it('says by which rule a number was repaired', () => {
    const result = normalizePhone('+55 55 11 3456-7890', { region: 'BR' })
    expect(result.ok && result.value.changes).toEqual([
      { rule: 'e164', before: '+55 55 11 3456-7890', after: '+55551134567890' },
      { rule: 'repeated_country_code', before: '+55551134567890', after: '+551134567890' },
    ])
  })

  it.each([
    'Cel: (11) 3456-7890 Rec: (11) 98765-4321',
    '1134567890 11987654321',
    '(11)3456-7890(11)98765-4321',
    '11 3456-7890 das 9 as 18',
    'ligar 11 3456-7890 após 18h',
    'DDD 11 3456-7890',
    '11 3456,7890',
    '11_3456_7890',
    '{11} 3456:7890',
    '(0**11) 3456-7890',
    '+55 (0xx11) 3456-7890',
  ])('finds the number in %j', raw => {
    expect(phone(raw, 'BR')).toBe('+551134567890')
  })

  it('finds no number beside a run of digits that is longer than any', () => {
    expect(phone('11 3456-7890 ou 1234567890123456', 'BR')).toBe('+551134567890')
    expect(phone('11 3456-7890 doc 1234567890123456', 'BR')).toBe('not_a_number')
  })

  it.each([
    ['(11) 3456-7890 / (21) 98765-4321', ['+5521987654321']],
    ['Fixo (11) 3456-7890 Cel (11) 98765-4321', ['+5511987654321']],
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
