// Compares where two leads are. City, postal code and address say mostly the same thing, so what agrees is not simply added.
// Promises: the same both ways; bounded work. Silent about what one side does not have.

import { isShuffled } from './compare-names.ts'
import { type Evidence, evidence } from './match-decision.ts'
import type { PreparedLead } from './prepare-lead.ts'
import { editDistance, jaroWinkler } from './similarity.ts'
import { alignWords, isSlip } from './word-match.ts'

export function comparePlaces(a: PreparedLead, b: PreparedLead): readonly Evidence[] {
  const found: Evidence[] = []
  const address = compareAddresses(a.address, b.address)
  if (address) found.push(address)
  const isPlaced = address !== undefined && address.bits > 6
  const postal = comparePostal(a.postalCode, b.postalCode)
  if (postal) found.push(isPlaced ? halved(postal) : postal)
  const city = compareCities(a.city, b.city)
  if (city) found.push(isPlaced || (postal && postal.bits > 0) ? halved(city) : city)
  if (a.state !== '' && b.state !== '')
    found.push(a.state === b.state ? evidence('state', 'same', 1) : evidence('state', 'different', -1))
  if (a.country !== '' && b.country !== '' && a.country !== b.country) found.push(evidence('country', 'different', -4))
  return found
}

const halved = (whole: Evidence): Evidence => (whole.bits > 0 ? { ...whole, bits: whole.bits / 2 } : whole)

/** Numbers and names of one address; a slip is a name all the same. */
const addressWordBits = 4.5
const addressBitsMax = 20

export function compareAddresses(a: readonly string[], b: readonly string[]): Evidence | undefined {
  if (a.length === 0 || b.length === 0) return undefined
  const { shared, onlyA, onlyB } = alignWords(a, b, isSlip)
  if (shared === 0)
    return jaroWinkler(a.join(''), b.join('')) >= 0.88
      ? evidence('address', 'alike', 9)
      : evidence('address', 'different', -4)
  const left = Math.min(onlyA.length, onlyB.length)
  const bits = Math.min(addressBitsMax, shared * addressWordBits) - left * 2
  if (onlyA.length + onlyB.length === 0) return evidence('address', 'same', bits)
  const isClose = jaroWinkler(a.join(''), b.join('')) >= 0.92
  return evidence('address', bits > 4 ? 'alike' : 'different', isClose ? Math.max(bits, 9) : bits - 1)
}

function comparePostal(a: string, b: string): Evidence | undefined {
  if (a === '' || b === '') return undefined
  if (a === b) return evidence('postal_code', 'same', 9)
  return a.length >= 4 && editDistance(a, b, 1) <= 1
    ? evidence('postal_code', 'alike', 5)
    : evidence('postal_code', 'different', -2)
}

export function compareCities(a: string, b: string): Evidence | undefined {
  if (a === '' || b === '') return undefined
  if (a === b) return evidence('city', 'same', 6)
  const isAlike =
    isSlip(a, b) || jaroWinkler(a, b) >= 0.88 || isShuffled(a, b) || a.startsWith(`${b} `) || b.startsWith(`${a} `)
  return isAlike ? evidence('city', 'alike', 5) : evidence('city', 'different', -2)
}
