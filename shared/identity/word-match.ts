// Whether two folded words are one word, and how a list of words lines up with another. Ground of every name comparison.
// Promises: the same both ways; bounded work, since at most `wordsMax` words a side are read.

import { editDistance, jaroWinkler } from './similarity.ts'

/** Names of companies and people have fewer; a longer text is a sentence. */
const wordsMax = 12

/**
 * Equal but for a slip of the keyboard: one edit in four letters or more, two in eight or more. Short words are names of
 * their own ("Ana", "Ann"; "CVC", "CVS"), so in three letters nothing may differ.
 */
export function isSlip(a: string, b: string): boolean {
  if (a === b) return true
  const shorter = Math.min(a.length, b.length)
  if (shorter < 4 || /\d/.test(a) || /\d/.test(b)) return false
  // Two words that differ at both ends are hardly one with a slip, and most pairs of words end here.
  if (a.charCodeAt(0) !== b.charCodeAt(0) && a.charCodeAt(a.length - 1) !== b.charCodeAt(b.length - 1)) return false
  const distance = editDistance(a, b, shorter >= 8 ? 2 : 1)
  if (distance <= 1) return shorter >= 5 || a.charCodeAt(0) === b.charCodeAt(0)
  return distance === 2 && shorter >= 8 && jaroWinkler(a, b) >= (shorter >= 11 ? 0.85 : 0.9)
}

export interface Alignment {
  /** Pairs of words that are one. */
  readonly shared: number
  /** Words that have no partner, on either side. */
  readonly onlyA: readonly string[]
  readonly onlyB: readonly string[]
}

/** Pairs each word with its first partner, equal words before alike ones. Order of words is of no account. */
export function alignWords(
  a: readonly string[],
  b: readonly string[],
  isSame: (a: string, b: string) => boolean,
): Alignment {
  const leftA = a.slice(0, wordsMax)
  const leftB = b.slice(0, wordsMax)
  const all = leftA.length
  takePairs(leftA, leftB, (x, y) => x === y)
  if (leftA.length > 0 && leftB.length > 0) takePairs(leftA, leftB, isSame)
  return { shared: all - leftA.length, onlyA: leftA, onlyB: leftB }
}

function takePairs(leftA: string[], leftB: string[], isSame: (a: string, b: string) => boolean): void {
  for (let at = leftA.length - 1; at >= 0; at--) {
    const word = leftA[at]
    if (word === undefined) continue
    const to = leftB.findLastIndex(other => isSame(word, other))
    if (to < 0) continue
    leftA.splice(at, 1)
    leftB.splice(to, 1)
  }
}
