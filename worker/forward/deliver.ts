// The queue's consumer: takes what is rung for, leases it, hands it to its destination, and settles what came of it.
// Whatever happens here, the ledger still knows what is owed: a crash costs a lease, not a lead.

import type { CallReport, Pace } from '../../shared/delivery/circuit.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { type DeliveryId, externalId, type LeadId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import {
  deliverBudgetMsMax,
  pausedLookMinutesMax,
  readBackOneOf,
  retryAfterHoursMax,
  ringDeliveriesMax,
} from '../../shared/limits.ts'
import type { LeadIntent } from '../../shared/wire.ts'
import type { TokenSource } from '../destinations/access-token.ts'
import type { BoundDestination, DeliveryIo } from '../destinations/destination.ts'
import { bindDestination } from '../destinations/registry.ts'
import { type Env, textBinding, timeScale } from '../env.ts'
import type { LeasedDelivery, Settlement } from '../ledger/owed.ts'
import { callOut } from '../platform/http.ts'
import { errorName, log } from '../platform/log.ts'
import { gateOf, ledgerOf } from '../platform/objects.ts'
import { openSubmissions } from '../privacy/open-lead.ts'
import { readSites, type Site, type SiteDestination } from '../receive/sites.ts'
import { type DeliveryPointer, readPointer } from './ring.ts'

/** Handles one batch of the queue. Each group of messages is acknowledged or retried for itself. */
export async function deliverBatch(env: Env, batch: MessageBatch): Promise<void> {
  const groups = new Map<string, { pointers: DeliveryPointer[]; messages: Message[] }>()
  for (const message of batch.messages) {
    const pointer = readPointer(message.body)
    if (!pointer) {
      log.fact('doorbell.malformed')
      message.ack()
      continue
    }
    const key = `${pointer.site}/${pointer.destination}/${pointer.intent}`
    const group = groups.get(key) ?? { pointers: [], messages: [] }
    group.pointers.push(pointer)
    group.messages.push(message)
    groups.set(key, group)
  }
  // High intent asks the gate first, so that low intent takes what is left.
  const [high, low] = (['high', 'low'] as const).map(intent =>
    [...groups.values()].filter(({ pointers }) => pointers[0]?.intent === intent),
  )
  await Promise.all((high ?? []).map(group => deliverGroup(env, group)))
  await Promise.all((low ?? []).map(group => deliverGroup(env, group)))
}

async function deliverGroup(env: Env, group: { pointers: DeliveryPointer[]; messages: Message[] }): Promise<void> {
  try {
    const ids = [...new Set(group.pointers.flatMap(pointer => pointer.deliveries))]
    const [first] = group.pointers
    const site = first && readSites(env).get(first.site)
    const destination = site?.destinations.find(candidate => candidate.id === first?.destination)
    if (first && site && destination) {
      const rungAt = Math.min(...group.pointers.map(pointer => pointer.rungAt))
      for (let at = 0; at < ids.length; at += ringDeliveriesMax) {
        const { intent } = first
        await handOver(env, { site, destination, intent, rungAt, ids: ids.slice(at, at + ringDeliveriesMax) })
      }
    }
    // A site or destination that is no longer configured: the ledger keeps what is owed until it is again.
    for (const message of group.messages) message.ack()
  } catch (thrown) {
    // An object that moved or restarted, mostly. The message rings again; the lease ends by itself.
    log.fact('doorbell.failed', { error: errorName(thrown), count: group.messages.length })
    for (const message of group.messages) message.retry()
  }
}

interface HandOver {
  readonly site: Site
  readonly destination: SiteDestination
  readonly intent: LeadIntent
  readonly rungAt: number
  readonly ids: readonly DeliveryId[]
}

async function handOver(env: Env, { site, destination, intent, rungAt, ids }: HandOver): Promise<void> {
  const bound = bindDestination(destination.kind, destination.settings)
  const gate = gateOf(env, site, destination.id)
  const pace = paceOf(bound, destination)
  const admission = await gate.admit({ wanted: ids.length, pace, intent })
  const allowed = admission.kind === 'go' ? ids.slice(0, admission.deliveries) : []
  const others = ids.slice(allowed.length)
  if (others.length > 0) {
    const until = waitUntil(env, admission.kind === 'wait' ? admission.until : admission.restUntil)
    if (admission.kind === 'wait') {
      const fact = { siteId: site.id, destination: destination.id, why: admission.why, count: others.length }
      log.fact('delivery.deferred', { ...fact, afterMs: until - Date.now() })
    }
    await ledgerOf(env, site).defer({ ids: others, until })
  }
  if (allowed.length === 0) return
  const token = crypto.randomUUID()
  const leased = await ledgerOf(env, site).lease({ ids: allowed, token })
  if (leased.length === 0) return
  const startedAt = Date.now()
  const outcomes = await attempt(env, { site, bound, leased, token: tokensOf(gate) })
  const settlements: Settlement[] = outcomes.map(({ delivery, outcome }) => ({
    id: delivery.id,
    token,
    revision: delivery.revision,
    isErasure: delivery.isErasure,
    isCheck: delivery.isCheck,
    readBack: bound?.find !== undefined && isReadBack(destination, delivery.leadId),
    startedAt,
    rungAt,
    outcome,
  }))
  // The ledger first: what reached the destination must be known there before anything else can fail.
  await ledgerOf(env, site).settle(settlements)
  await gate.report({
    told: reportsOf(
      outcomes.map(one => one.outcome),
      timeScale(env),
    ),
    pace,
  })
  for (const { delivery, outcome } of outcomes) {
    log.fact('delivery.settled', {
      siteId: site.id,
      deliveryId: delivery.id,
      destination: destination.id,
      kind: outcome.kind,
      ...(outcome.kind === 'delivered' ? {} : { reason: outcome.reason }),
      latencyMs: Date.now() - startedAt,
    })
  }
}

interface Attempted {
  readonly delivery: LeasedDelivery
  readonly outcome: DeliveryOutcome
}

async function attempt(
  env: Env,
  {
    site,
    bound,
    leased,
    token,
  }: { site: Site; bound: BoundDestination | undefined; leased: readonly LeasedDelivery[]; token: TokenSource },
): Promise<Attempted[]> {
  if (!bound) return leased.map(delivery => ({ delivery, outcome: { kind: 'blocked', reason: 'misconfigured' } }))
  const budget = AbortSignal.timeout(deliverBudgetMsMax)
  const io: DeliveryIo = {
    call: request => callOut(request, budget),
    secret: name => textBinding(env, name),
    now: () => Date.now(),
    // No token for a call that will not be made.
    token: async (grant, refused) => (budget.aborted ? budgetSpent : token(grant, refused)),
  }
  const attempted: Attempted[] = []
  const toSend: { delivery: LeasedDelivery; lead: Lead }[] = []
  for (const delivery of leased) {
    const settled = await withoutWriting(delivery, bound, io)
    if (settled) attempted.push({ delivery, outcome: settled })
    else {
      const lead = await openLead(env, site, delivery)
      if (lead) toSend.push({ delivery, lead })
      else attempted.push({ delivery, outcome: { kind: 'rejected', reason: 'unreadable_lead' } })
    }
  }
  const sent =
    toSend.length > 0
      ? await bound.deliver(
          toSend.map(one => one.lead),
          io,
        )
      : []
  toSend.forEach(({ delivery }, at) => {
    attempted.push({ delivery, outcome: sent[at] ?? { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true } })
  })
  return attempted
}

const budgetSpent = { kind: 'none', outcome: { kind: 'retry', reason: 'budget_spent' } } as const

// The gate fetches tokens, once for everyone who delivers.
function tokensOf(gate: ReturnType<typeof gateOf>): TokenSource {
  return async (grant, refused) => {
    try {
      return await gate.token(grant, refused)
    } catch {
      // The gate moved or restarted, or its storage failed: it is asked again with the next attempt.
      return { kind: 'none', outcome: { kind: 'retry', reason: 'network' } }
    }
  }
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

// What becomes of a delivery that is no lead to be written, or may have been written before. Undefined: it is to be written.
async function withoutWriting(
  delivery: LeasedDelivery,
  bound: BoundDestination,
  io: DeliveryIo,
): Promise<DeliveryOutcome | undefined> {
  if (delivery.isErasure) return eraseThere(delivery, bound, io)
  if (delivery.isCheck) return (await lookFirst(delivery, bound, io)) ?? { kind: 'retry', reason: 'absent' }
  return delivery.isAmbiguous ? lookFirst(delivery, bound, io) : undefined
}

// After a timeout nobody knows whether the record was written. If it is there in this revision, it was.
async function lookFirst(
  delivery: LeasedDelivery,
  bound: BoundDestination,
  io: DeliveryIo,
): Promise<DeliveryOutcome | undefined> {
  if (!bound.find) return undefined
  const id = externalId(delivery.leadId)
  const found = await bound.find(id, io)
  if (found.kind === 'unknown') {
    // Still in doubt: whatever else the look-up says, the next attempt must look again.
    return found.outcome.kind === 'retry' ? { ...found.outcome, isAmbiguous: true } : found.outcome
  }
  if (found.kind === 'absent' || (found.revision ?? 0) < delivery.revision) return undefined
  return { kind: 'delivered', externalId: id, ...(found.recordId ? { recordId: found.recordId } : {}) }
}

async function eraseThere(delivery: LeasedDelivery, bound: BoundDestination, io: DeliveryIo): Promise<DeliveryOutcome> {
  const id = externalId(delivery.leadId)
  return bound.erase ? bound.erase(id, io) : { kind: 'delivered', externalId: id }
}

// Of a destination whose settings are malformed.
const slowest: Pace = { calls: 1, perSeconds: 1, deliveriesPerCall: 1 }

function paceOf(bound: BoundDestination | undefined, { pace: own }: SiteDestination): Pace {
  const { perDay, ...pace } = bound?.pace ?? slowest
  if (!own) return { ...pace, ...(perDay === undefined ? {} : { perDay }) }
  const { calls, perSeconds } = own
  const day = own.perDay ?? perDay
  return { ...pace, calls, perSeconds, ...(day === undefined ? {} : { perDay: day }) }
}

// A pause has no end that is known: what waits is looked at again now and then, and at once when it is resumed.
const waitUntil = (env: Env, until: number): number =>
  Math.min(until, Date.now() + pausedLookMinutesMax * 60_000 * timeScale(env))

// The same leads each time, spread evenly: the last digits of a lead's id are random.
function isReadBack({ readBack = 'sampled' }: SiteDestination, lead: LeadId): boolean {
  if (readBack !== 'sampled') return readBack === 'full'
  return Number.parseInt(lead.slice(-8), 16) % readBackOneOf === 0
}

// What the gate learns of a batch. One lead that is refused says nothing about the destination.
function reportsOf(outcomes: readonly DeliveryOutcome[], scale: number): CallReport[] {
  const reports: CallReport[] = []
  const blocked = outcomes.find(outcome => outcome.kind === 'blocked')
  const hasWorked = outcomes.some(outcome => outcome.kind === 'delivered' || outcome.kind === 'rejected')
  const limited = outcomes.filter(outcome => outcome.kind === 'retry' && outcome.reason === 'rate_limited')
  const failed = outcomes.some(
    outcome =>
      outcome.kind === 'retry' && ['server_error', 'timeout', 'network', 'unreadable_answer'].includes(outcome.reason),
  )
  const isTimeout = outcomes.every(outcome => outcome.kind === 'retry' && outcome.reason === 'timeout')
  if (hasWorked) reports.push({ kind: 'worked' })
  else if (failed) reports.push({ kind: 'failed', isTimeout })
  for (const outcome of limited) {
    if (outcome.kind !== 'retry') continue
    const seconds = Math.min(outcome.afterSeconds ?? 1, retryAfterHoursMax * 3_600)
    reports.push({ kind: 'quiet', until: Date.now() + seconds * 1_000 * scale })
  }
  if (blocked?.kind === 'blocked') reports.push({ kind: 'blocked', reason: blocked.reason })
  return reports
}
