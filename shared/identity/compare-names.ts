// Compares the names of two leads: given with given and family with family, or the other way round where a form mixed them.
// Promises: the same both ways; bounded work. Silent about a name that one side does not have.

import { type Evidence, evidence, type Finding } from './match-decision.ts'
import { familyNameBits, givenNameBits } from './name-frequency.ts'
import { soundOf } from './name-sound.ts'
import type { PreparedLead } from './prepare-lead.ts'
import { sameFoldedGivenName } from './same-given-name.ts'
import { jaroWinkler } from './similarity.ts'
import { areTwoNames } from './two-names.ts'
import { isSlip } from './word-match.ts'

export interface NameComparison {
  readonly given?: Evidence
  readonly family?: Evidence
  readonly bits: number
}

export function compareNames(a: PreparedLead, b: PreparedLead): NameComparison {
  const straight = both(compareGiven(a.given, b.given), compareFamily(a.family, b.family))
  if (isAgreed(straight.given) && isAgreed(straight.family)) return straight
  if (!touch(a.given, b.family) && !touch(a.family, b.given)) return straight
  const crossed = both(compareGiven(a.given, b.family), compareFamily(a.family, b.given))
  return crossed.bits - swapBits > straight.bits ? { ...crossed, bits: crossed.bits - swapBits } : straight
}

const isAgreed = (one: Evidence | undefined): boolean => one !== undefined && one.finding !== 'different'

/** Names that a form mixed begin with one letter, or end alike; most pairs of leads end here. */
const touch = (a: readonly string[], b: readonly string[]): boolean =>
  a.some(word =>
    b.some(other => word.charCodeAt(0) === other.charCodeAt(0) || (word.length > 2 && endAlike(word, other))),
  )

const endAlike = (a: string, b: string): boolean =>
  a.charCodeAt(a.length - 1) === b.charCodeAt(b.length - 1) && a.charCodeAt(a.length - 2) === b.charCodeAt(b.length - 2)

/** About one form in twenty mixes them. */
const swapBits = 3

function both(given: Evidence | undefined, family: Evidence | undefined): NameComparison {
  return { ...(given ? { given } : {}), ...(family ? { family } : {}), bits: (given?.bits ?? 0) + (family?.bits ?? 0) }
}

/** What a short form, an initial, a part or a slip takes from a shared name. */
const shortFormBits = -2.5
const slipBits = -2.5
const shuffledBits = -4
const partBits = -1
const initialBits = 2.5
const otherGivenBits = -6
const otherFamilyBits = -6

function compareGiven(a: readonly string[], b: readonly string[]): Evidence | undefined {
  const first = a[0]
  const other = b[0]
  if (first === undefined || other === undefined) return undefined
  const say = (finding: Finding, bits: number) => evidence('given_name', finding, bits)
  if (isOtherSecond(a, b)) return say('different', otherGivenBits)
  if (first === other) return say('same', givenNameBits(first) + secondBits(a, b))
  const rarer = Math.max(givenNameBits(first), givenNameBits(other))
  if (first.length === 1 || other.length === 1)
    return first.charCodeAt(0) === other.charCodeAt(0) ? say('alike', initialBits) : say('different', otherGivenBits)
  if (sameFoldedGivenName(first, other)) return say('alike', rarer + shortFormBits)
  const areTwo = areTwoNames(first, other)
  if (!areTwo && (isSlip(first, other) || jaroWinkler(first, other) >= 0.88)) return say('alike', rarer + slipBits)
  if (!areTwo && sameFoldedGivenName(a.join(' '), b.join(' '))) return say('alike', rarer + shortFormBits)
  if (isCalled(a, b)) return say('alike', givenNameBits(first) - 2)
  if (isCalled(b, a)) return say('alike', givenNameBits(other) - 2)
  if (!areTwo && isShuffled(a.join(''), b.join(''))) return say('alike', rarer + shuffledBits)
  return say('different', otherGivenBits)
}

/** The letters are the same, but for one in five, in whatever order: fingers that went too fast. */
export function isShuffled(a: string, b: string): boolean {
  if (a.length < 4 || b.length < 4 || Math.abs(a.length - b.length) > 2) return false
  const missesMax = 0.2 * Math.max(a.length, b.length)
  let misses = Math.max(0, b.length - a.length)
  let rest = b.slice(0, 32)
  for (const letter of a.slice(0, 32)) {
    const at = rest.indexOf(letter)
    if (at >= 0) rest = rest.slice(0, at) + rest.slice(at + 1)
    else if (++misses > missesMax) return false
  }
  return true
}

/**
 * The letters of the shorter are all in the other, which has one more at most: `acJ` of Jack. Of names this short it says
 * something only where the mailbox is the same.
 */
export function isScrambled(a: string, b: string): boolean {
  const [short, long] = a.length < b.length ? [a, b] : [b, a]
  if (short.length < 2 || long.length - short.length > 1) return false
  let rest = long.slice(0, 32)
  for (const letter of short.slice(0, 32)) {
    const at = rest.indexOf(letter)
    if (at < 0) return false
    rest = rest.slice(0, at) + rest.slice(at + 1)
  }
  return true
}

/** "Edward" of "John Edward": the name people go by is not always the first. Luis Alberto and José Alberto are two. */
const isCalled = ([called = '', ...others]: readonly string[], full: readonly string[]): boolean =>
  called.length > 2 && others.length < full.length - 1 && full.includes(called, 1)

/** João Paulo and João Pedro, José Maria and Maria José: both say a second name, and none of one is any of the other. */
function isOtherSecond([, ...a]: readonly string[], [, ...b]: readonly string[]): boolean {
  return a.length > 0 && b.length > 0 && !a.some(word => b.some(other => isOneGiven(word, other)))
}

function isOneGiven(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.charCodeAt(0) === b.charCodeAt(0)
  return sameFoldedGivenName(a, b) || (!areTwoNames(a, b) && isSlip(a, b))
}

/** Second given names that are there on both sides. */
function secondBits(a: readonly string[], b: readonly string[]): number {
  if (a.length < 2 || b.length < 2) return 0
  return a.some((word, at) => at > 0 && b.includes(word, 1)) ? 4 : -1
}

/** Each has a family name that the other lacks: González Pérez and González Soto are cousins. */
export const isOtherBranch = (a: PreparedLead, b: PreparedLead): boolean =>
  a.family.length > 1 && b.family.length > 1 && hasOwnFamily(a, b) && hasOwnFamily(b, a)

/** A name that a form took for a given one is not left out. */
const hasOwnFamily = (a: PreparedLead, b: PreparedLead): boolean =>
  a.family.some(word => !b.given.includes(word) && !b.family.some(other => isOneFamily(word, other)))

function isOneFamily(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.charCodeAt(0) === b.charCodeAt(0)
  return isSlip(a, b) || jaroWinkler(a, b) >= 0.9
}

/** More shared words say little more: the family names of one person come together. */
const familyBitsMax = 18

function compareFamily(a: readonly string[], b: readonly string[]): Evidence | undefined {
  if (a.length === 0 || b.length === 0) return undefined
  const say = (finding: Finding, bits: number) => evidence('family_name', finding, Math.min(bits, familyBitsMax))
  let shared = 0
  let count = 0
  for (const word of a) {
    if (!b.includes(word)) continue
    shared += familyNameBits(word)
    count++
  }
  if (count > 0) return count === a.length && count === b.length ? say('same', shared) : say('alike', shared + partBits)
  for (const word of a)
    for (const other of b) {
      if (!isOneFamily(word, other)) continue
      const isInitial = word.length === 1 || other.length === 1
      const bits = Math.max(familyNameBits(word), familyNameBits(other)) + slipBits
      return say('alike', isInitial ? initialBits : bits)
    }
  const textA = a.join('')
  const textB = b.join('')
  if (textA === textB || jaroWinkler(textA, textB) >= 0.9) return say('alike', 8)
  if (soundOf(textA) === soundOf(textB) || isShuffled(textA, textB)) return say('alike', 7)
  return say('different', otherFamilyBits)
}
