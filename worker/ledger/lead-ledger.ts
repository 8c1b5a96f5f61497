// The ledger of one site as a Durable Object: the ledger's logic on the object's own SQLite, and the alarm that works
// off what is owed. Accepting never waits for anything else; every other effect is the alarm's and is tried for ever.

import { DurableObject } from 'cloudflare:workers'
import type { DeliveryId, DestinationId, LeadId, SiteId, SubmissionId } from '../../shared/ids.ts'
import { parseSiteId } from '../../shared/ids.ts'
import { effectRetrySecondsMin, hastenDeliveriesMax, leaseSecondsMax, unshownLeadsMax } from '../../shared/limits.ts'
import { type Env, timeScale } from '../env.ts'
import { ring } from '../forward/ring.ts'
import { project } from '../index-db/project.ts'
import { errorName, type FactName, log } from '../platform/log.ts'
import { openSealed, openSubmission } from '../privacy/open-lead.ts'
import { personKeys } from '../privacy/person-keys.ts'
import { type AcceptInput, accept, type Filed, type MatchKey, releaseSpam } from './accept.ts'
import { deliveriesOf, findSubmission, listDeliveries } from './delivery-rows.ts'
import { type Doorbell, doorbell } from './doorbell.ts'
import { erase, isBeingErased, keysInUse } from './erase.ts'
import { readHealth } from './health-counts.ts'
import { decideLink, linksAt, listLinks } from './links.ts'
import { type Matching, matching } from './matching.ts'
import { defer, hasten, isAnyDue, lease, nextDueAt, redrive, redriveAll, unshownLeads } from './owed.ts'
import type { LedgerPort, SqlValue } from './port.ts'
import { type Projecting, projecting } from './projecting.ts'
import {
  dropQuarantined,
  listQuarantine,
  openQuarantined,
  purgeQuarantine,
  type QuarantineInput,
  quarantine,
} from './quarantine.ts'
import { rekey, rekeySpam } from './rekey.ts'
import { migrate } from './schema.ts'
import {
  listLeadIds,
  membersOf,
  personOf,
  personsWith,
  readComparedLeads,
  readLeadKeys,
  readSealedLead,
} from './sealed-lead.ts'
import { dueAgainAt, type Settlement, settle } from './settle.ts'
import { listSpam, openSpam } from './spam.ts'

export class LeadLedger extends DurableObject<Env> {
  readonly #port: LedgerPort
  readonly #site: SiteId
  readonly #matching: Matching
  readonly #projecting: Projecting
  readonly #doorbell: Doorbell
  #alarmAt: number | undefined
  #isFirstAlarm = true
  // What ended in an earlier life of the object, or did not open. All else is projected from memory.
  #isAnyUnshown = true

  constructor(ctx: DurableObjectState, env: Env) {
    super(ctx, env)
    const site = parseSiteId(ctx.id.name ?? '') ?? unnamed()
    const port: LedgerPort = {
      all: <Row>(statement: string, ...bindings: SqlValue[]) => this.#run<Row>(statement, bindings),
      transaction: work => ctx.storage.transactionSync(work),
      now: () => Date.now(),
      random: () => Math.random(),
      timeScale: timeScale(env),
    }
    migrate(port)
    this.#port = port
    this.#site = site
    this.#matching = matching({
      port,
      open: submissions => openSealed(this.env, site, submissions),
      failed: thrown => this.#failed('matching.failed', thrown),
    })
    this.#projecting = projecting({
      port,
      write: async rows => {
        const unreadable = await project(this.env, site, rows)
        if (unreadable.length > 0) {
          // Tried again with the next alarm: the key may be back by then.
          this.#isAnyUnshown = true
          log.fact('projection.unreadable', { siteId: site, count: unreadable.length })
        }
        return unreadable
      },
      failed: (thrown, count) => this.#failed('projection.failed', thrown, count),
    })
    this.#doorbell = doorbell({
      port,
      send: input => ring(this.env.DELIVERIES, { site, ...input }),
      failed: (thrown, count) => this.#failed('doorbell.failed', thrown, count),
    })
  }

  #failed(fact: FactName, thrown: unknown, count?: number): void {
    log.fact(fact, { siteId: this.#site, error: errorName(thrown), ...(count === undefined ? {} : { count }) })
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
    this.#doorbell.answered(input.ids)
    if (input.isForPace) this.#doorbell.waits(input.ids)
    this.#wakeAt(input.until)
    this.#ringHeldBack()
  }

  #ringHeldBack(): void {
    if (this.#doorbell.holdsBack()) this.#wakeAt(Date.now() + 1)
  }

  settle(settlements: readonly Settlement[]) {
    const ids = settlements.map(({ id }) => id)
    this.#doorbell.answered(ids)
    for (const id of settle(this.#port, settlements)) this.#projecting.add(id)
    const dueAt = dueAgainAt(this.#port, ids)
    if (dueAt !== undefined) this.#wakeAt(dueAt)
    this.#ringHeldBack()
    // Not by an alarm, which is a row for each time it is set. If it fails, what has ended is still due.
    void this.#projectSettled()
  }

  async #projectSettled(): Promise<void> {
    if (!(await this.#projecting.all())) this.#wakeAt(Date.now() + effectRetrySecondsMin * 1_000)
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
    const { a, b } = input
    for (const id of [a, b]) this.#matching.add(id)
    this.#moved(await this.#matching.match([a, b]))
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

  keysInUse(keys: readonly MatchKey[]) {
    return keysInUse(this.#port, keys)
  }

  isBeingErased(leadId: LeadId, destination: DestinationId) {
    return isBeingErased(this.#port, leadId, destination)
  }

  /**
   * Projects the next leads after `after` again, erased ones too, and files them under the keys of today's rules. Without
   * `last` there are no more.
   */
  async reproject(page: { after: string; limit: number }): Promise<{ leads: number; last?: LeadId }> {
    const ids = listLeadIds(this.#port, page)
    for (const id of ids) await this.#rekey(id)
    await this.#projecting.these(ids)
    const last = ids.at(-1)
    await this.#rekeySpam({ after: page.after, last })
    return { leads: ids.length, ...(last ? { last } : {}) }
  }

  async #rekey(id: LeadId): Promise<void> {
    try {
      await rekey(this.#port, id, async sealed => {
        const submissions = await openSealed(this.env, this.#site, sealed)
        return Promise.all(submissions.map(({ profile }) => personKeys(this.env, profile)))
      })
      this.#matching.add(id)
      this.#wakeAt(Date.now() + 1)
    } catch {
      // It does not open, which projecting tells. Under its old keys it stays.
    }
  }

  async #rekeySpam(range: Parameters<typeof rekeySpam>[1]): Promise<void> {
    await rekeySpam(this.#port, range, async ({ id, key, bytes }) => {
      try {
        const { profile } = await openSubmission(this.env, this.#site, id, { key, bytes })
        return (await personKeys(this.env, profile)).keys
      } catch {
        // It does not open: it stays under its old keys.
        return []
      }
    })
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
      this.#failed('alarm.failed', thrown)
    }
    const now = Date.now()
    const next = [nextDueAt(this.#port)]
    if (hasFailed) next.push(now + effectRetrySecondsMin * 1_000)
    if (this.#matching.isAnyLeft()) next.push(now + 1)
    if (isAnyDue(this.#port)) next.push(now + leaseSecondsMax * 1_000)
    const soonest = Math.min(...next.map(at => at ?? Number.POSITIVE_INFINITY))
    if (Number.isFinite(soonest)) this.#wakeAt(soonest)
  }

  // Rings for what is due and projects what has moved. True when either has to be tried again.
  async #workOff(): Promise<boolean> {
    const due = this.#doorbell.due()
    if (this.#isFirstAlarm) {
      for (const { leadId } of due) this.#projecting.add(leadId)
      this.#matching.addOwed(due)
    }
    this.#isFirstAlarm = false
    // With nothing to ring for it is a cheap look, and a clock that was put back may have hidden some before.
    if (this.#isAnyUnshown || due.length === 0) {
      const unshown = unshownLeads(this.#port, unshownLeadsMax)
      for (const leadId of unshown) this.#projecting.add(leadId)
      this.#isAnyUnshown = unshown.length === unshownLeadsMax
    }
    // A lead is compared before it is delivered, so that a person who is known already gets no second record.
    this.#moved(await this.#matching.round())
    const left = this.#matching.personsLeft()
    const [rang, projected] = await Promise.all([
      this.#doorbell.ring(({ leadId }) => left.has(leadId)),
      this.#projecting.all(),
    ])
    return !rang || !projected
  }

  #filed({ leadId, homeId }: Partial<Filed>): void {
    if (homeId) this.#matching.add(homeId)
    if (leadId) this.#moved([leadId])
  }

  #moved(leads: readonly LeadId[]): void {
    if (leads.length === 0) return
    for (const id of leads) this.#projecting.add(id)
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
