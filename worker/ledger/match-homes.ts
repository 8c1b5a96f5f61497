// Looks for leads that are one person, once their submissions have been accepted: finds candidates by block keys, opens and
// compares them in memory, and joins or parts them. Whatever order leads arrive in, the same leads end up together: what is
// found depends on the two leads and on who else has the phone, and groups are made anew from all links that touch them.

import { type KeyPeople, sharedKeyPeopleMin } from '../../shared/identity/compare-contacts.ts'
import { matchLeads } from '../../shared/identity/match-leads.ts'
import { mergeAction } from '../../shared/identity/merge-policy.ts'
import { type PreparedLead, prepareLead } from '../../shared/identity/prepare-lead.ts'
import { type Bar, type MergeLink, resolveGroups } from '../../shared/identity/resolve-groups.ts'
import type { LeadId } from '../../shared/ids.ts'
import { foldLead } from '../../shared/lead/lead.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import { leadsPerPersonMax, matchLeadsMax, preparedLeadsMax, reviewsPerLeadMax } from '../../shared/limits.ts'
import type { BlockIndex } from './block-index.ts'
import { readBlockMacs } from './block-macs.ts'
import { type FoundLink, isDecided, keepFound, type Link, linksAt, pairName, pairOf } from './links.ts'
import { joinLeads } from './persons.ts'
import type { Blob, LedgerPort } from './port.ts'
import { membersOf, personOf, readComparedSubmissions, type SealedSubmission } from './sealed-lead.ts'

export interface MatcherParts {
  readonly port: LedgerPort
  readonly index: BlockIndex
  /** Opens sealed submissions. Throws when one does not open. */
  readonly open: (submissions: readonly SealedSubmission[]) => Promise<readonly Submission[]>
}

/** What came of looking. `overtaken`: the lead moved meanwhile, so nothing was done and it must be looked at again. */
export type Matched = { readonly kind: 'done'; readonly moved: readonly LeadId[] } | { readonly kind: 'overtaken' }

/** One lead with what it takes to compare it. */
interface Home {
  readonly id: LeadId
  /** The submissions it is made of: another text is another lead to compare. */
  readonly folded: string
  readonly lead: PreparedLead
  /** First and last name, to count whom a phone belongs to. Empty when there is none. */
  readonly name: string
  /** When and what its first submission was: an order of leads that does not depend on their arrival. */
  readonly order: string
}

/** Files the leads that are there already, the newest ones, so that new ones find them. */
export function fillIndex(port: LedgerPort, index: BlockIndex): void {
  const select = 'select id, block_keys as macs from leads where block_keys is not null order by id desc limit ?'
  for (const row of port.all<{ id: LeadId; macs: Blob }>(select, matchLeadsMax))
    index.add(row.id, readBlockMacs(row.macs))
}

/** Looks for the matches of one lead, and joins or parts what follows from them. */
export function matcherOf(parts: MatcherParts): (id: LeadId) => Promise<Matched> {
  const { port, index } = parts
  const load = homesOf(parts)
  const switchboards = switchboardsOf()

  return async id => {
    const [row] = readHomes(port, [id])
    if (!row) {
      index.remove(id)
      return { kind: 'done', moved: [] }
    }
    const macs = readBlockMacs(row.macs)
    index.add(id, macs)
    const found = index.find(id, macs)
    // Most leads: what nothing is like need not be opened.
    if (found.length === 0 && isAlone(port, id)) return { kind: 'done', moved: [] }
    const [home] = await load([id])
    if (!home) return { kind: 'overtaken' }
    const near = [home, ...(await load(found))]
    if (isOvertaken(port, near)) return { kind: 'overtaken' }
    const touched = port.transaction(() => findLinks(port, near, switchboards))
    const ids = togetherWith(port, [id, ...touched])
    const homes = await load(ids)
    if (isOvertaken(port, homes) || togetherWith(port, [id, ...touched]).join() !== ids.join())
      return { kind: 'overtaken' }
    return { kind: 'done', moved: port.transaction(() => joinLeads(port, groupsOf(port, homes))) }
  }
}

/**
 * Compares a lead, the first of `near`, with each of the others, and keeps what was found. Anew compares links between those
 * who share its phone, when that has become a switchboard or is none any more.
 * @returns the leads of every link that merges, or merged before
 */
function findLinks(port: LedgerPort, near: readonly Home[], switchboards: Switchboards): LeadId[] {
  const [home, ...others] = near
  if (!home) return []
  const { phone } = home.lead
  const onPhone = near.filter(one => phone !== undefined && one.lead.phone === phone)
  const people = { phone: new Set(onPhone.map(one => one.name).filter(name => name !== '')).size }
  const judge = (one: Home, other: Home) =>
    findLink(one, other, onPhone.includes(one) && onPhone.includes(other) ? people : {})
  const known = linksAt(port, [home.id])
  const found = withFewReviews(
    others.map(other => judge(home, other)),
    known,
  )
  const touched = keepFound(port, found, known)
  if (phone === undefined || !switchboards.hasTurned(phone, people.phone >= sharedKeyPeopleMin)) return touched
  const byId = new Map(onPhone.filter(one => one !== home).map(one => [one.id, one]))
  const links = linksAt(port, [...byId.keys()]).filter(({ a, b }) => byId.has(a) && byId.has(b))
  const again = links.flatMap(({ a, b }) => {
    const [one, other] = [byId.get(a), byId.get(b)]
    return one && other ? [judge(one, other)] : []
  })
  return [...touched, ...keepFound(port, again, links)]
}

interface Switchboards {
  /** Whether a phone is a switchboard now and was none when it was last seen, or the other way round. */
  readonly hasTurned: (phone: string, isShared: boolean) => boolean
}

// Lost with the object: then each phone counts as turned once.
function switchboardsOf(): Switchboards {
  const seen = new Map<string, boolean>()
  return {
    hasTurned: (phone, isShared) => {
      const before = seen.get(phone)
      seen.delete(phone)
      seen.set(phone, isShared)
      const oldest = seen.keys().next().value
      if (seen.size > preparedLeadsMax && oldest !== undefined) seen.delete(oldest)
      return before !== isShared
    },
  }
}

// Those that are kept already stay, whoever else turns up.
function withFewReviews(found: readonly FoundLink[], known: readonly Link[]): readonly FoundLink[] {
  const names = new Set(known.map(pairName))
  const fresh = found.filter(link => link.state === 'review' && !names.has(pairName(link)))
  const left = new Set(fresh.sort((a, b) => b.bits - a.bits).slice(Math.max(0, reviewsPerLeadMax - names.size)))
  return found.filter(link => !left.has(link))
}

function findLink(one: Home, other: Home, people: KeyPeople): FoundLink {
  const decision = matchLeads(one.lead, other.lead, people)
  const { score, reasons } = decision
  const action = mergeAction(decision)
  const bits = reasons.reduce((sum, reason) => sum + (reason.kind === 'evidence' ? reason.bits : 0), 0)
  const because = action.action === 'merge' ? { because: action.because } : {}
  return { ...pairOf(one.id, other.id), state: action.action, ...because, score, bits, reasons }
}

const isAlone = (port: LedgerPort, id: LeadId): boolean =>
  personOf(port, id) === id && membersOf(port, id).length === 1 && linksAt(port, [id]).length === 0

/** The leads that may have to stand together or apart: whoever stands with these or is reached from them by links. */
function togetherWith(port: LedgerPort, ids: readonly LeadId[]): LeadId[] {
  const reached = new Set<LeadId>()
  let edge = ids
  while (edge.length > 0 && reached.size <= leadsPerPersonMax) {
    const standing = edge.flatMap(id => membersOf(port, personOf(port, id) ?? id))
    const fresh = [...new Set(standing)].filter(id => !reached.has(id))
    for (const id of fresh) reached.add(id)
    edge = linksAt(port, fresh)
      .filter(isJoining)
      .flatMap(({ a, b }) => [a, b])
  }
  return [...reached].sort()
}

/** Weighs more than any evidence. */
const acceptedBits = 1_000

function groupsOf(port: LedgerPort, homes: readonly Home[]): LeadId[][] {
  // So many at once are no person: nothing is changed, and the links are there for somebody to look at.
  if (homes.length > leadsPerPersonMax) return []
  const byId = new Map(homes.map(home => [home.id, home]))
  const byOrder = new Map(homes.map(home => [home.order, home.id]))
  const links: MergeLink[] = []
  const bars: Bar[] = []
  const stated = new Set<string>()
  for (const link of linksAt(port, [...byId.keys()])) {
    const a = byId.get(link.a)?.order
    const b = byId.get(link.b)?.order
    if (a === undefined || b === undefined) continue
    if (isDecided(link)) stated.add(pairName(link))
    if (isJoining(link)) links.push({ a, b, bits: link.bits + (isDecided(link) ? acceptedBits : 0) })
    if (link.state === 'rejected') bars.push({ a, b })
  }
  for (const [one, other] of pairsOf(homes)) {
    if (stated.has(pairName(pairOf(one.id, other.id)))) continue
    if (isConflicting(one, other)) bars.push({ a: one.order, b: other.order })
  }
  const { groups } = resolveGroups([...byOrder.keys()], links, bars)
  return groups.map(group => group.map(order => byOrder.get(order)).filter(id => id !== undefined))
}

/** Two leads that a third one must not bring together: each has an address or a name that the other has not. */
function isConflicting(one: Home, other: Home): boolean {
  return matchLeads(one.lead, other.lead).reasons.some(reason => {
    if (reason.kind === 'held') return reason.why === 'name_conflict'
    if (reason.signal === 'email') return reason.finding !== 'same'
    return (reason.signal === 'given_name' || reason.signal === 'family_name') && reason.finding === 'different'
  })
}

const isJoining = ({ state }: Pick<Link, 'state'>): boolean => state === 'merge' || state === 'accepted'

const pairsOf = <Item>(items: readonly Item[]): [Item, Item][] =>
  items.flatMap((one, at) => items.slice(at + 1).map((other): [Item, Item] => [one, other]))

interface HomeRow {
  readonly id: LeadId
  readonly folded: string
  readonly macs: Blob | null
}

/** These leads; one that is erased or not there is left out. */
function readHomes(port: LedgerPort, ids: readonly LeadId[]): HomeRow[] {
  const select = `select id, folded, block_keys as macs from leads
    where id in (select value from json_each(?)) and erased_at is null`
  return port.all<HomeRow>(select, JSON.stringify(ids))
}

function isOvertaken(port: LedgerPort, homes: readonly Home[]): boolean {
  const rows = readHomes(
    port,
    homes.map(one => one.id),
  )
  const now = new Map(rows.map(row => [row.id, row.folded]))
  return homes.some(one => now.get(one.id) !== one.folded)
}

/** Opens and prepares leads, in the order of their ids; those that have not changed since are kept in memory. */
function homesOf({ port, open }: MatcherParts): (ids: readonly LeadId[]) => Promise<Home[]> {
  const kept = new Map<LeadId, Home>()
  const homeOf = async (row: HomeRow): Promise<Home> => {
    const known = kept.get(row.id)
    const isFresh = known?.folded === row.folded
    const home = isFresh ? known : prepareHome(row, await open(readComparedSubmissions(port, row.folded)))
    // Used last, so it goes last.
    kept.delete(row.id)
    kept.set(row.id, home)
    const oldest = kept.keys().next().value
    if (kept.size > preparedLeadsMax && oldest !== undefined) kept.delete(oldest)
    return home
  }
  return async ids => {
    const rows = ids.length > 0 ? readHomes(port, ids) : []
    return Promise.all(rows.sort((a, b) => (a.id < b.id ? -1 : 1)).map(homeOf))
  }
}

function prepareHome({ id, folded }: HomeRow, submissions: readonly Submission[]): Home {
  const { profile, submissions: ordered } = foldLead({ id, revision: 0 }, submissions)
  const lead = prepareLead(profile)
  return {
    id,
    folded,
    lead,
    name: [...lead.given.slice(0, 1), ...lead.family.slice(-1)].join(' '),
    order: `${ordered[0]?.occurredAt} ${ordered[0]?.id}`,
  }
}
