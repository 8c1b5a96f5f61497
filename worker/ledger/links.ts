// What is known of two leads that may be one person: found by the rules (`merge`, `review`) or decided by somebody
// (`accepted`, `rejected`). What was decided the rules never change. No personal data is in these rows.

import type { MatchReason } from '../../shared/identity/match-decision.ts'
import type { LeadId } from '../../shared/ids.ts'
import type { LedgerPort } from './port.ts'

export const linkStates = ['merge', 'review', 'accepted', 'rejected'] as const
export type LinkState = (typeof linkStates)[number]

/** Two leads in the order of their ids. */
export interface LeadPair {
  readonly a: LeadId
  readonly b: LeadId
}

/** What the rules found. `none`: nothing that is worth keeping. */
export interface FoundLink extends LeadPair {
  readonly state: 'merge' | 'review' | 'none'
  /** Why it merges by itself. */
  readonly because?: string
  /** 0 to 1. */
  readonly score: number
  readonly bits: number
  readonly reasons: readonly MatchReason[]
}

export interface Link extends LeadPair {
  readonly state: LinkState
  readonly because: string | null
  readonly score: number
  readonly bits: number
  readonly reasons: readonly MatchReason[]
  readonly foundAt: number
  readonly decidedAt: number | null
}

type StoredLink = Omit<Link, 'reasons'> & { reasons: string }

const columns = 'a, b, state, because, score, bits, reasons, found_at as foundAt, decided_at as decidedAt'
const toLink = ({ reasons, ...row }: StoredLink): Link => ({ ...row, reasons: JSON.parse(reasons) })

export const pairOf = (one: LeadId, other: LeadId): LeadPair =>
  one < other ? { a: one, b: other } : { a: other, b: one }

/** The name of a pair, as operators write it. */
export const pairName = ({ a, b }: LeadPair): string => `${a}~${b}`

/** All links that have one of these leads at either end. */
export function linksAt(port: LedgerPort, ids: readonly LeadId[]): Link[] {
  const list = JSON.stringify(ids)
  return port
    .all<StoredLink>(
      `select ${columns} from links where a in (select value from json_each(?1))
        union select ${columns} from links where b in (select value from json_each(?1))`,
      list,
    )
    .map(toLink)
}

/** The newest leads' links first, below the pair `before`. */
export function listLinks(
  port: LedgerPort,
  page: { state: LinkState; before: string; limit: number },
): (Link & { id: string })[] {
  return port
    .all<StoredLink>(
      `select ${columns} from links where state = ?1 and a || '~' || b < ?2 order by a desc, b desc limit ?3`,
      page.state,
      page.before,
      page.limit,
    )
    .map(row => ({ ...toLink(row), id: pairName(row) }))
}

/**
 * Keeps what the rules found where nobody has decided. Writes nothing that is there already.
 * @param known the links that there are between these leads
 * @returns the leads of every link that merges, or merged before
 */
export function keepFound(port: LedgerPort, found: readonly FoundLink[], known: readonly Link[]): LeadId[] {
  const byName = new Map(known.map(link => [pairName(link), link]))
  const touched: LeadId[] = []
  for (const link of found) {
    const before = byName.get(pairName(link))
    if (before && isDecided(before)) continue
    if (link.state === 'merge' || before?.state === 'merge') touched.push(link.a, link.b)
    if (link.state !== 'none') keepLink(port, { ...link, state: link.state }, before)
    else if (before) port.all('delete from links where a = ? and b = ?', link.a, link.b)
  }
  return touched
}

function keepLink(port: LedgerPort, link: FoundLink & { state: LinkState }, before: Link | undefined): void {
  const reasons = JSON.stringify(link.reasons)
  if (before?.state === link.state && JSON.stringify(before.reasons) === reasons) return
  port.all(
    `insert into links (a, b, state, because, score, bits, reasons, found_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)
      on conflict (a, b) do update set state = ?3, because = ?4, score = ?5, bits = ?6, reasons = ?7`,
    link.a,
    link.b,
    link.state,
    link.because ?? null,
    link.score,
    link.bits,
    reasons,
    port.now(),
  )
}

export const isDecided = ({ state }: Pick<Link, 'state'>): boolean => state === 'accepted' || state === 'rejected'

/** `undo` takes a decision back: then the rules say again. */
export type LinkDecision = 'accept' | 'reject' | 'undo'

/** Somebody's word about two leads. False when there is no such link, or nothing to take back. */
export function decideLink(port: LedgerPort, { a, b, decision }: LeadPair & { decision: LinkDecision }): boolean {
  const decided =
    decision === 'undo'
      ? port.all(
          `update links set state = 'review', because = null, decided_at = null
            where a = ? and b = ? and state in ('accepted', 'rejected') returning a`,
          a,
          b,
        )
      : port.all(
          'update links set state = ?, decided_at = ? where a = ? and b = ? returning a',
          decision === 'accept' ? 'accepted' : 'rejected',
          port.now(),
          a,
          b,
        )
  return decided.length > 0
}
