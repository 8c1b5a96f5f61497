import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isLikelyMistyped, suggestEmailDomain } from './mistyped-domain.ts'

it.each([
  'gmial.com',
  'gmai.com',
  'gmaill.com',
  'gamil.com',
  'gnail.com',
  'hotmial.com',
  'hotmal.com.br',
  'otmail.com',
  'outlok.com',
  'yaho.com.br',
  'iclod.com',
  'gmail.con',
  'hotmail.com.rb',
  'gmail.comm',
])('%s was likely meant to be a provider', domain => expect(isLikelyMistyped(domain)).toBe(true))

it.each([
  'gmail.com',
  'hotmail.com.br',
  'hotmail.es',
  'yahoo.com.ar',
  'yahoo.co.uk',
  'outlook.pt',
  'mail.com',
  'email.com.br',
  'ymail.com',
  'cloud.com',
  'gmial.example',
  'empresa.com.br',
  'gmailpro.com',
  'uol.com.br',
  '',
])('%s is left alone', domain => expect(isLikelyMistyped(domain)).toBe(false))

it.each([
  ['ana@gmailc.om', 'gmail.com'],
  ['ana@gnail.con', 'gmail.com'],
  ['ana@GMIAL.com', 'gmail.com'],
  ['ana@.gmail.com', 'gmail.com'],
  ['ana@gmail.co', 'gmail.com'],
  ['ana@hotmial.com.br', 'hotmail.com.br'],
  ['ana@outlok.com', 'outlook.com'],
  ['ana@gmial.com.br', 'gmail.com'],
  ['ana@yaho.com.br', 'yahoo.com.br'],
  ['ana@example.cmo', 'example.com'],
  ['ana@example.ogr', 'example.org'],
  ['ana@gmail.com.br', 'gmail.com'],
  ['ana@gmail.com.mx', 'gmail.com'],
  ['ana@gmial.comb.br', 'gmail.com'],
  ['ana@yahoo.comb.br', 'yahoo.com.br'],
  ['ana@example.con.br', 'example.com.br'],
  ['ana@example.cm.br', 'example.com.br'],
  ['ana@example.combr', 'example.com.br'],
  ['ana@example.comb.r', 'example.com.br'],
  ['ana@example.com.ber', 'example.com.br'],
  ['ana@example.com.b', 'example.com.br'],
  ['ana@uol.com.r', 'uol.com.br'],
])('%s suggests %s', (email, domain) => expect(suggestEmailDomain(email)).toBe(domain))

it.each([
  '',
  'ana',
  'ana@',
  '@gmail.con',
  'ana@gmail',
  'ana@gmail.com',
  'ana@yahoo.co.uk',
  'ana@hotmail.com.ar',
  'ana@empresa.co',
  'ana@empresa.cm',
  'ana@mail.example.cmo',
  'ana@example.dev',
  'ana@example.com.br',
  'ana@example.com.be',
  'ana@example.coop.br',
  'ana@example.eco.br',
  'ana@usp.br',
  'ana@mail.usp.br',
  'ana@loja.example.con.br',
  'ana@gmail.example.com',
  'ana@tmail.com',
])('%s suggests nothing', email => expect(suggestEmailDomain(email)).toBeNull())

it('never throws, and suggests nothing about its own suggestion, for any text', () => {
  const near = fc.tuple(fc.constantFrom('gmail', 'hotmail', 'yahoo', 'x'), fc.stringMatching(/^[a-z.]{1,8}$/))
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string({ unit: 'binary' }),
        near.map(([name, rest]) => `a@${name}${rest}`),
        fc.tuple(near, fc.stringMatching(/^\.[comb.r]{2,7}$/)).map(([[name], rest]) => `a@${name}${rest}`),
      ),
      email => {
        const domain = suggestEmailDomain(email)
        if (domain !== null) expect(suggestEmailDomain(`ana@${domain}`)).toBeNull()
      },
    ),
    { numRuns: 1_000 },
  )
})
