import { expect, it } from 'vitest'
import { clickIdKeys, utmKeys } from '../shared/wire.ts'
import { readArrival } from './arrival.ts'

it('reads campaign parameters and click ids, and nothing else of the address', () => {
  const address = 'https://site.example/?utm_source=news&utm_term=&gclid=abc&email=ana@example.com'
  expect(readArrival(address, '')).toEqual({ utm_source: 'news', gclid: 'abc' })
})

it('reads each key of the wire', () => {
  const marks = Object.fromEntries([...utmKeys, ...clickIdKeys].map(key => [key, `of ${key}`]))
  expect(readArrival(`https://site.example/?${new URLSearchParams({ ...marks, utm_secret: 'x' })}`, '')).toEqual(marks)
})

it('reads keys in any case, as Snap and people write them', () =>
  expect(readArrival('https://site.example/?ScCid=abc&UTM_Source=news', '')).toEqual({
    sccid: 'abc',
    utm_source: 'news',
  }))

it.each([
  ['https://site.example/#/planos?utm_source=news&utm_medium=email', { utm_source: 'news', utm_medium: 'email' }],
  ['https://site.example/?gclid=abc#!/planos?utm_source=news', { gclid: 'abc', utm_source: 'news' }],
  ['https://site.example/?utm_source=ads#/planos?utm_source=news', { utm_source: 'ads' }],
  ['https://site.example/#utm_source=news', {}],
])('reads the query of a route: %s', (address, marks) => expect(readArrival(address, '')).toEqual(marks))

it('takes the first of two values', () =>
  expect(readArrival('https://site.example/?gclid=one&gclid=two', '')).toEqual({ gclid: 'one' }))

it.each([
  ['https://www.empresa.com.br/', 'https://busca.example/find?q=secret#x', 'https://busca.example/find'],
  ['https://www.empresa.com.br/', 'https://outra.com.br/', 'https://outra.com.br/'],
  ['https://site.example/', 'https://paginasamarillas.example/', 'https://paginasamarillas.example/'],
  ['https://site.example/', 'https://www.propaganda.example/', 'https://www.propaganda.example/'],
  ['https://site.example/', 'https://displays.example/', 'https://displays.example/'],
  ['https://www.abc.ai/', 'https://www.xyz.ai/', 'https://www.xyz.ai/'],
  ['https://www.com.br/', 'https://www.org.br/', 'https://www.org.br/'],
])('on %s the referrer %s is a touch', (page, referrer, kept) =>
  expect(readArrival(page, referrer)).toEqual({ referrer: kept }),
)

it.each([
  ['https://www.empresa.com.br/', 'https://blog.empresa.com.br/post?q=1'],
  ['https://empresa.com.br/', 'https://www.empresa.com.br/'],
  ['https://app.site.example/', 'https://site.example/'],
  ['https://www.abc.ai/', 'https://abc.ai/'],
  ['https://abc.ai/', 'https://www.abc.ai/'],
  ['http://localhost:8789/', 'http://localhost:8787/'],
  ['https://site.example/', ''],
])('on %s the referrer %s is the site itself', (page, referrer) => expect(readArrival(page, referrer)).toEqual({}))

it.each([
  'https://www.paypal.com/checkoutnow?token=1',
  'https://checkout.stripe.com/pay/1',
  'https://www.mercadopago.com.br/checkout',
  'https://pagseguro.uol.com.br/',
  'https://api.pagar.me/checkout',
  'https://webpay3g.transbank.cl/webpayserver',
  'https://app.picpay.com/',
  'https://uat.kushkipagos.com/checkout',
  'https://sandbox.openpay.mx/',
  'https://secure.epayco.co/',
  'https://cieloecommerce.cielo.com.br/',
  'https://accounts.google.com/o/oauth2',
  'https://login.microsoftonline.com/common',
  'https://appleid.apple.com/auth',
  'https://empresa.okta.com/',
])('who comes back from %s to pay or sign in has not come anew', referrer =>
  expect(readArrival('https://site.example/', referrer)).toEqual({}),
)
