// Cards and phone numbers that nobody wrote. A failure prints its seed.

import fc from 'fast-check'
import { expect, it } from 'vitest'
import { redactCards } from './card-numbers.ts'

/** Prefix and length of what the large schemes issue, and how people group it. */
const brands: readonly (readonly [prefix: string, digits: number, groups: readonly number[]])[] = [
  ['4', 16, [4, 4, 4, 4]],
  ['4', 13, [4, 4, 4, 1]],
  ['4', 19, [4, 4, 4, 4, 3]],
  ['51', 16, [4, 4, 4, 4]],
  ['2221', 16, [4, 4, 4, 4]],
  ['34', 15, [4, 6, 5]],
  ['37', 15, [4, 4, 4, 3]],
  ['6011', 16, [4, 4, 4, 4]],
  ['36', 14, [4, 6, 4]],
  ['305', 14, [4, 4, 4, 2]],
  ['3528', 16, [4, 4, 4, 4]],
  ['62', 17, [4, 4, 4, 4, 1]],
  ['6304', 19, [4, 4, 4, 4, 3]],
]

/** ISO/IEC 7812-1, annex B. */
const checkDigit = (payload: string): number => {
  const sum = [...payload].reverse().reduce((sum, digit, place) => {
    const value = Number(digit) * (place % 2 === 0 ? 2 : 1)
    return sum + (value > 9 ? value - 9 : value)
  }, 0)
  return (10 - (sum % 10)) % 10
}

const card = fc
  .record({
    brand: fc.constantFrom(...brands),
    // No zeros: 14 digits with 000 in them are a company's CNPJ.
    random: fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 18, maxLength: 18 }),
    mark: fc.constantFrom('', ' ', '-', '.', '\u00a0', '  ', ' - '),
  })
  .map(({ brand: [prefix, length, groups], random, mark }) => {
    const payload = (prefix + random.join('')).slice(0, length - 1)
    const digits = `${payload}${checkDigit(payload)}`
    const starts = groups.map((_, n) => groups.slice(0, n).reduce((sum, size) => sum + size, 0))
    return groups.map((size, n) => digits.slice(starts[n], (starts[n] ?? 0) + size)).join(mark)
  })

const words = fc.constantFrom('', 'my card is', 'nº', 'cartão', '(new)', 'exp 12/27', 'cvv 123', 'R$ 1.200,00')

it('redacts every card in a text, and nothing of the words around it', () => {
  fc.assert(
    fc.property(words, card, words, card, (before, one, between, other) => {
      expect(redactCards(`${before} ${one} ${between}, ${other}`)).toBe(`${before} [card] ${between}, [card]`)
    }),
    { numRuns: 2_000 },
  )
})

it('redacts a card behind or before a group of digits that is not its own', () => {
  const group = fc.integer({ min: 1000, max: 9999 }).map(String)
  fc.assert(
    fc.property(card, group, (card, group) => {
      expect(redactCards(`${card} ${group.slice(2)}`)).not.toContain(card)
      expect(redactCards(`${group} ${card}`)).not.toContain(card)
    }),
    { numRuns: 2_000 },
  )
})

it('keeps phone numbers as people write them', () => {
  const phone = fc
    .record({
      digits: fc.integer({ min: 10_000_000, max: 99_999_999 }).map(String),
      shape: fc.constantFrom(
        (n: string) => `+55 11 9${n.slice(0, 4)}-${n.slice(4)}`,
        (n: string) => `+55119${n}`,
        (n: string) => `55119${n}`,
        (n: string) => `(11) 9${n.slice(0, 4)}-${n.slice(4)}`,
        (n: string) => `+49 30 ${n}`,
        (n: string) => `+4915${n}901`,
        (n: string) => `0800 ${n.slice(0, 4)} ${n.slice(4)}`,
        (n: string) => `11.9${n.slice(0, 4)}.${n.slice(4)}`,
      ),
    })
    .map(({ digits, shape }) => shape(digits))
  fc.assert(
    fc.property(phone, phone, (one, other) => {
      expect(redactCards(`${one}, ${other}`)).toBe(`${one}, ${other}`)
    }),
    { numRuns: 2_000 },
  )
})

it('changes nothing that has fewer than thirteen digits in a row, whatever it is', () => {
  fc.assert(
    fc.property(fc.array(fc.oneof(fc.string(), fc.nat().map(String)), { maxLength: 3 }), parts => {
      const text = parts.join(' | ')
      expect(redactCards(text)).toBe(text)
    }),
  )
})
