// Which leads have moved and were not compared since, and the comparing of them. Kept in memory: what is lost with the object
// is compared again before it is delivered.

import type { LeadId } from '../../shared/ids.ts'
import { matchLeadsMax, matchRoundLeadsMax } from '../../shared/limits.ts'
import { type BlockIndex, blockIndex } from './block-index.ts'
import { fillIndex, type MatcherParts, matcherOf } from './match-homes.ts'
import type { OwedDelivery } from './owed.ts'
import type { LedgerPort } from './port.ts'
import { membersOf, personOf } from './sealed-lead.ts'

export interface Matching {
  readonly add: (id: LeadId) => void
  /** Whatever is owed, by a ledger that has just woken and remembers nothing. */
  readonly addOwed: (due: readonly OwedDelivery[]) => void
  readonly isAnyLeft: () => boolean
  /** The persons whose leads are still to be compared: they are not delivered before. */
  readonly personsLeft: () => ReadonlySet<LeadId | undefined>
  /** Compares the next few. @returns leads that now stand with others than before */
  readonly round: () => Promise<LeadId[]>
  /** Compares these at once. @returns leads that now stand with others than before */
  readonly match: (ids: readonly LeadId[]) => Promise<LeadId[]>
}

export interface MatchingParts {
  readonly port: LedgerPort
  readonly open: MatcherParts['open']
  /** Told of a lead that could not be compared: it is delivered all the same. */
  readonly failed: (thrown: unknown) => void
}

export function matching({ port, open, failed }: MatchingParts): Matching {
  const left = new Set<LeadId>()
  let known: { matcher: ReturnType<typeof matcherOf>; index: BlockIndex } | undefined

  // New, or grown to twice what it began with: then the newest leads are read again and the others are let go.
  function matcherNow() {
    if (known && known.index.size() <= 2 * matchLeadsMax) return known.matcher
    const index = blockIndex()
    fillIndex(port, index)
    known = { index, matcher: matcherOf({ port, index, open }) }
    return known.matcher
  }

  async function matchOne(id: LeadId): Promise<readonly LeadId[]> {
    // Taken off first: a lead that moves meanwhile is put back on by that move.
    left.delete(id)
    try {
      const matched = await matcherNow()(id)
      if (matched.kind === 'done') return matched.moved
      left.add(id)
    } catch (thrown) {
      failed(thrown)
    }
    return []
  }

  async function match(ids: readonly LeadId[]): Promise<LeadId[]> {
    const moved: LeadId[] = []
    for (const id of ids) moved.push(...(await matchOne(id)))
    return moved
  }

  return {
    add: id => left.add(id),
    addOwed: due => {
      const persons = new Set(due.filter(({ state }) => state === 'pending').map(({ leadId }) => leadId))
      for (const person of persons) for (const id of membersOf(port, person)) left.add(id)
    },
    isAnyLeft: () => left.size > 0,
    personsLeft: () => new Set([...left].map(id => personOf(port, id))),
    round: () => match([...left].slice(0, matchRoundLeadsMax)),
    match,
  }
}
