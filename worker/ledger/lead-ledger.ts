// The ledger of one site as a Durable Object: the ledger's logic on the object's own SQLite, and the alarm that works
// off what is owed. Accepting never waits for anything else; every other effect is the alarm's and is tried for ever.

import { DurableObject } from 'cloudflare:workers'
import type { DeliveryId, DestinationId, LeadId, SiteId, SubmissionId } from '../../shared/ids.ts'
import { parseSiteId } from '../../shared/ids.ts'
import {
  effectRetrySecondsMin,
  hastenDeliveriesMax,
  leaseSecondsMax,
  matchLeadsMax,
  matchRoundLeadsMax,
  projectLeadsMax,
  ringAgainSecondsMin,
  ringLowOutstandingMax,
  ringOutstandingMax,
} from '../../shared/limits.ts'
import { type Env, timeScale } from '../env.ts'
import { ring } from '../forward/ring.ts'
import { project } from '../index-db/project.ts'
import { errorName, log } from '../platform/log.ts'
import { openSealed } from '../privacy/open-lead.ts'
import { type AcceptInput, accept, type Filed, type MatchKey, releaseSpam } from './accept.ts'
import { type BlockIndex, blockIndex } from './block-index.ts'
import { deliveriesOf, findSubmission, listDeliveries } from './delivery-rows.ts'
import { erase } from './erase.ts'
import { readHealth } from './health-counts.ts'
import { decideLink, linksAt, listLinks } from './links.ts'
import { fillIndex, matcherOf } from './match-homes.ts'
import {
  defer,
  dueDeliveries,
  hasten,
  isAnyDue,
  lease,
  markProjected,
  nextDueAt,
  type OwedDelivery,
  redrive,
  redriveAll,
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
import {
  listLeadIds,
  membersOf,
  personOf,
  personsWith,
  readComparedLeads,
  readLeadKeys,
  readSealedLead,
  type SealedSubmission,
} from './sealed-lead.ts'
import { dueAgainAt, type Settlement, settle } from './settle.ts'
import { listSpam, openSpam } from './spam.ts'

export class LeadLedger extends DurableObject<Env> {
  readonly #port: LedgerPort
  readonly #site: SiteId
  /** Leads whose row in the read index is behind. Lost with the object: then whatever is due is projected again. */
  readonly #unprojected = new Set<LeadId>()
  /** Leads that have moved and were not compared since. Lost with the object: then whatever is owed is compared again. */
  readonly #unmatched = new Set<LeadId>()
  #matcher: ReturnType<typeof matcherOf> | undefined
  #index: BlockIndex | undefined
  /** When the queue was last rung for a delivery. Lost with the object: then it is rung again, which is harmless. */
  readonly #rungAt = new Map<DeliveryId, number>()
  /** Deliveries that wait for the pace, for the gate to know them again. Lost with the object: then they count twice a while. */
  readonly #waited = new Set<DeliveryId>()
  #projecting: Promise<boolean> = Promise.resolve(true)
  /** Low intent is due and was not rung for, because of high intent. */
  #holdsBack = false
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
    if (answer.kind === 'accepted') this.#filed(answer)
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
    const filed = releaseSpam(this.#port, input)
    if (filed) this.#filed(filed)
    return filed !== undefined
  }

  lease(input: { ids: readonly DeliveryId[]; token: string }) {
    return lease(this.#port, input)
  }

  /** @param input.isForPace the gate counts on them to come back */
  defer(input: { ids: readonly DeliveryId[]; until: number; isForPace: boolean }) {
    defer(this.#port, input)
    for (const id of input.ids) {
      this.#rungAt.delete(id)
      if (input.isForPace) this.#waited.add(id)
    }
    this.#wakeAt(input.until)
    this.#ringHeldBack()
  }

  #ringHeldBack(): void {
    if (this.#holdsBack) this.#wakeAt(Date.now() + 1)
  }

  settle(settlements: readonly Settlement[]) {
    for (const { id } of settlements) this.#rungAt.delete(id)
    for (const id of settle(this.#port, settlements)) this.#unprojected.add(id)
    const dueAt = dueAgainAt(
      this.#port,
      settlements.map(({ id }) => id),
    )
    if (dueAt !== undefined) this.#wakeAt(dueAt)
    this.#ringHeldBack()
    // Not by an alarm, which is a row for each time it is set. If it fails, what has ended is still due.
    void this.#projectSettled()
  }

  async #projectSettled(): Promise<void> {
    if (!(await this.#projectAll())) this.#wakeAt(Date.now() + effectRetrySecondsMin * 1_000)
  }

  /** The person of a lead: what was merged is read under the lead that stands for it. */
  lead(id: LeadId) {
    return readSealedLead(this.#port, personOf(this.#port, id) ?? id)
  }

  /** The persons who have a key, the newest first. */
  personsWith(key: MatchKey) {
    return personsWith(this.#port, key)
  }

  /** Leads by themselves, whatever they stand with. */
  comparedLeads(ids: readonly LeadId[]) {
    return readComparedLeads(this.#port, ids)
  }

  listLinks(page: Parameters<typeof listLinks>[1]) {
    return listLinks(this.#port, page)
  }

  /** The links of a lead and of all that stand with it. */
  linksOf(id: LeadId) {
    const person = personOf(this.#port, id)
    return person ? linksAt(this.#port, membersOf(this.#port, person)) : []
  }

  /** Takes somebody's word about two leads, and joins or parts them at once. False when there is no such link. */
  async decide(input: Parameters<typeof decideLink>[1]) {
    if (!decideLink(this.#port, input)) return false
    for (const id of [input.a, input.b]) {
      this.#unmatched.add(id)
      await this.#match(id)
    }
    return true
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

  /** Brings what waits for a destination forward, since it may be called again. */
  hasten(destination: DestinationId) {
    const count = hasten(this.#port, destination, hastenDeliveriesMax)
    if (count > 0) this.#wakeAt(Date.now() + 1)
    return count
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
  async watch() {
    purgeQuarantine(this.#port)
    // The object may remember an alarm that was lost.
    if ((await this.ctx.storage.getAlarm()) === null) this.#alarmAt = undefined
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
    if (this.#unmatched.size > 0) next.push(now + 1)
    if (isAnyDue(this.#port)) next.push(now + leaseSecondsMax * 1_000)
    const soonest = Math.min(...next.map(at => at ?? Number.POSITIVE_INFINITY))
    if (Number.isFinite(soonest)) this.#wakeAt(soonest)
  }

  // Rings for what is due and projects what has moved. True when either has to be tried again.
  async #workOff(): Promise<boolean> {
    const now = Date.now()
    const due = dueDeliveries(this.#port, ringOutstandingMax, ringLowOutstandingMax)
    for (const delivery of due) {
      if (delivery.state !== 'pending' || this.#isFirstAlarm) this.#unprojected.add(delivery.leadId)
    }
    if (this.#isFirstAlarm) this.#rememberUnmatched(due)
    this.#isFirstAlarm = false
    await this.#matchRound()
    const waiting = new Set([...this.#unmatched].map(id => personOf(this.#port, id)))
    const rungBefore = now - ringAgainSecondsMin * 1_000
    const unrung = this.#behindHighIntent(dueDeliveries(this.#port, ringOutstandingMax, ringLowOutstandingMax)).filter(
      ({ id, leadId, state, needsCheck }) =>
        (state === 'pending' || needsCheck) && (this.#rungAt.get(id) ?? 0) <= rungBefore && !waiting.has(leadId),
    )
    const [rang, projected] = await Promise.all([this.#ring(unrung, now), this.#projectAll()])
    return !rang || !projected
  }

  // Low intent of a destination is rung for when no high intent is due there: else the two would meet in the queue.
  #behindHighIntent(due: readonly OwedDelivery[]): OwedDelivery[] {
    const ahead = new Set(due.filter(({ intent }) => intent === 'high').map(({ destination }) => destination))
    const kept = due.filter(({ intent, destination }) => intent === 'high' || !ahead.has(destination))
    this.#holdsBack = kept.length < due.length
    return kept
  }

  // A lead is compared before it is delivered, so that a person who is known already gets no second record.
  async #matchRound(): Promise<void> {
    for (const id of [...this.#unmatched].slice(0, matchRoundLeadsMax)) await this.#match(id)
  }

  async #match(id: LeadId): Promise<void> {
    // Taken off first: a lead that moves meanwhile is put back on by that move.
    this.#unmatched.delete(id)
    try {
      const matched = await this.#matcherNow()(id)
      if (matched.kind === 'overtaken') this.#unmatched.add(id)
      else this.#moved(matched.moved)
    } catch (thrown) {
      // Whatever was thrown: a lead that cannot be compared is delivered all the same.
      log.fact('matching.failed', { siteId: this.#site, error: errorName(thrown) })
    }
  }

  #matcherNow(): ReturnType<typeof matcherOf> {
    if (this.#matcher && (this.#index?.size() ?? 0) <= 2 * matchLeadsMax) return this.#matcher
    // New, or grown to twice what it began with: then the newest leads are read again and the others are let go.
    const index = blockIndex()
    this.#index = index
    fillIndex(this.#port, index)
    const open = (submissions: readonly SealedSubmission[]) => openSealed(this.env, this.#site, submissions)
    this.#matcher = matcherOf({ port: this.#port, index, open })
    return this.#matcher
  }

  #rememberUnmatched(due: readonly OwedDelivery[]): void {
    const persons = new Set(due.filter(({ state }) => state === 'pending').map(({ leadId }) => leadId))
    for (const person of persons) for (const id of membersOf(this.#port, person)) this.#unmatched.add(id)
  }

  async #ring(due: Parameters<typeof ring>[1]['due'], now: number): Promise<boolean> {
    if (due.length === 0) return true
    for (const { id } of due) this.#rungAt.set(id, now)
    try {
      await ring(this.env.DELIVERIES, { site: this.#site, due, now, hasWaited: id => this.#waited.has(id) })
      for (const { id } of due) this.#waited.delete(id)
      return true
    } catch (thrown) {
      for (const { id } of due) this.#rungAt.delete(id)
      log.fact('doorbell.failed', { siteId: this.#site, error: errorName(thrown), count: due.length })
      return false
    }
  }

  // One after the other: of two projections of one lead the older must not be the last to write.
  #projectAll(): Promise<boolean> {
    this.#projecting = this.#projecting.then(() => this.#projectWaiting())
    return this.#projecting
  }

  async #projectWaiting(): Promise<boolean> {
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

  #filed({ leadId, homeId }: Partial<Filed>): void {
    if (homeId) this.#unmatched.add(homeId)
    if (leadId) this.#moved([leadId])
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
