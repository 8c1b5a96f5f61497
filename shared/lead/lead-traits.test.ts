import { expect, it } from 'vitest'
import { leadTraits } from './lead-traits.ts'

it('tells of a person at a company what the profile shows', () => {
  expect(
    leadTraits({
      email: 'ana@vendas.padaria.com.br',
      phone: '+5511987654321',
      company: 'Padaria do João Ltda',
      country: 'BR',
      jobTitle: 'Diretora Comercial',
    }),
  ).toEqual({
    mailbox: 'company',
    companyDomain: 'padaria.com.br',
    phoneType: 'mobile',
    companyBase: 'padaria do joão',
    legalForm: 'ltda',
    seniority: 'director',
    department: expect.any(String),
  })
})

it.each([
  ['contato@padaria.com.br', { mailbox: 'role', companyDomain: 'padaria.com.br' }],
  ['contato@gmail.com', { mailbox: 'role' }],
  ['ana.souza@uol.com.br', { mailbox: 'free' }],
  ['ana@mailinator.com', { mailbox: 'disposable' }],
  ['ana@gmial.com', { mailbox: 'company', companyDomain: 'gmial.com', likelyEmail: 'ana@gmail.com' }],
])('tells the kind of the mailbox %s', (email, traits) => {
  expect(leadTraits({ email })).toEqual(traits)
})

it('tells nothing of what is not there', () => {
  expect(leadTraits({ fullName: 'Ana' })).toEqual({})
})
