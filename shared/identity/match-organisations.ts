// Decides whether two records without a person are one organisation: by its name, its address and its phone. For accounts
// and lists of places, never for people. Promises: the same both ways; bounded work.

import { houseNumber } from './address-words.ts'
import { compareAddresses, compareCities } from './compare-places.ts'
import { type Evidence, evidence, type MatchDecision, scoreOf } from './match-decision.ts'
import type { PreparedLead } from './prepare-lead.ts'
import { sameCompanyWords } from './same-company-name.ts'
import { alignWords, isSlip } from './word-match.ts'

const matchBitsMin = 14
const reviewBitsMin = 8
const sameNameBits = 17
const sharedWordBits = 5
/** A hotel and its restaurant: one house and one line, two names without a word in common. */
const otherNameBits = -14
const phoneBits = 14
const otherPhoneBits = -4
/** Two names of one place at one address are one; the other house of a chain has another address. */
const otherAddressBits = -22
/** Nothing but the name is there: a name is all that tells a company from another. */
const nameAloneBits = 10

export function matchOrganisations(a: PreparedLead, b: PreparedLead): MatchDecision {
  const name = compareCompanyNames(a.company, b.company)
  const phone = comparePhones(a.phone, b.phone)
  const address = compareHouses(a.address, b.address)
  // An address that is the same says its city too.
  const city = address && address.bits > 0 ? undefined : compareCities(a.city, b.city)
  const places = [city, comparePostalCodes(a.postalCode, b.postalCode)]
  const reasons = [name, phone, address, ...places].filter(one => one !== undefined)
  const isNameAlone = name !== undefined && reasons.length === 1
  const isSameName = name?.finding === 'same'
  const bits = reasons.reduce((total, one) => total + one.bits, isNameAlone && isSameName ? nameAloneBits : 0)
  // Names that are alike and nothing else: Umbrela Seeds North and Umbrela Seeds South, which somebody should look at.
  const isMatch = bits >= matchBitsMin && (isSameName || !isNameAlone)
  return {
    outcome: isMatch ? 'match' : bits >= reviewBitsMin ? 'review' : 'none',
    score: scoreOf(bits),
    reasons,
  }
}

function compareCompanyNames(a: readonly string[], b: readonly string[]): Evidence | undefined {
  if (a.length === 0 || b.length === 0) return undefined
  if (sameCompanyWords(a, b)) return evidence('company', 'same', sameNameBits)
  const { shared } = alignWords(a, b, isSlip)
  if (shared === 0) return evidence('company', 'different', otherNameBits)
  // What the two share is counted against the shorter of them: "Morton" is all of one name.
  const part = shared / Math.min(a.length, b.length)
  return evidence('company', 'alike', Math.min(sameNameBits - 2, shared * sharedWordBits * part))
}

function comparePhones(a: string | undefined, b: string | undefined): Evidence | undefined {
  if (!a || !b) return undefined
  return a === b ? evidence('phone', 'same', phoneBits) : evidence('phone', 'different', otherPhoneBits)
}

/** The number of the house must agree where both have one. */
function compareHouses(a: readonly string[], b: readonly string[]): Evidence | undefined {
  const found = compareAddresses(a, b)
  if (!found) return undefined
  const numberA = houseNumber(a)
  const numberB = houseNumber(b)
  if (numberA !== undefined && numberB !== undefined && numberA !== numberB)
    return evidence('address', 'different', otherAddressBits)
  return found.finding === 'same' ? evidence('address', 'same', Math.max(found.bits, 12)) : found
}

function comparePostalCodes(a: string, b: string): Evidence | undefined {
  if (a === '' || b === '') return undefined
  return a === b ? evidence('postal_code', 'same', 4) : evidence('postal_code', 'different', -2)
}
