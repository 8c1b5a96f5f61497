// The queue's consumer: takes what is rung for, leases it, hands it to its destination, and settles what came of it.
// Whatever happens here, the ledger still knows what is owed: a crash costs a lease, not a lead.

import type { Admission } from '../../shared/delivery/circuit.ts'
import { type DeliveryId, type LeadId, parseLeadId } from '../../shared/ids.ts'
import { deliverBudgetMsMax, pausedLookMinutesMax, readBackOneOf, ringDeliveriesMax } from '../../shared/limits.ts'
import type { LeadIntent } from '../../shared/wire.ts'
import { bindDestination } from '../destinations/registry.ts'
import { type Env, timeScale } from '../env.ts'
import type { Settlement } from '../ledger/settle.ts'
import { errorName, log } from '../platform/log.ts'
import { gateOf, ledgerOf } from '../platform/objects.ts'
import { readSites, type Site, type SiteDestination } from '../receive/sites.ts'
import { attempt } from './attempt.ts'
import { reportsOf } from './call-reports.ts'
import { deliveryIo, tokensOf } from './delivery-io.ts'
import type { Described } from './destination-gate.ts'
import { paceOf } from './destination-pace.ts'
import { fieldCatalog } from './field-catalog.ts'
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
    if (site && !destination) await putOff(env, site, ids)
    if (first && site && destination) {
      const rungAt = Math.min(...group.pointers.map(pointer => pointer.rungAt))
      let waited = group.pointers.reduce((sum, pointer) => sum + pointer.waited, 0)
      for (let at = 0; at < ids.length; at += ringDeliveriesMax) {
        const some = ids.slice(at, at + ringDeliveriesMax)
        const { intent } = first
        await handOver(env, { site, destination, intent, waited: Math.min(waited, some.length), rungAt, ids: some })
        waited = Math.max(0, waited - some.length)
      }
    }
    for (const message of group.messages) message.ack()
  } catch (thrown) {
    // An object that moved or restarted, mostly. The message rings again; the lease ends by itself.
    log.fact('doorbell.failed', { error: errorName(thrown), count: group.messages.length })
    for (const message of group.messages) message.retry()
  }
}

// A destination that is no longer configured: the ledger keeps what is owed until it is again. Put off, because the ledger
// rings for no more than so many at a time, and what nobody takes would keep the others from being rung for.
async function putOff(env: Env, site: Site, ids: readonly DeliveryId[]): Promise<void> {
  const until = Date.now() + pausedLookMinutesMax * 60_000 * timeScale(env)
  await ledgerOf(env, site).defer({ ids, until, isForPace: false })
}

interface HandOver {
  readonly site: Site
  readonly destination: SiteDestination
  readonly intent: LeadIntent
  readonly waited: number
  readonly rungAt: number
  readonly ids: readonly DeliveryId[]
}

async function handOver(env: Env, { site, destination, intent, waited, rungAt, ids }: HandOver): Promise<void> {
  const bound = bindDestination(destination.kind, destination.settings)
  const gate = gateOf(env, site, destination.id)
  const pace = paceOf(bound, destination)
  const admission = await gate.admit({ wanted: ids.length, waited, pace, intent })
  const allowed = admission.kind === 'go' ? ids.slice(0, admission.deliveries) : []
  const others = ids.slice(allowed.length)
  if (others.length > 0) {
    const until = comeBackAt(env, admission)
    if (admission.kind === 'wait') {
      const fact = { siteId: site.id, destination: destination.id, why: admission.why, count: others.length }
      log.fact('delivery.deferred', { ...fact, afterMs: until - Date.now() })
    }
    const isForPace = admission.kind === 'go' || admission.why === 'pace'
    await ledgerOf(env, site).defer({ ids: others, until, isForPace })
  }
  if (allowed.length === 0) return
  const token = crypto.randomUUID()
  // Begins before the lease does, so that it ends before it, however late the answer comes: whoever is next may write then.
  const budget = AbortSignal.timeout(deliverBudgetMsMax)
  const described: Described = { kind: destination.kind, settings: destination.settings }
  const fields = bound?.describe ? fieldCatalog(env, site, destination.id, described) : undefined
  const [leased, catalog] = await Promise.all([ledgerOf(env, site).lease({ ids: allowed, token }), fields?.read()])
  if (leased.length === 0) return
  const startedAt = Date.now()
  const outcomes = await attempt(env, {
    site,
    bound,
    leased,
    io: { ...deliveryIo(env, tokensOf(gate), budget), isBeingErased: erasuresOf(env, site, destination), catalog },
  })
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
  const told = reportsOf(
    outcomes.map(one => one.outcome),
    timeScale(env),
  )
  // After an outage the next attempts are hours away; the destination takes them now.
  if (await gate.report({ told, pace })) await ledgerOf(env, site).hasten(destination.id)
  // Last: the vendor is asked about its fields when nobody waits any more.
  await fields?.refresh(outcomes.map(one => one.outcome))
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

const erasuresOf =
  (env: Env, site: Site, { id }: SiteDestination) =>
  async (external: string): Promise<boolean> => {
    const lead = parseLeadId(external)
    return lead !== undefined && (await ledgerOf(env, site).isBeingErased(lead, id))
  }

// A pause has no end that is known: what waits is looked at again now and then, and at once when it is resumed.
function comeBackAt(env: Env, admission: Admission): number {
  if (admission.kind === 'go') return admission.restUntil
  const look = Date.now() + pausedLookMinutesMax * 60_000 * timeScale(env)
  return admission.why === 'paused' ? Math.min(admission.until, look) : admission.until
}

// The same leads each time, spread evenly: the last digits of a lead's id are random.
function isReadBack({ readBack = 'sampled' }: SiteDestination, lead: LeadId): boolean {
  if (readBack !== 'sampled') return readBack === 'full'
  return Number.parseInt(lead.slice(-8), 16) % readBackOneOf === 0
}
