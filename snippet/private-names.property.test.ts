// A name is private however a site joins its words, and an ordinary name stays ordinary. A failure prints its seed.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { isPrivateName } from './private-names.ts'

const split = (names: string) => names.split(',').map(name => name.trim())
const secrets = split(
  `password, user password, senha, contrasena, card number, credit card, card cvv, security code, name on card, numero do cartao,
  cartao de credito, numero de tarjeta, codigo de seguranca, codigo de seguridad`,
)
const identities = split(
  'cpf, rg, ssn, social security number, national id, passport number, tax id, dni, curp, rfc, cedula, pasaporte, passaporte',
)
const ordinary = split(
  `email, company, nationality, taxi, csv export, passengers, expenses, business card design, discard reason, tokens per month,
  panel, rgb color, announcement, span, cnpj, passage, cargo`,
)

const capital = (word: string) => word.charAt(0).toUpperCase() + word.slice(1)
const pascal = (name: string) => name.split(' ').map(capital).join('')
const joined = fc.constantFrom(
  (name: string) => name.replaceAll(' ', '_'),
  (name: string) => name.replaceAll(' ', '-'),
  (name: string) => name.replaceAll(' ', '_').toUpperCase(),
  (name: string) => name.charAt(0) + pascal(name).slice(1),
  pascal,
)
const inside = fc.constantFrom(
  (name: string) => name,
  (name: string) => `lead[${name}]`,
  (name: string) => `billing[payment][${name}][]`,
  (name: string) => `order.${name}`,
  (name: string) => `form:${name}`,
)

const styled = (names: readonly string[]) =>
  fc.tuple(fc.constantFrom(...names), joined, inside).map(([name, join, put]) => put(join(name)))

it('finds a secret in every style', () => {
  fc.assert(
    fc.property(styled(secrets), name => {
      expect(isPrivateName(name, true), name).toBe(true)
    }),
  )
})

it('finds a national id in every style, and lets the site ask for it', () => {
  fc.assert(
    fc.property(styled(identities), name => {
      expect(isPrivateName(name), name).toBe(true)
      expect(isPrivateName(name, true), name).toBe(false)
    }),
  )
})

it('keeps an ordinary name in every style', () => {
  fc.assert(
    fc.property(styled(ordinary), name => {
      expect(isPrivateName(name), name).toBe(false)
    }),
  )
})
