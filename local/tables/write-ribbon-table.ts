// Writes the tables that shared/normalize/ribbon-table.ts reads: Gaussian elimination on the fly over equations of 64
// neighbouring unknowns (Dillinger and Walzer 2021). Promises: every name is read back with its number.

import { type RibbonTable, ribbonAlphabet, ribbonQuery, ribbonWidth } from '../../shared/normalize/ribbon-table.ts'

interface Asked {
  readonly numbers: ReadonlyMap<string, number>
  readonly checkBits: number
  readonly valueBits: number
  /** Says no to a table that takes a name for another that it must not. */
  readonly isGood?: (table: RibbonTable) => boolean
}

/** With fewer rows hardly any salt makes the equations of ten thousand names solvable; with these one in ten does. */
const rowsPerName = 1.015
const rowsMore = 8
const saltsMax = 10_000

/** The smallest table of these names and numbers, with the first salt that makes one. */
export function writeRibbonTable({ numbers, checkBits, valueBits, isGood = () => true }: Asked): RibbonTable {
  const rowCount = Math.max(ribbonWidth, Math.ceil(numbers.size * rowsPerName) + rowsMore)
  for (let tried = 0; tried < saltsMax; tried += 1) {
    const salt = tried.toString(36)
    const rows = solve([...numbers], rowCount, salt, checkBits)
    if (!rows) continue
    const table = { rows: asText(rows, checkBits + valueBits), checkBits, valueBits, salt }
    if (isGood(table)) return table
  }
  throw new Error('no salt makes a table')
}

/** A row by the XOR of itself and of those `ahead` of it. */
interface Equation {
  readonly ahead: bigint
  readonly sum: number
}

function solve(
  numbers: readonly (readonly [name: string, value: number])[],
  rowCount: number,
  salt: string,
  checkBits: number,
): Uint32Array | undefined {
  const equations: (Equation | undefined)[] = Array.from({ length: rowCount })
  for (const [name, value] of numbers) {
    const { start, low, high, check } = ribbonQuery(salt + name, rowCount)
    let at = start
    let asked = (BigInt(high) << 32n) | BigInt(low)
    let sum = (value * 2 ** checkBits + (check % 2 ** checkBits)) >>> 0
    while (asked !== 0n) {
      for (; (asked & 1n) === 0n; at += 1) asked >>= 1n
      const taken = equations[at]
      if (!taken) break
      asked ^= taken.ahead
      sum = (sum ^ taken.sum) >>> 0
    }
    if (asked !== 0n) equations[at] = { ahead: asked, sum }
    // Nothing is left of the equation: it says what others say, or the opposite.
    else if (sum !== 0) return undefined
  }
  const rows = new Uint32Array(rowCount)
  for (let at = rowCount - 1; at >= 0; at -= 1) {
    const { ahead, sum } = equations[at] ?? { ahead: 0n, sum: 0 }
    let row = sum
    for (let left = ahead >> 1n, other = at + 1; left !== 0n; left >>= 1n, other += 1)
      if ((left & 1n) !== 0n) row ^= rows[other] ?? 0
    rows[at] = row
  }
  return rows
}

function asText(rows: Uint32Array, rowBits: number): string {
  const bits = [...rows].map(row => row.toString(2).padStart(rowBits, '0')).join('')
  const full = bits.padEnd(Math.ceil(bits.length / 6) * 6, '0')
  return full.replace(/.{6}/g, six => ribbonAlphabet.charAt(Number.parseInt(six, 2)))
}

/** A table as an exported constant of a generated file. */
export const ribbonSource = (name: string, { rows, checkBits, valueBits, salt }: RibbonTable): string =>
  `export const ${name} = {
  checkBits: ${checkBits},
  valueBits: ${valueBits},
  salt: '${salt}',
  rows: '${rows}',
}
`
