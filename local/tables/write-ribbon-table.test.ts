import fc from 'fast-check'
import { expect, it } from 'vitest'
import { readRibbonTable } from '../../shared/normalize/ribbon-table.ts'
import { writeRibbonTable } from './write-ribbon-table.ts'

const namesOf = (count: number, kind: string): readonly string[] =>
  Array.from({ length: count }, (_, at) => `${kind} ${at}`)

it('reads back the number of every name, for any names, numbers and widths', () => {
  const tables = fc
    .record({ checkBits: fc.integer({ min: 6, max: 16 }), valueBits: fc.integer({ min: 0, max: 10 }) })
    .chain(bits =>
      fc.record({
        bits: fc.constant(bits),
        rows: fc.uniqueArray(fc.tuple(fc.string({ unit: 'binary' }), fc.nat({ max: 2 ** bits.valueBits - 1 })), {
          selector: ([name]) => name,
          maxLength: 200,
        }),
      }),
    )
  fc.assert(
    fc.property(tables, ({ bits, rows }) => {
      const read = readRibbonTable(writeRibbonTable({ numbers: new Map(rows), ...bits }))
      expect(rows.map(([name]) => [name, read(name)])).toEqual(rows)
    }),
    { numRuns: 100 },
  )
})

it('takes another name for one of its own as rarely as its check bits say', () => {
  const read = readRibbonTable(
    writeRibbonTable({ numbers: new Map(namesOf(2_000, 'listed').map(name => [name, 0])), checkBits: 8, valueBits: 0 }),
  )
  const mistaken = namesOf(100_000, 'unlisted').filter(name => read(name) !== undefined)
  // One in 256 is 391; more than 500 or less than 300 come once in millions.
  expect(mistaken.length).toBeGreaterThan(300)
  expect(mistaken.length).toBeLessThan(500)
})

it('tries another salt until the table is good, and gives up when none is', () => {
  const numbers = new Map([['listed', 0]])
  let refused = 0
  const table = writeRibbonTable({ numbers, checkBits: 8, valueBits: 0, isGood: () => ++refused > 3 })
  expect(table.salt).toBe('3')
  expect(readRibbonTable(table)('listed')).toBe(0)
  expect(() => writeRibbonTable({ numbers, checkBits: 8, valueBits: 0, isGood: () => false })).toThrow('no salt')
})
