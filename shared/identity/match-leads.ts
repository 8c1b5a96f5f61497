// Decides whether two leads are one person, and gives every reason. The evidence is weighed as Fellegi and Sunter do ("A
// Theory for Record Linkage", 1969): each field adds log2(m/u) bits, and rules hold back what no weight may decide.
// Trusts that both are prepared. Does not merge: merge-policy.ts says what may follow.

import { compareCompanies, compareEmails, comparePhones, type KeyPeople } from './compare-contacts.ts'
import { compareNames, isOtherBranch, isScrambled, type NameComparison } from './compare-names.ts'
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
import { areTwoNames } from './two-names.ts'

/** Above, one person (a chance of 0.9 by scoreOf); between the two (0.2), somebody should look. */
const matchBitsMin = 16.5
/** For rows of address lists, which have no namesakes at other companies. */
const listMatchBitsMin = 15
const reviewBitsMin = 11.3
/** A name alone never matches: one other field must say this much, and the others together must not speak against it. */
const beyondNameBitsMin = 4

export function matchLeads(one: PreparedLead, other: PreparedLead, people: KeyPeople = {}): MatchDecision {
  const [a, b] = one.order < other.order ? [one, other] : [other, one]
  if (isNameless(a) && isNameless(b) && !a.email && !b.email) return matchOrganisations(a, b)
  const names = compareNames(a, b)
  const email = compareEmails(a, b, people, names.given?.finding === 'different')
  const phone = comparePhones(a, b, people)
  const others = [...compareCompanies(a, b), ...comparePlaces(a, b)]
  const found = [names.given, names.family, email, phone, ...others].filter(one => one !== undefined)
  const beyondName = [email, phone, ...others].filter(one => one !== undefined)
  const held = holdBack(a, b, names, beyondName)
  const matchBits = isReached(a) || isReached(b) ? matchBitsMin : listMatchBitsMin
  return decide(names.bits, sum(beyondName), matchBits, found, held)
}

const isNameless = (lead: PreparedLead): boolean => lead.given.length === 0 && lead.family.length === 0

const sum = (found: readonly Evidence[]): number => found.reduce((bits, one) => bits + one.bits, 0)

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
    const isMistyped = isAgreed(findingOf('email')) && isScrambledName(a, b)
    // Two people at one mailbox or line: a family, an assistant, a switchboard.
    if (names.given?.finding === 'different' && !(isMistyped && names.family?.finding !== 'different'))
      return { kind: 'held', why: 'name_conflict' }
    // A first name and a line or a company are what two colleagues share.
    const isOneHouse = isSameMailbox || isMistyped || isAgreed(findingOf('address'))
    if (names.family?.finding === 'different' && !(isOneHouse && isAgreed(names.given?.finding)))
      return { kind: 'held', why: 'name_conflict' }
    // Who marries keeps the mailbox.
    if (!isSameMailbox && isOtherBranch(a, b)) return { kind: 'held', why: 'name_conflict' }
  }
  if (isOtherGeneration(a, b)) return { kind: 'held', why: 'name_conflict' }
  if (isSameMailbox) return undefined
  // A father seldom says that he is one: "Filho" on one side may be his son.
  if (a.generation !== b.generation) return { kind: 'held', why: 'name_conflict' }
  // A role address stands for whoever answers it, so a person and a role address are never one by what they share.
  if (a.email?.role !== b.email?.role && (a.email?.role || b.email?.role) && (isNameless(a) || isNameless(b)))
    return { kind: 'held', why: 'role_mailbox' }
  if (isNameless(a) || isNameless(b))
    return { kind: 'held', why: findingOf('email') === 'role' ? 'role_mailbox' : 'nameless' }
  // A first name and a company are what two colleagues share, too.
  const isHalfNamed = !names.given || !names.family
  const isTold = beyondName.some(one => isTelling(one) && !(isHalfNamed && isOfCompany(one)))
  if (isTold && sum(beyondName) > 0) return undefined
  return { kind: 'held', why: findingOf('phone') === 'role' ? 'shared_key' : 'one_signal' }
}

const isOtherGeneration = (a: PreparedLead, b: PreparedLead): boolean =>
  a.generation !== undefined && b.generation !== undefined && a.generation !== b.generation

/** One given name with its letters in disorder, in whichever of the two fields. */
const isScrambledName = (a: PreparedLead, b: PreparedLead): boolean =>
  [...a.given, ...a.family].some(word =>
    [...b.given, ...b.family].some(other => word !== other && !areTwoNames(word, other) && isScrambled(word, other)),
  )

/** Without mailbox, line and company it is a row of an address list, where a name that differs is mostly a name misread. */
const isReached = (lead: PreparedLead): boolean =>
  lead.email !== undefined || lead.phone !== undefined || lead.company.length > 0

const isAgreed = (finding: Finding | undefined): boolean => finding === 'same' || finding === 'alike'
const isOfCompany = (one: Evidence): boolean => one.signal === 'company' || one.signal === 'domain'
const isTelling = (one: Evidence): boolean => one.bits >= beyondNameBitsMin

/** A name alone, and company or more than one other field against it: two people, not worth a look. */
const againstBitsMax = -2

function decide(
  nameBits: number,
  beyondNameBits: number,
  matchBits: number,
  found: readonly Evidence[],
  held: Held | undefined,
): MatchDecision {
  const reasons: MatchReason[] = held ? [...found, held] : [...found]
  const bits = nameBits + beyondNameBits
  const score = scoreOf(bits)
  if (held?.why === 'one_signal' && beyondNameBits < againstBitsMax) return { outcome: 'none', score, reasons }
  const outcome = bits >= matchBits && !held ? 'match' : bits >= reviewBitsMin ? 'review' : 'none'
  return { outcome, score, reasons }
}
