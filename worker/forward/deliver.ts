// The queue's consumer: takes what is rung for, leases it, hands it to its destination, and settles what came of it.
// Whatever happens here, the ledger still knows what is owed: a crash costs a lease, not a lead.

import type { CallReport } from '../../shared/delivery/circuit.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { type DeliveryId, externalId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import { deliverBudgetMsMax, retryAfterHoursMax, ringDeliveriesMax } from '../../shared/limits.ts'
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
    const key = `${pointer.site}/${pointer.destination}`
    const group = groups.get(key) ?? { pointers: [], messages: [] }
    group.pointers.push(pointer)
    group.messages.push(message)
    groups.set(key, group)
  }
  await Promise.all([...groups.values()].map(group => deliverGroup(env, group)))
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
        await handOver(env, { site, destination, rungAt, ids: ids.slice(at, at + ringDeliveriesMax) })
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
  readonly rungAt: number
  readonly ids: readonly DeliveryId[]
}

async function handOver(env: Env, { site, destination, rungAt, ids }: HandOver): Promise<void> {
  const bound = bindDestination(destination.kind, destination.settings)
  const gate = gateOf(env, site, destination.id)
  const pace = bound?.pace ?? { calls: 1, perSeconds: 1, deliveriesPerCall: 1 }
  const admission = await gate.admit({ wanted: ids.length, pace })
  const allowed = admission.kind === 'go' ? ids.slice(0, admission.deliveries) : []
  const others = ids.slice(allowed.length)
  if (others.length > 0) {
    const until = admission.kind === 'wait' ? admission.until : Date.now() + 1_000
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
  const outcomes = await attempt(env, site, bound, leased)
  const settlements: Settlement[] = outcomes.map(({ delivery, outcome }) => ({
    id: delivery.id,
    token,
    revision: delivery.revision,
    isErasure: delivery.isErasure,
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
  site: Site,
  bound: BoundDestination | undefined,
  leased: readonly LeasedDelivery[],
): Promise<Attempted[]> {
  if (!bound) return leased.map(delivery => ({ delivery, outcome: { kind: 'blocked', reason: 'misconfigured' } }))
  const budget = AbortSignal.timeout(deliverBudgetMsMax)
  const io: DeliveryIo = {
    call: request => callOut(request, budget),
    secret: name => textBinding(env, name),
    now: () => Date.now(),
  }
  const attempted: Attempted[] = []
  const toSend: { delivery: LeasedDelivery; lead: Lead }[] = []
  for (const delivery of leased) {
    const settled = delivery.isErasure
      ? await eraseThere(delivery, bound, io)
      : delivery.isAmbiguous
        ? await lookFirst(delivery, bound, io)
        : undefined
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

async function openLead(env: Env, site: Site, delivery: LeasedDelivery): Promise<Lead | undefined> {
  try {
    const submissions = await openSubmissions(env, site.id, delivery.lead)
    return submissions.length > 0 ? foldLead(delivery.lead, submissions) : undefined
  } catch {
    // A wrapping key that is missing from KEYRING, or an altered row: parked, so that restoring the key brings it back.
    return undefined
  }
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
  if (hasWorked) reports.push({ kind: 'worked' })
  else if (failed) reports.push({ kind: 'failed' })
  for (const outcome of limited) {
    if (outcome.kind !== 'retry') continue
    const seconds = Math.min(outcome.afterSeconds ?? 1, retryAfterHoursMax * 3_600)
    reports.push({ kind: 'quiet', until: Date.now() + seconds * 1_000 * scale })
  }
  if (blocked?.kind === 'blocked') reports.push({ kind: 'blocked', reason: blocked.reason })
  return reports
}
