import { expect, it } from 'vitest'
import { redactCards } from './card-numbers.ts'

it.each([
  ['my card is 4242 4242 4242 4242 thanks', 'my card is [card] thanks'],
  ['4242-4242-4242-4242', '[card]'],
  ['4222222222222', '[card]'],
  ['3782 822463 10005', '[card]'],
  ['6304000000000000000', '[card]'],
  ['4242 4242 4242 4242 12/27', '[card] 12/27'],
  ['4242424242424242 and 5500 0000 0000 0004', '[card] and [card]'],
  ['4111  1111  1111  1111', '[card]'],
  ['4111 - 1111 - 1111 - 1111.', '[card].'],
  ['4111-1111 1111-1111', '[card]'],
  ['411111 1111111111', '[card]'],
  ['37828 22463 10005', '[card]'],
  ['4111\t1111 1111-1111 12/27', '[card] 12/27'],
  ['4111 1111 1111 1111 411111 1111111111', '[card][card]'],
])('redacts the card in %s', (text, expected) => expect(redactCards(text)).toBe(expected))

it.each([
  '4242 4242 4242 4241',
  '+55 11 91234-5678',
  '+4915123456789012',
  '5511912345678',
  '33000167000101',
  'CNPJ 38000167000196',
  '42424242424242424242424242',
  'order 12345',
  'call 11 91234-5678 or 11 98888-7777',
])('keeps %s, which is no card', text => expect(redactCards(text)).toBe(text))

it('keeps a phone number where one was asked, though it passes as a card, and nothing longer', () => {
  expect(redactCards('4915110031676')).toBe('[card]')
  expect(redactCards('4915110031676', () => true)).toBe('4915110031676')
  expect(redactCards('4242 4242 4242 4242', () => true)).toBe('[card]')
})
