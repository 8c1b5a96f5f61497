// What must be true when a run is over. Each rule by itself, over the evidence alone.

import { hubspotPropertyNames } from '../worker/destinations/hubspot-contact.ts'
import type { Evidence, SeenContact, SeenLead } from './evidence.ts'
import type { Sighting } from './watch.ts'

/** One breach: of which rule, and by which lead, submission or place. */
export interface Violation {
  readonly rule: Rule
  readonly of: string
}

type Check = (evidence: Evidence) => readonly string[]

/** Every acknowledged submission is in the ledger: nothing was acknowledged that was not durable. */
const acknowledgedIsDurable: Check = ({ acknowledged, submissions }) => acknowledged.filter(id => !submissions.has(id))

/** Every acknowledged submission has one end: delivered, parked, spam or erased, its own or that of its person. */
const everyLeadEnds: Check = ({ acknowledged, submissions, leads, isAtRest }) => {
  const byId = new Map(leads.map(lead => [lead.id, lead]))
  const open = acknowledged.filter(id => {
    const row = submissions.get(id)
    if (row?.state !== 'lead') return false
    // What was merged ends where the lead ends that stands for its person.
    const own = byId.get(row.leadId ?? '')
    const person = own?.mergedInto === undefined ? own : byId.get(own.mergedInto)
    const ends = person?.ends ?? []
    return person?.mergedInto !== undefined || ends.length === 0 || ends.some(({ state }) => !isEnd(state))
  })
  return isAtRest ? open : [...open, 'the run never came to rest']
}

/** What the ledger calls delivered is in the CRM. */
const deliveredIsThere: Check = ({ leads, contacts }) => {
  const there = new Set(contacts.map(({ leadId }) => leadId))
  return leads.filter(lead => isDelivered(lead) && !there.has(lead.id)).map(({ id }) => id)
}

/** No person has two records, and no record is of a lead that the ledger does not know. */
const oneRecordEach: Check = evidence => {
  const { leads, contacts } = evidence
  const known = new Set(leads.map(({ id }) => id))
  const left = new Set(leftBehind(evidence))
  const ofLead = contacts.flatMap(({ leadId }) => (leadId === undefined ? [] : [leadId]))
  const emails = contacts.flatMap(({ leadId, properties }) =>
    left.has(leadId ?? '') ? [] : (properties['email'] ?? []),
  )
  return [...repeated(ofLead), ...repeated(emails), ...ofLead.filter(id => !known.has(id))]
}

/**
 * Leads that were merged after both had been delivered. What the merged one has in the CRM stays there, on purpose: others
 * may have worked on it (worker/ledger/persons.ts).
 */
export function leftBehind({ leads, contacts }: Evidence): string[] {
  const there = new Set(contacts.map(({ leadId }) => leadId))
  return leads.filter(({ id, mergedInto }) => mergedInto !== undefined && there.has(id)).map(({ id }) => id)
}

/** Every record says what the fold of the submissions says. */
const recordIsTheFold: Check = ({ leads, contacts }) =>
  pairs(leads, contacts).flatMap(([{ id, expected }, { properties, isOlder }]) => {
    const wanted = isOlder ? expected?.latest : expected?.properties
    return Object.entries(wanted ?? {}).some(([name, value]) => (properties[name] ?? '') !== value) ? [id] : []
  })

/** No record keeps what only an earlier revision said. */
const recordHoldsNothingElse: Check = ({ leads, contacts }) =>
  pairs(leads, contacts).flatMap(([{ id, expected }, { properties, isOlder }]) =>
    !isOlder &&
    expected &&
    Object.entries(properties).some(([name, value]) => value !== '' && !(name in expected.properties))
      ? [id]
      : [],
  )

/** The original source is that of the first touch, or the one that the record had before us. */
const originalSourceStays: Check = ({ leads, contacts }) =>
  pairs(leads, contacts).flatMap(([lead, contact]) => {
    const source = contact.properties[hubspotPropertyNames.originalSource]
    const wanted = contact.ownSource ?? lead.firstSource
    return wanted === undefined || source === wanted ? [] : [lead.id]
  })

/** accepted = delivered + pending + parked + spam + erased, and it is the number of submissions. */
const countsAddUp: Check = ({ counts, submissions }) => {
  const { accepted, delivered, pending, parked, spam, erased } = counts
  const isRight = accepted === delivered + pending + parked + spam + erased && accepted === submissions.size
  return isRight ? [] : ['health']
}

/** An erased person is gone from the CRM and from the read index. */
const erasedStaysErased: Check = ({ leads, contacts, shown }) => {
  const there = new Set(contacts.map(({ leadId }) => leadId))
  return leads
    .filter(({ id, isErased, ends }) => {
      const isDone = ends.every(({ state }) => state === 'erased')
      return isErased && (!isDone || there.has(id) || shown.has(id))
    })
    .map(({ id }) => id)
}

/** The read index shows every lead as it is, and none that is erased or merged. */
const indexAgrees: Check = ({ leads, shown }) =>
  leads
    .filter(({ id, isErased, mergedInto, status, revision }) => {
      const row = shown.get(id)
      if (isErased || mergedInto !== undefined) return row !== undefined
      return row?.status !== status || row.revision !== revision
    })
    .map(({ id }) => id)

const neverSeen =
  (what: Sighting['what']): Check =>
  ({ sightings }) =>
    sightings.filter(sighting => sighting.what === what).map(({ of }) => of)

const rules = {
  'an acknowledged lead is durable': acknowledgedIsDurable,
  'every acknowledged lead has one end': everyLeadEnds,
  'what is called delivered is in the CRM': deliveredIsThere,
  'one person is one record': oneRecordEach,
  'a record is the fold of its submissions': recordIsTheFold,
  'a record keeps nothing of an earlier revision': recordHoldsNothingElse,
  'the original source stays': originalSourceStays,
  'the counts add up': countsAddUp,
  'an erased person stays erased': erasedStaysErased,
  'nothing is written to the CRM after an erasure': neverSeen('written-after-erasure'),
  'the read index agrees': indexAgrees,
  'one consumer at a time': neverSeen('leased-twice'),
  'attempts are only added': neverSeen('attempt-vanished'),
  'no person outside their places': neverSeen('person-leaked'),
} as const satisfies Readonly<Record<string, Check>>

export type Rule = keyof typeof rules
export const allRules = Object.keys(rules) as Rule[]

/** Rules whose breach means that a lead is lost, and those that mean that one is doubled. */
export const lossRules: readonly Rule[] = [
  'an acknowledged lead is durable',
  'every acknowledged lead has one end',
  'what is called delivered is in the CRM',
]
export const doubleRules: readonly Rule[] = ['one person is one record']

/** Every breach of every rule. */
export function violationsIn(evidence: Evidence): Violation[] {
  return allRules.flatMap(rule => rules[rule](evidence).map(of => ({ rule, of })))
}

const isEnd = (state: string) => state === 'delivered' || state === 'parked' || state === 'erased'

const isDelivered = ({ isErased, mergedInto, ends }: SeenLead) =>
  !isErased && mergedInto === undefined && ends.some(({ state }) => state === 'delivered')

/** Delivered leads with their records. */
function pairs(leads: readonly SeenLead[], contacts: readonly SeenContact[]): [SeenLead, SeenContact][] {
  const byLead = new Map(contacts.map(contact => [contact.leadId, contact]))
  return leads.flatMap((lead): [SeenLead, SeenContact][] => {
    const contact = byLead.get(lead.id)
    return contact && isDelivered(lead) ? [[lead, contact]] : []
  })
}

function repeated(values: readonly string[]): string[] {
  const seen = new Set<string>()
  return values.filter(value => seen.has(value) || !seen.add(value))
}
