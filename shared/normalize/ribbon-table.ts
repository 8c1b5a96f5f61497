// A table from names to small numbers that holds no name: a ribbon (Dillinger and Walzer, "Ribbon filter: practically
// smaller than Bloom and Xor", arXiv 2103.02515, read 2026-11-28). A name asks for the XOR of some of 64 rows that lie side
// by side. For a name of the table that gives its number; any other gives noise, which the check bits tell apart.
// It takes 1.5 % more bits than check and number have, where a sorted list of hashes takes one and a half more a name.
// Promises: the number that was written for a name; for another nothing, but for about one in 2 to the power of `checkBits`.

import { mixedHash, textHash } from './text-hash.ts'

export interface RibbonTable {
  /** The rows, six bits a character. */
  readonly rows: string
  /** Together with `valueBits` 6 to 26. */
  readonly checkBits: number
  readonly valueBits: number
  /** Goes before every name; another one draws other rows. */
  readonly salt: string
}

/** Six bits by their character. */
export const ribbonAlphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** How many rows a name may ask for. */
export const ribbonWidth = 64

/** The number of a name. Reads the rows at once: for callers that keep what they get. */
export function readRibbonTable(table: RibbonTable): (name: string) => number | undefined {
  const rows = rowsOf(table)
  const checkMask = 2 ** table.checkBits - 1
  return name => {
    const { start, low, high, check } = ribbonQuery(table.salt + name, rows.length)
    const found = xorOf(rows, start, low) ^ xorOf(rows, start + 32, high) ^ (check & checkMask)
    return (found & checkMask) === 0 ? found >>> table.checkBits : undefined
  }
}

export interface RibbonQuery {
  readonly start: number
  /** Which of the rows from `start` on are asked for, and which of those 32 further on. */
  readonly low: number
  readonly high: number
  readonly check: number
}

/** What a name asks of a table of so many rows. All of it is drawn from one hash, by three odd constants. */
export function ribbonQuery(saltedName: string, rowCount: number): RibbonQuery {
  const hash = textHash(saltedName)
  return {
    start: Math.floor((hash / 2 ** 32) * (rowCount - ribbonWidth + 1)),
    low: mixedHash(hash ^ 0x9e3779b9),
    high: mixedHash(hash ^ 0x7f4a7c15),
    check: mixedHash(hash ^ 0xf39cc061),
  }
}

function xorOf(rows: Uint32Array, start: number, asked: number): number {
  let sum = 0
  for (let at = start, left = asked; left !== 0; at += 1, left >>>= 1) sum ^= (rows[at] ?? 0) & -(left & 1)
  return sum
}

function rowsOf({ rows, checkBits, valueBits }: RibbonTable): Uint32Array {
  const rowBits = checkBits + valueBits
  const read = new Uint32Array(Math.floor((rows.length * 6) / rowBits))
  let held = 0
  let heldBits = 0
  let row = 0
  for (let at = 0; at < rows.length; at += 1) {
    held = (held << 6) | (sixes[rows.charCodeAt(at)] ?? 0)
    heldBits += 6
    if (heldBits < rowBits) continue
    heldBits -= rowBits
    read[row++] = held >>> heldBits
    held &= 2 ** heldBits - 1
  }
  return read
}

/** The value of each character by its code. */
const sixes: readonly number[] = [...ribbonAlphabet].reduce<number[]>((table, letter, six) => {
  table[letter.charCodeAt(0)] = six
  return table
}, [])
