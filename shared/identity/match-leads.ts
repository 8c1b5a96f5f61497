// Decides whether two leads are one person, and gives every reason. The evidence is weighed as Fellegi and Sunter do ("A
// Theory for Record Linkage", 1969): each field adds log2(m/u) bits, and rules hold back what no weight may decide.
// Trusts that both are prepared. Does not merge: merge-policy.ts says what may follow.

import { compareCompanies, compareEmails, comparePhones, type KeyPeople } from './compare-contacts.ts'
import { compareNames, type NameComparison } from './compare-names.ts'
import { comparePlaces } from './compare-places.ts'
import {
  type Evidence,
  type Finding,
  type Held,
  type MatchDecision,
  type MatchReason,
  type Signal,
  scoreOf,
} from './match-decision.ts'
import { matchOrganisations } from './match-organisations.ts'
import type { PreparedLead } from './prepare-lead.ts'

/** Above, one person (a chance of 0.99 by scoreOf); between the two (0.2), somebody should look. */
const matchBitsMin = 18.5
/** For rows of address lists, which have no namesakes at other companies. */
const listMatchBitsMin = 17
const reviewBitsMin = 11.3
/** A name alone never matches: one other field must say this much, and the others together must not speak against it. */
const beyondNameBitsMin = 4

export function matchLeads(one: PreparedLead, other: PreparedLead, people: KeyPeople = {}): MatchDecision {
  const [a, b] = one.order < other.order ? [one, other] : [other, one]
  if (isNameless(a) && isNameless(b) && !a.email && !b.email) return matchOrganisations(a, b)
  const names = compareNames(a, b)
  const email = compareEmails(a, b, people)
  const phone = comparePhones(a, b, people)
  const others = [...compareCompanies(a, b), ...comparePlaces(a, b)]
  const found = [names.given, names.family, email, phone, ...others].filter(one => one !== undefined)
  const beyondName = sum([email, phone, ...others])
  const bits = names.bits + beyondName
  const held = holdBack(
    a,
    b,
    names,
    [email, phone, ...others].filter(one => one !== undefined),
  )
  return decide(bits, isReached(a) || isReached(b) ? matchBitsMin : listMatchBitsMin, found, held)
}

const isNameless = (lead: PreparedLead): boolean => lead.given.length === 0 && lead.family.length === 0

const sum = (found: readonly (Evidence | undefined)[]): number =>
  found.reduce((bits, one) => bits + (one?.bits ?? 0), 0)

/** The rules that stand above the weights, in the order of their gravity. */
function holdBack(
  a: PreparedLead,
  b: PreparedLead,
  names: NameComparison,
  beyondName: readonly Evidence[],
): Held | undefined {
  const findingOf = (signal: Signal) => beyondName.find(one => one.signal === signal)?.finding
  const isSameMailbox = findingOf('email') === 'same'
  if (isReached(a) || isReached(b)) {
    // Two people at one mailbox or line: a family, an assistant, a switchboard.
    if (names.given?.finding === 'different') return { kind: 'held', why: 'name_conflict' }
    // A first name and a line or a company are what two colleagues share.
    const isOneHouse = isAgreed(names.given?.finding) && (isSameMailbox || isAgreed(findingOf('address')))
    if (names.family?.finding === 'different' && !isOneHouse) return { kind: 'held', why: 'name_conflict' }
  }
  if (isSameMailbox) return undefined
  // A role address stands for whoever answers it, so a person and a role address are never one by what they share.
  if (a.email?.role !== b.email?.role && (a.email?.role || b.email?.role) && (isNameless(a) || isNameless(b)))
    return { kind: 'held', why: 'role_mailbox' }
  if (isNameless(a) || isNameless(b))
    return { kind: 'held', why: findingOf('email') === 'role' ? 'role_mailbox' : 'nameless' }
  if (beyondName.some(isTelling) && sum(beyondName) > 0) return undefined
  return { kind: 'held', why: findingOf('phone') === 'role' ? 'shared_key' : 'one_signal' }
}

/** Without mailbox, line and company it is a row of an address list, where a name that differs is mostly a name misread. */
const isReached = (lead: PreparedLead): boolean =>
  lead.email !== undefined || lead.phone !== undefined || lead.company.length > 0

const isAgreed = (finding: Finding | undefined): boolean => finding === 'same' || finding === 'alike'
const isTelling = (one: Evidence): boolean => one.bits >= beyondNameBitsMin

function decide(bits: number, matchBits: number, found: readonly Evidence[], held: Held | undefined): MatchDecision {
  const reasons: MatchReason[] = held ? [...found, held] : [...found]
  const outcome = bits >= matchBits && !held ? 'match' : bits >= reviewBitsMin ? 'review' : 'none'
  return { outcome, score: scoreOf(bits), reasons }
}
