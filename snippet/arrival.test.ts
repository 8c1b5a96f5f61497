import { expect, it } from 'vitest'
import { readArrival } from './arrival.ts'

it('reads campaign parameters and click ids, and nothing else of the address', () => {
  const address = 'https://site.example/?utm_source=news&utm_term=&gclid=abc&email=ana@example.com'
  expect(readArrival(address, '')).toEqual({ utm_source: 'news', gclid: 'abc' })
})

it.each([
  ['https://search.example/find?q=secret#x', 'https://search.example/find'],
  ['https://site.example/other?q=1', undefined],
  ['', undefined],
])('of the referrer %s keeps %s', (referrer, kept) =>
  expect(readArrival('https://site.example/', referrer).referrer).toBe(kept),
)
