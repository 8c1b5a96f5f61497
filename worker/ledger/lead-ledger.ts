// The ledger of one site as a Durable Object: the ledger's logic on the object's own SQLite, and the alarm that works
// off what is owed. Accepting never waits for anything else; every other effect is the alarm's and is tried for ever.

import { DurableObject } from 'cloudflare:workers'
import type { DeliveryId, LeadId, SiteId, SubmissionId } from '../../shared/ids.ts'
import { parseSiteId } from '../../shared/ids.ts'
import {
  effectRetrySecondsMin,
  leaseSecondsMax,
  projectLeadsMax,
  ringAgainSecondsMin,
  ringOutstandingMax,
} from '../../shared/limits.ts'
import { type Env, timeScale } from '../env.ts'
import { ring } from '../forward/ring.ts'
import { project } from '../index-db/project.ts'
import { errorName, log } from '../platform/log.ts'
import { type AcceptInput, accept, releaseSpam } from './accept.ts'
import { deliveriesOf, findSubmission, listDeliveries } from './delivery-rows.ts'
import { erase } from './erase.ts'
import { readHealth } from './health-counts.ts'
import {
  defer,
  dueDeliveries,
  isAnyDue,
  lease,
  markProjected,
  nextDueAt,
  redrive,
  redriveAll,
  type Settlement,
  settle,
} from './owed.ts'
import type { LedgerPort, SqlValue } from './port.ts'
import {
  dropQuarantined,
  listQuarantine,
  openQuarantined,
  purgeQuarantine,
  type QuarantineInput,
  quarantine,
} from './quarantine.ts'
import { migrate } from './schema.ts'
import { listLeadIds, readLeadKeys, readSealedLead } from './sealed-lead.ts'
import { listSpam, openSpam } from './spam.ts'

export class LeadLedger extends DurableObject<Env> {
  readonly #port: LedgerPort
  readonly #site: SiteId
  /** Leads whose row in the read index is behind. Lost with the object: then whatever is due is projected again. */
  readonly #unprojected = new Set<LeadId>()
  /** When the queue was last rung for a delivery. Lost with the object: then it is rung again, which is harmless. */
  readonly #rungAt = new Map<DeliveryId, number>()
  #alarmAt: number | undefined
  #isFirstAlarm = true

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    this.#site = parseSiteId(ctx.id.name ?? '') ?? unnamed()
    this.#port = {
      all: <Row>(statement: string, ...bindings: SqlValue[]) => this.#run<Row>(statement, bindings),
      transaction: work => ctx.storage.transactionSync(work),
      now: () => Date.now(),
      random: () => Math.random(),
      timeScale: timeScale(env),
    }
    migrate(this.#port)
  }

  /** Rows written since the object woke. Rows are the price of a ledger; a test holds them to a budget. */
  rowsWritten = 0

  #run<Row>(statement: string, bindings: SqlValue[]): Row[] {
    const cursor = this.ctx.storage.sql.exec(statement, ...bindings)
    const rows = cursor.toArray() as Row[]
    this.rowsWritten += cursor.rowsWritten
    return rows
  }

  accept(input: AcceptInput) {
    const answer = accept(this.#port, input)
    if (answer.kind === 'accepted' && answer.leadId) this.#moved([answer.leadId])
    return answer
  }

  quarantine(input: QuarantineInput) {
    quarantine(this.#port, input)
  }

  listQuarantine(page: { before: string; limit: number }) {
    return listQuarantine(this.#port, page)
  }

  openQuarantined(id: string) {
    return openQuarantined(this.#port, id)
  }

  dropQuarantined(id: string) {
    return dropQuarantined(this.#port, id)
  }

  listSpam(page: { before: string; limit: number }) {
    return listSpam(this.#port, page)
  }

  openSpam(id: SubmissionId) {
    return openSpam(this.#port, id)
  }

  releaseSpam(input: AcceptInput) {
    const isReleased = releaseSpam(this.#port, input)
    const leadId = findSubmission(this.#port, input.id)?.leadId
    if (isReleased && leadId) this.#moved([leadId])
    return isReleased
  }

  lease(input: { ids: readonly DeliveryId[]; token: string }) {
    return lease(this.#port, input)
  }

  defer(input: { ids: readonly DeliveryId[]; until: number }) {
    defer(this.#port, input)
    for (const id of input.ids) this.#rungAt.delete(id)
    this.#wakeAt(input.until)
  }

  settle(settlements: readonly Settlement[]) {
    for (const { id } of settlements) this.#rungAt.delete(id)
    this.#moved(settle(this.#port, settlements))
  }

  lead(id: LeadId) {
    return readSealedLead(this.#port, id)
  }

  leadKeys(ids: readonly LeadId[]) {
    return readLeadKeys(this.#port, ids)
  }

  deliveriesOf(id: LeadId) {
    return deliveriesOf(this.#port, id)
  }

  listDeliveries(page: Parameters<typeof listDeliveries>[1]) {
    return listDeliveries(this.#port, page)
  }

  submission(id: SubmissionId) {
    return findSubmission(this.#port, id)
  }

  health() {
    return readHealth(this.#port)
  }

  redrive(id: DeliveryId) {
    const leadId = redrive(this.#port, id)
    if (leadId) this.#moved([leadId])
    return leadId !== undefined
  }

  redriveAll(filter: Parameters<typeof redriveAll>[1]) {
    const leads = redriveAll(this.#port, filter)
    this.#moved(leads)
    return leads.length
  }

  erase(input: Parameters<typeof erase>[1]) {
    const { leads } = erase(this.#port, input)
    this.#moved(leads)
    return leads.length
  }

  /** Projects the next leads after `after` again, erased ones too. Without `last` there are no more. */
  async reproject(page: { after: string; limit: number }): Promise<{ leads: number; last?: LeadId }> {
    const ids = listLeadIds(this.#port, page)
    for (let at = 0; at < ids.length; at += projectLeadsMax) await this.#project(ids.slice(at, at + projectLeadsMax))
    const last = ids.at(-1)
    return { leads: ids.length, ...(last ? { last } : {}) }
  }

  /** The watchdog's round: expired quarantine goes, and whatever is owed is looked after even if an alarm was lost. */
  watch() {
    purgeQuarantine(this.#port)
    if (isAnyDue(this.#port) || nextDueAt(this.#port) !== undefined) this.#wakeAt(Date.now() + 1)
  }

  override async alarm() {
    this.#alarmAt = undefined
    let hasFailed = false
    try {
      hasFailed = await this.#workOff()
    } catch (thrown) {
      // Whatever was thrown: an alarm that fails six times is never called again, so none may fail.
      hasFailed = true
      log.fact('alarm.failed', { siteId: this.#site, error: errorName(thrown) })
    }
    const now = Date.now()
    const next = [nextDueAt(this.#port)]
    if (hasFailed) next.push(now + effectRetrySecondsMin * 1_000)
    if (isAnyDue(this.#port)) next.push(now + leaseSecondsMax * 1_000)
    const soonest = Math.min(...next.map(at => at ?? Number.POSITIVE_INFINITY))
    if (Number.isFinite(soonest)) this.#wakeAt(soonest)
  }

  // Rings for what is due and projects what has moved. True when either has to be tried again.
  async #workOff(): Promise<boolean> {
    const now = Date.now()
    const due = dueDeliveries(this.#port, ringOutstandingMax)
    for (const delivery of due) {
      if (delivery.state !== 'pending' || this.#isFirstAlarm) this.#unprojected.add(delivery.leadId)
    }
    this.#isFirstAlarm = false
    const rungBefore = now - ringAgainSecondsMin * 1_000
    const unrung = due.filter(({ id, state }) => state === 'pending' && (this.#rungAt.get(id) ?? 0) <= rungBefore)
    const [rang, projected] = await Promise.all([this.#ring(unrung, now), this.#projectAll()])
    return !rang || !projected
  }

  async #ring(due: Parameters<typeof ring>[1]['due'], now: number): Promise<boolean> {
    if (due.length === 0) return true
    for (const { id } of due) this.#rungAt.set(id, now)
    try {
      await ring(this.env.DELIVERIES, { site: this.#site, due, now })
      return true
    } catch (thrown) {
      for (const { id } of due) this.#rungAt.delete(id)
      log.fact('doorbell.failed', { siteId: this.#site, error: errorName(thrown), count: due.length })
      return false
    }
  }

  async #projectAll(): Promise<boolean> {
    while (this.#unprojected.size > 0) {
      const ids = [...this.#unprojected].slice(0, projectLeadsMax)
      // Taken off first: a lead that moves meanwhile is put back on by that move.
      for (const id of ids) this.#unprojected.delete(id)
      try {
        await this.#project(ids)
      } catch (thrown) {
        for (const id of ids) this.#unprojected.add(id)
        log.fact('projection.failed', { siteId: this.#site, error: errorName(thrown), count: ids.length })
        return false
      }
    }
    return true
  }

  async #project(ids: readonly LeadId[]): Promise<void> {
    const rows = ids.map(id => ({ lead: readSealedLead(this.#port, id), deliveries: deliveriesOf(this.#port, id) }))
    await project(this.env, this.#site, rows)
    // Only those that have not moved while D1 was written: their end would otherwise never be projected.
    markProjected(
      this.#port,
      ids.filter(id => !this.#unprojected.has(id)),
    )
  }

  #moved(leads: readonly LeadId[]): void {
    if (leads.length === 0) return
    for (const id of leads) this.#unprojected.add(id)
    this.#wakeAt(Date.now() + 1)
  }

  // Not awaited on purpose: the alarm is written in one transaction with what precedes it.
  #wakeAt(at: number): void {
    if (this.#alarmAt !== undefined && this.#alarmAt <= at) return
    this.#alarmAt = at
    void this.ctx.storage.setAlarm(Math.max(at, Date.now() + 1))
  }
}

function unnamed(): never {
  throw new Error('a ledger is reached by the name of its site')
}
