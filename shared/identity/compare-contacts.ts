// Compares how two leads are reached and where they work: mailbox, phone, company and its domain.
// Promises: the same both ways; bounded work. Silent about what one side does not have.

import { type Evidence, evidence } from './match-decision.ts'
import type { PreparedEmail, PreparedLead } from './prepare-lead.ts'
import { sameCompanyWords } from './same-company-name.ts'
import { editDistance } from './similarity.ts'

/** How many people a shared key is known to belong to: counted by the ledger, one when it is not known. */
export interface KeyPeople {
  readonly email?: number
  readonly phone?: number
}

/** With this many people behind it a phone is a switchboard and an address a team's. */
export const sharedKeyPeopleMin = 4

const mailboxBits = 24
const roleMailboxBits = 5
const nearMailboxBits = 13
/** Made of the name, it says little more than the name; else hardly anybody else has one like it. */
const misreadNameBits = 9
const misreadMailboxBits = 11
const otherMailboxBits = -1
/** Two mailboxes at one company are mostly two people. */
const colleagueBits = -5

export function compareEmails(
  a: PreparedLead,
  b: PreparedLead,
  people: KeyPeople,
  areNamedApart: boolean,
): Evidence | undefined {
  if (!a.email || !b.email) return undefined
  if (a.email.key === b.email.key) {
    const isShared = a.email.role || (people.email ?? 1) >= sharedKeyPeopleMin
    return isShared ? evidence('email', 'role', roleMailboxBits) : evidence('email', 'same', mailboxBits)
  }
  if (a.email.role || b.email.role) return evidence('email', 'different', otherMailboxBits)
  // Where the names are two, mailboxes made of them are alike because the names are: marina@ and mariana@.
  const areOwn = areNamedApart && isOwn(a) && isOwn(b)
  if (!areOwn && isNear(a.email, b.email)) return evidence('email', 'alike', nearMailboxBits)
  if (!areOwn && isMisread(a.email, b.email)) {
    const isOfName = isMadeOfName(a.email, b.email, a.given) || isMadeOfName(a.email, b.email, a.family)
    // Such a local part says nothing more than the name, so the domain must be one slip away.
    if (!isOfName) return evidence('email', 'alike', misreadMailboxBits)
    if (editDistance(a.email.domain, b.email.domain, 1) <= 1) return evidence('email', 'alike', misreadNameBits)
  }
  const atOneCompany = !a.email.free && a.email.domain === b.email.domain
  return evidence('email', 'different', atOneCompany ? colleagueBits : otherMailboxBits)
}

const isOwn = ({ email, given: [first = ''] }: PreparedLead): boolean =>
  first.length > 2 && email !== undefined && email.local.includes(first)

/** One address with a slip of the keyboard, or with a tag or dots that the provider may ignore. */
function isNear(a: PreparedEmail, b: PreparedEmail): boolean {
  if (a.domain === b.domain) {
    const localA = a.local.replace(/[._-]/g, '')
    const localB = b.local.replace(/[._-]/g, '')
    // Numbers tell the mailboxes of one name apart: ana1@ and ana2@ are two people.
    if (localA.replace(/\D/g, '') !== localB.replace(/\D/g, '')) return false
    return localA === localB || (localA.length >= 6 && editDistance(localA, localB, 1) <= 1)
  }
  return a.local === b.local && a.local.length >= 5 && editDistance(a.domain, b.domain, 2) <= 2
}

const isMadeOfName = (a: PreparedEmail, b: PreparedEmail, names: readonly string[]): boolean =>
  names.some(name => name.length > 2 && a.local.includes(name) && b.local.includes(name))

/** Several slips in a long address, as from paper. Not between two services, which are each spelled right. */
function isMisread(a: PreparedEmail, b: PreparedEmail): boolean {
  if (a.domain === b.domain || (a.free && b.free)) return false
  const [local, domain] = [shorter(a.local, b.local), shorter(a.domain, b.domain)]
  const slipsMax = Math.floor((local + domain) / 6)
  const inLocal = editDistance(a.local, b.local, Math.max(slipsMax, slipsIn(local)))
  if (inLocal > slipsMax && inLocal > slipsIn(local)) return false
  const inDomain = editDistance(a.domain, b.domain, Math.max(slipsMax, slipsIn(domain)))
  return inLocal + inDomain <= slipsMax || (inLocal <= slipsIn(local) && inDomain <= slipsIn(domain))
}

const shorter = (a: string, b: string): number => Math.min(a.length, b.length)
const slipsIn = (length: number): number => Math.max(1, Math.floor(length / 5))

const phoneBits = 16
const switchboardBits = 3
const otherPhoneBits = -2

export function comparePhones(a: PreparedLead, b: PreparedLead, people: KeyPeople): Evidence | undefined {
  if (!a.phone || !b.phone) return undefined
  if (a.phone !== b.phone) return evidence('phone', 'different', otherPhoneBits)
  return (people.phone ?? 1) >= sharedKeyPeopleMin
    ? evidence('phone', 'role', switchboardBits)
    : evidence('phone', 'same', phoneBits)
}

const companyBits = 9
const domainBits = 9
const bothBits = 2
const otherCompanyBits = -4

/** Company and domain tell the same thing, so together they say little more than one of them. */
export function compareCompanies(a: PreparedLead, b: PreparedLead): readonly Evidence[] {
  const isNamed = a.company.length > 0 && b.company.length > 0
  const sameName = isNamed && sameCompanyWords(a.company, b.company)
  const sameDomain = a.domain !== undefined && a.domain === b.domain
  if (sameName && sameDomain) return [evidence('company', 'same', companyBits), evidence('domain', 'same', bothBits)]
  if (sameName) return [evidence('company', 'same', companyBits)]
  if (sameDomain) return [evidence('domain', 'same', isNamed ? domainBits - bothBits : domainBits)]
  if (isNamed) return [evidence('company', 'different', otherCompanyBits)]
  return a.domain && b.domain ? [evidence('domain', 'different', 0)] : []
}
