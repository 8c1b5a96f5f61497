// One attempt at deliveries that are leased: what may have been written before is looked for, what is erased is erased, and
// only the rest is written.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { type DeliveryId, externalId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import type { BoundDestination, DeliveryIo, Found } from '../destinations/destination.ts'
import type { Env } from '../env.ts'
import type { LeasedDelivery } from '../ledger/owed.ts'
import { openSubmissions } from '../privacy/open-lead.ts'
import type { Site } from '../receive/sites.ts'

export interface Attempted {
  readonly delivery: LeasedDelivery
  readonly outcome: DeliveryOutcome
}

/** Single calls under way at once: a Worker has six connections (Workers limits, simultaneous open connections). */
const callsAtOnceMax = 6

/** One outcome for each delivery, in any order. */
export async function attempt(
  env: Env,
  input: {
    readonly site: Site
    /** Undefined where the destination's settings are malformed. */
    readonly bound: BoundDestination | undefined
    readonly leased: readonly LeasedDelivery[]
    readonly io: DeliveryIo
  },
): Promise<Attempted[]> {
  const { site, bound, leased, io } = input
  if (!bound) return leased.map(delivery => ({ delivery, outcome: { kind: 'blocked', reason: 'misconfigured' } }))
  const settled = new Map([...(await eraseThose(leased, bound, io)), ...(await lookForThose(leased, bound, io))])
  const attempted: Attempted[] = []
  const toSend: { delivery: LeasedDelivery; lead: Lead }[] = []
  for (const delivery of leased) {
    const outcome = settled.get(delivery.id)
    const lead = outcome ? undefined : await openLead(env, site, delivery)
    if (lead) toSend.push({ delivery, lead })
    else attempted.push({ delivery, outcome: outcome ?? { kind: 'rejected', reason: 'unreadable_lead' } })
  }
  const leads = toSend.map(one => one.lead)
  const sent = leads.length > 0 ? await bound.deliver(leads, io) : []
  toSend.forEach(({ delivery }, at) => {
    attempted.push({ delivery, outcome: sent[at] ?? { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true } })
  })
  return attempted
}

async function openLead(env: Env, site: Site, delivery: LeasedDelivery): Promise<Lead | undefined> {
  try {
    const submissions = await openSubmissions(env, site.id, delivery.lead)
    return submissions.length > 0 ? foldLead(delivery.lead, submissions, { routes: site.routes }) : undefined
  } catch {
    // A wrapping key that is missing from KEYRING, or an altered row: parked, so that restoring the key brings it back.
    return undefined
  }
}

type Settled = readonly (readonly [DeliveryId, DeliveryOutcome])[]

async function eraseThose(
  leased: readonly LeasedDelivery[],
  { erase }: BoundDestination,
  io: DeliveryIo,
): Promise<Settled> {
  return inTurn(
    leased.filter(delivery => delivery.isErasure),
    callsAtOnceMax,
    async some =>
      Promise.all(
        some.map(async ({ id, leadId, recordId }) => {
          const external = externalId(leadId)
          const gone: DeliveryOutcome = { kind: 'delivered', externalId: external }
          return [id, erase ? await erase(external, io, recordId) : gone] as const
        }),
      ),
  )
}

// After a timeout nobody knows whether the record was written. If it is there in this revision, it was.
async function lookForThose(
  leased: readonly LeasedDelivery[],
  bound: BoundDestination,
  io: DeliveryIo,
): Promise<Settled> {
  const look = lookerOf(bound, io)
  if (!look) return []
  const doubtful = leased.filter(delivery => !delivery.isErasure && (delivery.isCheck || delivery.isAmbiguous))
  return inTurn(doubtful, look.atOnce, async some => {
    const found = await look.find(some)
    return some.flatMap((delivery, at) => {
      const outcome = afterLook(delivery, found[at] ?? unseen)
      return outcome ? [[delivery.id, outcome] as const] : []
    })
  })
}

const unseen: Found = { kind: 'unknown', outcome: { kind: 'retry', reason: 'unreadable_answer' } }

/** How a destination is asked for records, and how many at once. */
function lookerOf({ find, findMany, pace }: BoundDestination, io: DeliveryIo) {
  const idsOf = (some: readonly LeasedDelivery[]) => some.map(({ leadId }) => externalId(leadId))
  if (findMany) {
    return { atOnce: pace.deliveriesPerCall, find: (some: readonly LeasedDelivery[]) => findMany(idsOf(some), io) }
  }
  if (!find) return undefined
  const findEach = (some: readonly LeasedDelivery[]) => Promise.all(idsOf(some).map(id => find(id, io)))
  return { atOnce: callsAtOnceMax, find: findEach }
}

/** Undefined: it is to be written. */
function afterLook(delivery: LeasedDelivery, found: Found): DeliveryOutcome | undefined {
  if (found.kind === 'unknown') {
    // Still in doubt: whatever else the look says, the next attempt must look again.
    return found.outcome.kind === 'retry' ? { ...found.outcome, isAmbiguous: true } : found.outcome
  }
  if (found.kind === 'found' && (found.revision ?? 0) >= delivery.revision) {
    const id = externalId(delivery.leadId)
    return { kind: 'delivered', externalId: id, ...(found.recordId ? { recordId: found.recordId } : {}) }
  }
  return delivery.isCheck ? { kind: 'retry', reason: 'absent' } : undefined
}

/** Some at a time, one lot after the other. */
async function inTurn<Item, Result>(
  items: readonly Item[],
  atOnce: number,
  work: (some: readonly Item[]) => Promise<readonly Result[]>,
): Promise<Result[]> {
  const results: Result[] = []
  for (let at = 0; at < items.length; at += atOnce) results.push(...(await work(items.slice(at, at + atOnce))))
  return results
}
