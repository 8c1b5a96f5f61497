import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { redactSecrets } from './redact-secrets.ts'

const namesLeft = (names: readonly string[], hints = {}) =>
  redactSecrets(
    names.map(name => ({ name, value: 'x' })),
    hints,
  ).pairs.map(pair => pair.name)
const textLeft = (value: string, name = 'message', hints = {}) =>
  redactSecrets([{ name, value }], hints).pairs[0]?.value

describe('redactSecrets', () => {
  it.each([
    [
      'password',
      'user_password',
      'passwd',
      'pwd',
      'senha',
      'confirmar_senha',
      'contraseña',
      'password_confirmation',
      'mot_de_passe',
    ],
    [
      'cartao',
      'cartão',
      'cardNumber',
      'card_number',
      'numero_do_cartao',
      'cc-number',
      'cc-exp',
      'card_cvv',
      'cvv',
      'cvc',
      'creditCard',
    ],
    ['cpf', 'CPF', 'ssn', 'rg', 'user[cpf]', 'social_security_number', 'passport_number'],
    ['g-recaptcha-response', 'h-captcha-response', 'cf-turnstile-response', 'csrf', '_token', 'authenticity_token'],
    ['csrfmiddlewaretoken', '__RequestVerificationToken', '__VIEWSTATE', '_wpnonce'],
    ['senha1', 'txtSenha', 'pin', 'clave', 'password2'],
    ['ccv', 'cvv1', 'cod_seguranca', 'securitycode', 'nro_tarjeta', 'cartao1'],
    ['cpf1', 'txtcpf', 'CPFCliente', 'rg1', 'identificationNumber', 'identidad', 'clave_elector', 'nationalid'],
  ])('removes %s and its kind', (...names) => {
    expect(namesLeft(names)).toEqual([])
  })

  it('keeps names that merely contain such letters', () => {
    const names = [
      'discard',
      'card_color',
      'expenses',
      'company',
      'business_card_design',
      'passenger',
      'cnpj',
      'compass',
      'gift_card_interest',
      'pincode',
      'clave_lada',
      'desenha',
      'nis2',
      'telefone2',
    ]
    expect(namesLeft(names)).toEqual(names)
  })

  it('removes a field that the page knew as secret, whatever its name', () => {
    const hints = {
      a: { type: 'Password' },
      b: { autocomplete: 'section-x billing cc-exp' },
      c: { autocomplete: 'one-time-code' },
      d: { autocomplete: 'new-password' },
      e: { label: 'CPF' },
      f: { autocomplete: 'billing family-name' },
    }
    expect(namesLeft(['a', 'b', 'c', 'd', 'e', 'f'], hints)).toEqual(['f'])
  })

  it('keeps a national id that the owner tagged, and never a tagged password', () => {
    const hints = { cpf: { field: 'tax_id' }, senha: { field: 'message' } }
    expect(namesLeft(['cpf', 'senha'], hints)).toEqual(['cpf'])
  })

  it("keeps a company's id and removes a person's from a field that asks for either", () => {
    expect(textLeft('11.222.333/0001-81', 'cpf_cnpj')).toBe('11.222.333/0001-81')
    expect(textLeft('529.982.247-25', 'cpf_cnpj')).toBeUndefined()
    for (const name of ['documento', 'docNumber', 'nro_documento'])
      expect(textLeft('529.982.247-25', name)).toBeUndefined()
    expect(textLeft('contract.pdf', 'documento')).toBe('contract.pdf')
  })

  it('blots card numbers out of text', () => {
    expect(textLeft('my card is 4242 4242 4242 4242 thanks')).toBe('my card is [redacted] thanks')
    expect(textLeft('4111111111111111')).toBe('[redacted]')
    expect(textLeft('amex 3782-822463-10005.')).toBe('amex [redacted].')
    expect(textLeft('2 x 5500 0000 0000 0004 12/29')).toBe('2 x [redacted] 12/29')
    expect(textLeft('12 4242 4242 4242 4242')).toBe('12 [redacted]')
    expect(textLeft('4222222222222 and 6304000000000000')).toBe('[redacted] and [redacted]')
  })

  it('keeps long numbers that are no cards', () => {
    for (const text of [
      'order 4242424242424241', // fails the Luhn check
      'imei 356938035643809', // passes it, and no network issues 15 digits that begin so
      'cnpj 11222333000181',
      'at 1732440000000',
      '35200114200166000187550010000000046550010', // an invoice key, longer than a card
      '0000000000000000',
    ])
      expect(textLeft(text)).toBe(text)
  })

  it('keeps a phone that passes the Luhn check by chance, in text with a plus and in a phone field without', () => {
    expect(textLeft('+4915123456780')).toBe('+4915123456780')
    expect(textLeft('4915123456780', 'telefone')).toBe('4915123456780')
    expect(textLeft('4915123456780', 'input_3', { input_3: { type: 'tel' } })).toBe('4915123456780')
    expect(textLeft('+5511934567890')).toBe('+5511934567890')
    expect(textLeft('4242424242424242', 'telefone')).toBe('[redacted]')
  })

  it.each([
    'ana.01a222d5-8264-7324-8107-81ca14388c8d@example.com',
    'ana.01a222d4-10ce-7645-b502-054031644222@example.com',
    'Ana <x4242424242424242y@mail.example.com>',
  ])('keeps the digits of a mailbox: %s', address => {
    expect(textLeft(address, 'email')).toBe(address)
  })

  it.each([
    '4242424242424242@example.com',
    'a 4242 4242 4242 4242@example.com',
    'x4242424242424242 y@example.com',
    '4242424242424242.@example',
  ])('blots out a card beside an at sign: %s', text => {
    expect(textLeft(text, 'email')).toContain('[redacted]')
  })

  it('names what it removed and where it blotted', () => {
    const result = redactSecrets(
      [
        { name: 'senha', value: 'pw' },
        { name: 'note', value: '4111 1111 1111 1111' },
      ],
      undefined,
    )
    expect(result.removed).toEqual(['senha'])
    expect(result.redacted).toEqual(['note'])
  })

  it('leaves no Luhn-valid run of 16 digits in any text, and never throws', () => {
    const text = fc.array(
      fc.oneof(fc.string(), fc.constantFrom('4242 4242 4242 4242', '5500-0000-0000-0004', '+', '1')),
    )
    fc.assert(
      fc.property(text, parts => {
        const value = textLeft(parts.join(' | ')) ?? ''
        expect(value).not.toMatch(/4242 4242 4242 4242|5500-0000-0000-0004/)
        expect(textLeft(value)).toBe(value)
      }),
    )
  })
})
