import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactAddress } from './redact-address.ts'

it.each([
  ['https://site.example/?senha=s3cret&utm_source=news#top', 'https://site.example/?utm_source=news#top'],
  ['https://site.example/?user%5Bpassword%5D=x', 'https://site.example/'],
  ['https://site.example/?cpf=111.444.777-35&plan=pro', 'https://site.example/?plan=pro'],
  ['https://site.example/?cvv=123&gclid=abc', 'https://site.example/?gclid=abc'],
  ['https://site.example/#access_token=ZZ3&token_type=bearer', 'https://site.example/#token_type=bearer'],
  ['https://site.example/?a=1#access_token=ZZ3', 'https://site.example/?a=1'],
  ['https://site.example/#/login?senha=s3cret', 'https://site.example/#/login'],
  ['https://site.example/#/login?senha=s3cret&plan=pro', 'https://site.example/#/login?plan=pro'],
  ['https://site.example/#id_token=x?plan=pro', 'https://site.example/#?plan=pro'],
])('%s is kept as %s', (address, kept) => {
  expect(redactAddress(address, 2_048)).toBe(kept)
})

it.each([
  'https://site.example/a?utm_source=news&expenses=12&q=password%20manager&x=%E0%A4%A',
  'https://site.example/?#',
  'https://site.example/?plan=pro#password',
  'https://site.example/#/reset-password?step=2',
  'https://site.example/#section=2&utm_source=news',
  'https://site.example/',
])('%s is kept as it is', address => {
  expect(redactAddress(address, 2_048)).toBe(address)
})

it.each(['?ref=', '#', '#ref=', '#/pay?ref='])('blots out a card number after %j', before => {
  expect(redactAddress(`https://site.example/${before}4111111111111111`, 2_048)).not.toContain('4111111111111111')
})

it.each(['javascript:alert(1)', 'site.example', 7, undefined])('%j is no address', value => {
  expect(redactAddress(value, 2_048)).toBeUndefined()
})

it('never throws, and changes nothing the second time', () => {
  fc.assert(
    fc.property(fc.webUrl({ withQueryParameters: true, withFragments: true }), address => {
      const once = redactAddress(address, 2_048)
      expect(redactAddress(once, 2_048)).toBe(once)
    }),
    { numRuns: 300 },
  )
})
