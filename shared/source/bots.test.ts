// Programs that read pages, and browsers of people.

import { expect, test } from 'vitest'
import { isBot } from './bots.ts'

test.each([
  ['ExampleBot/1.0 (+https://example.com/bot)', true],
  ['python-requests/2.32', true],
  ['Mozilla/5.0 (compatible; example-crawler/2.0)', true],
  [
    'Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36',
    false,
  ],
  [
    'Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) AppleWebKit/605.1.15 Version/18.0 Mobile Safari/604.1',
    false,
  ],
  ['', false],
])('tells %j: %s', (userAgent, isProgram) => {
  expect(isBot(userAgent)).toBe(isProgram)
})

test('reads only the start of a long one', () => {
  expect(isBot(`${'x'.repeat(2_000_000)} crawler`)).toBe(isBot('x'.repeat(1_024)))
})
