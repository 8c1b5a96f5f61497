import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readHashList, writeHashList } from './hash-list.ts'
import { textHash } from './text-hash.ts'

it('reads back what was written, for any sorted numbers of any width', () => {
  const lists = fc
    .integer({ min: 8, max: 32 })
    .chain(bits =>
      fc.tuple(fc.constant(bits), fc.uniqueArray(fc.nat({ max: 2 ** Math.min(bits, 31) - 1 }), { maxLength: 300 })),
    )
  fc.assert(
    fc.property(lists, ([bits, values]) => {
      const sorted = values.toSorted((a, b) => a - b)
      expect(readHashList(writeHashList(sorted, bits), sorted.length, bits)).toEqual(sorted)
    }),
    { numRuns: 200 },
  )
})

it('ends on a text that is cut short or no list', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), fc.nat({ max: 1_000 }), (text, count) => {
      expect(readHashList(text, count, 30).length).toBeLessThanOrEqual(count)
    }),
    { numRuns: 200 },
  )
})

it('gives 32 bits that depend on every letter', () => {
  expect(textHash('brasil')).not.toBe(textHash('brazil'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const hash = textHash(text)
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true)
      expect(textHash(`${text}x`)).not.toBe(textHash(`${text}y`))
    }),
    { numRuns: 200 },
  )
})
