import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { mapFields } from '../mapping/map-fields.ts'
import { readFields } from '../mapping/read-fields.ts'
import { normalizeProfile } from './normalize-profile.ts'

/** From the wire's fields to the profile, for a site in Brazil. */
function profileOf(fields: unknown, defaultCountry = 'BR') {
  const read = readFields(fields)
  if (!read.ok) throw new Error(read.error)
  return normalizeProfile(mapFields(read.value.pairs, undefined), { defaultCountry })
}

describe('normalizeProfile', () => {
  it('normalizes a typical lead', () => {
    const { profile, issues } = profileOf({
      nome: 'ANA MARIA DA SILVA',
      email: ' ANA@Ex.Com.BR\n',
      telefone: '(11) 3456-7890 ramal 12',
      empresa: 'ACME  Ltda',
      país: 'Brasil',
      interest: ['demo', 'price', 'demo'],
      mensagem: 'Olá\r\n\r\n\r\ntudo bem? ',
    })
    expect(issues).toEqual([])
    expect(profile).toEqual({
      fullName: 'Ana Maria da Silva',
      firstName: 'Ana',
      lastName: 'Maria da Silva',
      email: 'ana@ex.com.br',
      phone: '+551134567890',
      phoneExtension: '12',
      company: 'ACME Ltda',
      country: 'BR',
      interest: ['demo', 'price'],
      message: 'Olá\n\ntudo bem?',
    })
  })

  it('reads what a company is and where it is', () => {
    const { profile, issues, changes } = profileOf({
      email: 'ana@example.com',
      empresa: 'PADARIA DO JOÃO LTDA',
      cargo: 'DIRETORA COMERCIAL',
      setor: 'Construção civil',
      estado: 'São Paulo',
      cep: '01310100',
    })
    expect(profile).toMatchObject({
      company: 'Padaria do João Ltda',
      jobTitle: 'Diretora Comercial',
      industry: 'CONSTRUCTION',
      state: 'BR-SP',
      postalCode: '01310-100',
    })
    expect(issues).toEqual([])
    expect(changes).toContainEqual({ field: 'state', rule: 'state_code', before: 'São Paulo', after: 'BR-SP' })
  })

  it('keeps the second number of a field, what told the country of the first, and what a person is called by', () => {
    const { profile, spare, changes } = profileOf({
      nome: 'Dra. ANA SOUZA',
      telefone: '(11) 3456-7890 / (11) 98765-4321',
      site: 'www.Padaria.com.br/',
    })
    expect(profile).toMatchObject({
      fullName: 'Ana Souza',
      firstName: 'Ana',
      lastName: 'Souza',
      phone: '+551134567890',
      website: 'https://www.padaria.com.br',
    })
    expect(spare).toEqual([{ name: 'telefone', values: ['+5511987654321'] }])
    expect(changes.map(({ rule }) => rule)).toEqual(
      expect.arrayContaining(['honorific_separated', 'e164:site_default', 'website']),
    )
  })

  it('takes what stands in a website field for want of one for nothing', () => {
    const { profile, issues } = profileOf({ email: 'ana@example.com', site: 'não tenho' })
    expect(profile).toEqual({ email: 'ana@example.com' })
    expect(issues).toEqual([])
  })

  it('keeps an industry, a state and a postal code that it does not know as they were sent, and reports the industry', () => {
    const { profile, issues } = profileOf({
      email: 'ana@example.com',
      setor: 'Coisas diversas',
      estado: 'Baviera',
      cep: 'não sei',
    })
    expect(profile).toMatchObject({ industry: 'Coisas diversas', state: 'Baviera', postalCode: 'não sei' })
    expect(issues).toEqual([{ field: 'setor', code: 'unknown_industry' }])
  })

  it('keeps the lead when one field cannot be read', () => {
    const { profile, issues, unreadable } = profileOf({ email: 'ana@', phone: '(11) 3456-7890' })
    expect(profile).toEqual({ phone: '+551134567890' })
    expect(issues).toEqual([{ field: 'email', code: 'invalid_email' }])
    expect(unreadable).toEqual([{ field: 'email', canonical: 'email' }])
  })

  it('uses the first readable of several values and says that one was expected', () => {
    const several = profileOf({ email: ['nope', 'a@ex.co', 'b@ex.co'] })
    expect(several.profile.email).toBe('a@ex.co')
    expect(several.issues).toEqual([{ field: 'email', code: 'invalid_type' }])
    expect(several.unreadable).toEqual([])
    expect(several.spare).toEqual([{ name: 'email', values: ['b@ex.co'] }])
  })

  it('says so too when the readable value comes first', () => {
    expect(profileOf({ email: ['a@ex.co', 'nope'] }).issues).toEqual([{ field: 'email', code: 'invalid_type' }])
  })

  it('has no issue with the same value twice, or with a second phone under its own name', () => {
    expect(profileOf({ email: ['a@ex.co', 'A@ex.co'] }).issues).toEqual([])
    const two = profileOf({ telefone: '(11) 3456-7890', whatsapp: '(11) 98765-4321' })
    expect(two.issues).toEqual([])
    expect(two.profile.phone).toBe('+551134567890')
    expect(two.spare).toEqual([{ name: 'whatsapp', values: ['(11) 98765-4321'] }])
  })

  it('uses the second phone when the first cannot be read', () => {
    const { profile, issues } = profileOf({ telefone: '123', whatsapp: '(11) 98765-4321' })
    expect(profile.phone).toBe('+5511987654321')
    expect(issues).toEqual([{ field: 'telefone', code: 'invalid_phone' }])
  })

  it("reads a national phone with the lead's country before the site's", () => {
    expect(profileOf({ phone: '912 345 678', country: 'Portugal' }).profile.phone).toBe('+351912345678')
    expect(profileOf({ phone: '912 345 678' }, 'PT').profile.phone).toBe('+351912345678')
    expect(profileOf({ phone: '912 345 678' }).issues).toEqual([{ field: 'phone', code: 'invalid_phone' }])
  })

  it('puts a phone together that the form asks for in pieces', () => {
    expect(profileOf({ ddd: '11', telefone: '3456-7890' }).profile.phone).toBe('+551134567890')
    expect(profileOf({ ddi: '+351', telefone: '912 345 678' }).profile.phone).toBe('+351912345678')
    expect(profileOf({ ddd: '11', telefone: '(11) 3456-7890' }).profile.phone).toBe('+551134567890')
    expect(profileOf({ ddi: '55', ddd: '11', telefone: '+55 11 3456-7890' }).profile.phone).toBe('+551134567890')
  })

  it('reads the number as sent when its pieces do not fit', () => {
    expect(profileOf({ country_code: '840', telefone: '(11) 3456-7890' }).profile.phone).toBe('+551134567890')
    expect(profileOf({ ddd: 'SP', telefone: '3456-7890' }).issues).toEqual([
      { field: 'telefone', code: 'invalid_phone' },
    ])
  })

  it('keeps an unknown country out of the profile and says so', () => {
    const { profile, issues } = profileOf({ email: 'a@ex.co', country: 'Brasilândia' })
    expect(profile).toEqual({ email: 'a@ex.co' })
    expect(issues).toEqual([{ field: 'country', code: 'unknown_country' }])
  })

  it('passes the issues of an address on under the name of its field', () => {
    expect(profileOf({ 'your-email': 'joão@exemplo.com.br' }).issues).toEqual([
      { field: 'your-email', code: 'email_non_ascii' },
    ])
  })

  it('makes the full name of its parts, and leaves two given parts alone', () => {
    expect(profileOf({ nome: 'ANA', sobrenome: 'DA SILVA' }).profile).toEqual({
      firstName: 'Ana',
      lastName: 'da Silva',
      fullName: 'Ana da Silva',
    })
  })

  it('records what it changed, before and after', () => {
    expect(profileOf({ email: 'Ana@ex.co', phone: 'x' }).changes).toEqual([
      { field: 'email', rule: 'lower_cased', before: 'Ana@ex.co', after: 'ana@ex.co' },
      { field: 'phone', rule: 'refused:no_digits', before: 'x' },
    ])
  })

  it('never throws, leaves nothing unsafe, and changes nothing the second time, for any values', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('ana@ex.co', '11 3456-7890', 'BRASIL', 'ANA DA SILVA', '\u202ex'),
    )
    const names = fc.constantFrom(
      'email',
      'phone',
      'nome',
      'sobrenome',
      'company',
      'country',
      'message',
      'interest',
      'cargo',
      '__proto__',
    )
    fc.assert(
      fc.property(fc.array(fc.tuple(names, text)), fields => {
        const { profile } = profileOf(fields)
        const { phoneExtension: _, ...again } = profile
        const values = Object.values(again).flat()
        for (const value of values) expect(value).not.toMatch(/(?![\t\n])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
        expect(normalizeProfile(mapFields(pairsOf(again), undefined), {}).profile).toEqual(again)
      }),
      { numRuns: 200 },
    )
  })
})

function pairsOf(profile: object) {
  return Object.entries(profile).flatMap(([name, value]) => [value].flat().map(text => ({ name, value: String(text) })))
}
