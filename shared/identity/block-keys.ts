// The texts under which a lead is filed so that leads worth comparing meet: two that share a key are candidates. The ledger
// stores their HMACs. Promises: at most `blockKeysMax`, no key twice, none of a common name alone; never throws.

import { houseNumber } from './address-words.ts'
import { tellingWords } from './company-word-kinds.ts'
import { familyNameBits, givenNameBits, isCommonGivenName } from './name-frequency.ts'
import { soundOf } from './name-sound.ts'
import type { PreparedEmail, PreparedLead } from './prepare-lead.ts'

export const blockKeysMax = 12

/** In the order of their worth: what is over the bound is left out from the end. */
export function blockKeys(lead: PreparedLead): readonly string[] {
  const keys = new Set<string>()
  const add = (kind: string, ...parts: readonly (string | undefined)[]) => {
    if (keys.size < blockKeysMax && parts.every(part => part)) keys.add(`${kind}:${parts.join('|')}`)
  }
  const given = lead.given[0]
  const family = rarestOf(lead.family)
  add('email', lead.email?.key)
  add('phone', lead.phone)
  // Whatever the order of the two names, and whichever of them is a short form: one of the two keys stays.
  const company = lead.company.slice(0, 2).join('')
  for (const word of [family, given, lead.family.at(-1)]) if (word) add('company', company, soundOf(word))
  if (!given && !family) {
    const words = tellingWords(lead.company)
    const [first = '', second = ''] = words
    const where = lead.city || lead.postalCode || lead.state || '*'
    add('firm', soundOf(first.length > 3 ? first : first + second), where)
    add('firm', soundOf(longestOf(words) ?? ''), where)
    // However its words are joined or split: SaraLee, Sara Lee.
    const from = lead.company.slice(lead.company.indexOf(first))
    add('firm', from.join('').slice(0, firmCharsMax), where)
  }
  const domain = lead.domain && soundOf(firstLabel(lead.domain))
  for (const word of [family, given]) if (word) add('domain', domain, soundOf(word))
  add('local', lead.email && localAlone(lead.email, [...lead.given, ...lead.family]))
  add('mailbox', lead.email && !lead.email.role ? mailboxSound(lead.email) : undefined)
  for (const part of mailboxEnds(lead.email, [...lead.given, ...lead.family])) add('part', part)
  const names = [given, family]
    .filter(word => word !== undefined)
    .map(soundOf)
    .sort()
    .join('|')
  if (given && family && nameBits(given, family) >= nameBitsMin) {
    add('name', names)
    // A slip is seldom at the start of a name.
    add('begin', soundOf(given), family.slice(0, 4))
  }
  // A postal code is a few streets, its beginning a quarter; a city is too large for a name that many have.
  if (lead.postalCode)
    for (const word of [family, given]) if (word) add('postal', lead.postalCode.slice(0, 5), soundOf(word))
  const city = lead.city && soundOf(lead.city)
  const rare = family && isRareFamilyName(family) ? family : undefined
  if (rare) add('city', city, soundOf(rare))
  if (given && !isCommonGivenName(given)) add('city', city, soundOf(given))
  // Letters in disorder meet here, and so do Silva and Alves: not where both names are among the first thirty.
  if (given && family && lead.city && nameBits(given, family) >= mixedBitsMin)
    add('mixed', mixedOf(lead.city), [given, family].map(mixedOf).sort().join('|'))
  else if (given && family) add('city', city, names)
  const street = lead.address.find(word => /^\p{L}{3}/u.test(word))
  add('house', houseNumber(lead.address), street?.slice(0, 4))
  add('street', street, longestOf(lead.address.filter(word => word !== street)))
  if (rare && rare.length >= rareNameCharsMin) add('family', soundOf(rare))
  // Many share these, so they are only for who cannot be found both by mailbox and by line.
  if (lead.city && !(lead.email && lead.phone))
    for (const word of [family, given]) {
      if (!word) continue
      add('city', city, soundOf(word))
      add('mixed', mixedOf(lead.city), mixedOf(word))
    }
  return [...keys]
}

/** Enough that few companies of a place begin so, and short of most slips. */
const firmCharsMax = 6

/** Short names sound like too many others. */
const rareNameCharsMin = 6

/** A local part at whatever domain, unless it is made of the person's name, which others have too. */
function localAlone({ local, role }: PreparedEmail, names: readonly string[]): string | undefined {
  return local.length >= 7 && !role && !isOfName(local, names) ? soundOf(local) : undefined
}

/** The consonants of a word in no order, for fingers that went too fast: Belfast and Belfts. */
const mixedOf = (word: string): string => [...new Set(soundOf(word).replace(/[aeiouy ]/g, ''))].sort().join('')

/** The mailbox as it sounds, so that a slip in a vowel changes nothing. Without its numbers it would be a name. */
const mailboxSound = ({ local, domain }: PreparedEmail): string => `${soundOf(local)}@${soundOf(firstLabel(domain))}`

/**
 * How a mailbox begins, and how its local part ends: seldom are both mistyped. Not of a free service, and not of a local
 * part that is made of the name: there the keys of company and domain do.
 */
function mailboxEnds(email: PreparedEmail | undefined, names: readonly string[]): readonly string[] {
  if (!email || email.role || email.free || email.local.length < 5 || isOfName(email.local, names)) return []
  const { local, domain } = email
  return [`${local.slice(0, 5)}@${domain.slice(0, 4)}`, `${local.slice(-5)}@${domain.slice(0, 1)}`]
}

const isOfName = (local: string, names: readonly string[]): boolean =>
  names.some(name => name.length > 2 && local.includes(name))

const firstLabel = (domain: string): string => domain.split('.', 1).join('')

/** Enough bits that few people share both: a name that many have is no key by itself. */
const nameBitsMin = 16
const mixedBitsMin = 14
const isRareFamilyName = (word: string): boolean => familyNameBits(word) > 10
const nameBits = (given: string, family: string): number => givenNameBits(given) + familyNameBits(family)

function rarestOf(words: readonly string[]): string | undefined {
  let rarest = words[0]
  for (const word of words) if (rarest === undefined || familyNameBits(word) > familyNameBits(rarest)) rarest = word
  return rarest
}

function longestOf(words: readonly string[]): string | undefined {
  let longest: string | undefined
  for (const word of words) if (longest === undefined || word.length > longest.length) longest = word
  return longest
}
