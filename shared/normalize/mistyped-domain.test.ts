import { expect, it } from 'vitest'
import { isLikelyMistyped } from './mistyped-domain.ts'

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
