import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { WireFieldHint } from '../wire.ts'
import { isAttributionField } from './attribution-fields.ts'
import { mapFields } from './map-fields.ts'

type Hints = Record<string, WireFieldHint>

/** Which canonical field each name became; custom fields say "custom". */
function mapped(names: readonly string[], hints: Hints = {}, value = 'x'): Record<string, string> {
  const { canonical, custom } = mapFields(
    names.map(name => ({ name, value })),
    hints,
  )
  const found = Object.entries(canonical).flatMap(([field, values]) => values.map(({ name }) => [name, field]))
  return Object.fromEntries([...found, ...custom.map(({ name }) => [name, 'custom'])])
}
const one = (name: string, hint?: WireFieldHint) => mapped([name], hint ? { [name]: hint } : {})[name]

describe('mapFields', () => {
  it.each([
    [
      'email',
      [
        'email',
        'E-mail',
        'your-email',
        'form_fields[email]',
        'fields[email]',
        'user_email',
        'correoElectronico',
        'EMAIL',
        'work-email',
      ],
    ],
    [
      'phone',
      [
        'telefone',
        'Celular',
        'WhatsApp',
        'móvil',
        'phone_number',
        'your-tel',
        'Telefone com DDD',
        'PHONE',
        'contact_number',
      ],
    ],
    [
      'fullName',
      [
        'name',
        'nome',
        'your-name',
        'Nome completo',
        'nombre y apellidos',
        'contact[name]',
        'q3_name',
        'nm_cliente',
        'ctl00$ContentPlaceHolder1$txtNome',
      ],
    ],
    ['firstName', ['first_name', 'firstName', 'FNAME', 'primeiro nome', 'Vorname', 'prénom']],
    ['lastName', ['last-name', 'sobrenome', 'apellidos', 'LNAME', 'surname', 'Nachname']],
    [
      'company',
      [
        'company',
        'empresa',
        'Nome da empresa',
        'Nombre de la empresa',
        'company_name',
        'razão social',
        'Qual o nome da sua empresa?',
        // What a company is called in trade, not a person.
        'Nombre comercial',
        'nome comercial',
        'Nombre de fantasía',
        'Trading name',
        'nm_empresa',
      ],
    ],
    ['city', ['cidade', 'Comuna', 'nm_cidade']],
    ['jobTitle', ['job_title', 'custom_fields[cargo]', 'cargo', 'puesto', 'role', 'Cargo na empresa']],
    ['website', ['website', 'Company website', 'site da empresa']],
    [
      'companySize',
      ['company_size', 'Number of employees', 'tamanho da empresa', 'nº de funcionários', 'Company size'],
    ],
    ['country', ['país', 'country', 'Country/Region']],
    ['state', ['estado', 'UF', 'state', 'Entidad federativa']],
    ['postalCode', ['cep', 'zip', 'postal_code']],
    ['interest', ['interest', 'interesse', 'área de interesse', 'Programa de interés', 'Qual serviço você procura?']],
    ['message', ['mensagem', 'your-message', 'comments', 'Como podemos ajudar?']],
  ])('reads %s from its usual names', (field, names) => {
    for (const name of names) expect([name, one(name)]).toEqual([name, field])
  })

  it.each([
    'title',
    'estado civil',
    'confirm_email',
    'email-confirmation',
    'Confirme seu e-mail',
    'friend_email',
    'username',
    'form_name',
    'product name',
    'nome do pet',
    'discard',
    'email_opt_in',
    'subject',
    'phone code',
    'Registered name',
    'custom_name',
    'send_email',
    'Código do país',
    'fax',
    '7',
    '',
    '名前',
  ])('keeps %j as a custom field: unmapped is better than wrong', name => {
    expect(one(name)).toBe('custom')
  })

  it("believes the owner's tag over everything, and keeps a tag it does not know as custom", () => {
    expect(one('email', { field: 'message' })).toBe('message')
    expect(one('title', { field: 'jobTitle' })).toBe('jobTitle')
    expect(one('email', { field: 'budget' })).toBe('custom')
    expect(one('a', { field: 'constructor' })).toBe('custom')
  })

  it('falls back to autocomplete, then type, then label for a name that says nothing', () => {
    expect(one('input_3', { autocomplete: 'section-a work tel' })).toBe('phone')
    expect(one('input_3', { type: 'tel' })).toBe('phone')
    expect(one('input_3', { label: 'Seu melhor e-mail *' })).toBe('email')
    expect(one('input_3', { label: 'Nome da empresa' })).toBe('company')
    expect(one('input_3', { label: 'Como conheceu a empresa?' })).toBe('custom')
  })

  it('lets autocomplete and label correct a bare name', () => {
    expect(one('name', { autocomplete: 'family-name' })).toBe('lastName')
    expect(one('name', { label: 'Nome da empresa' })).toBe('company')
    expect(one('name', { label: 'Nome' })).toBe('fullName')
  })

  it('never takes a second typing or a box to tick for a contact, whatever its type', () => {
    expect(one('email2_confirm', { type: 'email' })).toBe('custom')
    expect(one('input_9', { type: 'email', label: 'Repita o e-mail' })).toBe('custom')
    expect(one('phone', { type: 'checkbox' })).toBe('custom')
    expect(one('interest', { type: 'checkbox' })).toBe('interest')
  })

  it('reads a bare name by its sibling', () => {
    expect(mapped(['nome', 'sobrenome'])).toEqual({ nome: 'firstName', sobrenome: 'lastName' })
    expect(mapped(['name', 'surname'])).toEqual({ name: 'firstName', surname: 'lastName' })
    expect(mapped(['nom', 'prénom'])).toEqual({ nom: 'lastName', prénom: 'firstName' })
    expect(mapped(['full_name', 'surname'])).toEqual({ full_name: 'fullName', surname: 'lastName' })
    expect(mapped(['nome', 'email'])).toEqual({ nome: 'fullName', email: 'email' })
  })

  it('keeps where the person came from as custom fields', () => {
    for (const name of [
      'utm_source',
      'form_fields[utm_medium]',
      'gclid',
      'referrer',
      'landing_page',
      'first_utm_source',
    ])
      expect([name, isAttributionField(name), one(name)]).toEqual([name, true, 'custom'])
    for (const name of ['referral', 'source', 'page', 'email']) expect(isAttributionField(name)).toBe(false)
  })

  it('asks the value where a field takes an e-mail or a phone', () => {
    expect(mapped(['E-mail ou telefone'], {}, 'ana@example.com')).toEqual({ 'E-mail ou telefone': 'email' })
    expect(mapped(['E-mail ou telefone'], {}, '11 3456-7890')).toEqual({ 'E-mail ou telefone': 'phone' })
  })

  it('puts the value of a stronger rule first and says which rule it was', () => {
    const hints = { input_1: { type: 'tel' } }
    const { canonical } = mapFields(
      [
        { name: 'input_1', value: '1' },
        { name: 'phone', value: '2' },
      ],
      hints,
    )
    expect(canonical.phone?.map(({ value, by }) => `${value} ${by}`)).toEqual(['2 alias', '1 type'])
  })

  it('leaves blank values out', () => {
    expect(mapFields([{ name: 'phone', value: ' ' }], undefined)).toEqual({ canonical: {}, custom: [] })
  })

  it('never throws, and has every value exactly once, whatever the names', () => {
    const pair = fc.record({
      name: fc.oneof(fc.string({ unit: 'binary' }), fc.constantFrom('__proto__', 'constructor', 'email', 'nome')),
      value: fc.string(),
    })
    fc.assert(
      fc.property(fc.array(pair), pairs => {
        const { canonical, custom } = mapFields(pairs, JSON.parse('{"__proto__":{"field":"email"}}'))
        const found = [
          ...Object.values(canonical).flat(),
          ...custom.flatMap(({ values }) => values.map(value => ({ value }))),
        ]
        const sent = pairs.filter(({ value }) => value.trim() !== '').map(({ value }) => value)
        expect(found.map(({ value }) => value).sort()).toEqual(sent.sort())
      }),
    )
  })
})
