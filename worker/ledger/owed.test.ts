// What is owed: one consumer at a time, every attempt written down, and no end that loses a newer revision.

import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { attemptsMax } from '../../shared/delivery/retry-policy.ts'
import { externalId } from '../../shared/ids.ts'
import { attemptsListedMax, blockedProbeSecondsMin, leaseBytesMax, leaseSecondsMax } from '../../shared/limits.ts'
import {
  anInput,
  crm,
  deliveryOf,
  hook,
  leadIdOf,
  ledgerOf,
  type NodeLedger,
  noon,
  sealedOf,
} from '../../test/support/node-ledger.ts'
import { accept } from './accept.ts'
import { deliveriesOf } from './delivery-rows.ts'
import {
  defer,
  dueDeliveries,
  isAnyDue,
  lease,
  markProjected,
  nextDueAt,
  redrive,
  redriveAll,
  unshownLeads,
} from './owed.ts'
import { settle } from './settle.ts'

const leaseMs = leaseSecondsMax * 1_000
const delivered: DeliveryOutcome = { kind: 'delivered', externalId: externalId(leadIdOf(1)), recordId: '77' }
const failed: DeliveryOutcome = { kind: 'retry', reason: 'server_error', isAmbiguous: true, answer: { status: 500 } }

const owing = (...people: number[]) => ledgerOf(...people.map(n => anInput(n)))
const lent = (ledger: NodeLedger, token = 'a', id = deliveryOf(1)) => lease(ledger, { ids: [id], token })
const settled = (ledger: NodeLedger, outcome: DeliveryOutcome, { token = 'a', revision = 1 } = {}) =>
  settle(ledger, [
    { id: deliveryOf(1), token, revision, isErasure: false, startedAt: ledger.clock, rungAt: noon, outcome },
  ])
const theRow = (ledger: NodeLedger) => deliveriesOf(ledger, leadIdOf(1))[0]
const dueIds = (ledger: NodeLedger) => dueDeliveries(ledger, 100).map(({ id }) => id)

/** Leases and settles once, at the moment when the delivery is due. */
const attempt = (ledger: NodeLedger, outcome: DeliveryOutcome) => {
  ledger.clock = Math.max(ledger.clock, theRow(ledger)?.dueAt ?? 0)
  expect(lent(ledger)).toHaveLength(1)
  expect(settled(ledger, outcome)).toEqual([leadIdOf(1)])
}

test('is due from its moment on, and not before', () => {
  const ledger = owing(1, 2)
  expect(dueIds(ledger)).toEqual([deliveryOf(1), deliveryOf(2)])
  expect(dueDeliveries(ledger, 1)).toHaveLength(1)
  defer(ledger, { ids: [deliveryOf(1), deliveryOf(2)], until: noon + 5_000 })
  expect(isAnyDue(ledger)).toBe(false)
  expect(dueIds(ledger)).toEqual([])
  expect(nextDueAt(ledger)).toBe(noon + 5_000)
  expect(lent(ledger)).toEqual([])
  ledger.clock += 5_000
  expect(isAnyDue(ledger)).toBe(true)
  expect(nextDueAt(ledger)).toBeUndefined()
  expect(lent(ledger)).toHaveLength(1)
})

test('never brings a delivery forward by putting it off', () => {
  const ledger = owing(1)
  defer(ledger, { ids: [deliveryOf(1)], until: noon + 5_000 })
  defer(ledger, { ids: [deliveryOf(1)], until: noon })
  expect(theRow(ledger)).toMatchObject({ dueAt: noon + 5_000, attemptsMade: 0, attempts: [] })
})

test('belongs to one consumer until its lease ends, and then to the next', () => {
  const ledger = owing(1)
  expect(lent(ledger, 'a')).toMatchObject([{ id: deliveryOf(1), revision: 1, isErasure: false, isAmbiguous: false }])
  expect(lent(ledger, 'b')).toEqual([])
  expect(dueIds(ledger)).toEqual([])
  expect(isAnyDue(ledger)).toBe(true)
  ledger.clock += leaseMs - 1
  expect(lent(ledger, 'b')).toEqual([])
  ledger.clock += 1
  expect(dueIds(ledger)).toEqual([deliveryOf(1)])
  expect(lent(ledger, 'b')).toHaveLength(1)
})

test('hands over the sealed submissions that make up the revision, and nothing for an id that is unknown', () => {
  const ledger = owing(1)
  accept(ledger, anInput(2, { keys: anInput(1).keys }))
  const [leased] = lease(ledger, { ids: [deliveryOf(9), deliveryOf(1)], token: 'a' })
  expect(leased).toMatchObject({ id: deliveryOf(1), leadId: leadIdOf(1), revision: 2 })
  expect(leased?.lead.submissions.map(({ bytes }) => new TextDecoder().decode(bytes))).toEqual([
    'sealed submission 1',
    'sealed submission 2',
  ])
})

test('hands over no more bytes than one answer may hold, and leaves the rest due', () => {
  const half = { ...sealedOf('large'), bytes: new Uint8Array(leaseBytesMax / 2 + 1) }
  const ledger = ledgerOf(...[1, 2, 3].map(n => anInput(n, { sealed: half })))
  const ids = [1, 2, 3].map(n => deliveryOf(n))
  expect(lease(ledger, { ids, token: 'a' }).map(({ id }) => id)).toEqual([deliveryOf(1), deliveryOf(2)])
  expect(dueIds(ledger)).toEqual([deliveryOf(3)])
})

test('ends as delivered, and keeps the record and the attempt', () => {
  const ledger = owing(1)
  attempt(ledger, { ...delivered, answer: { status: 200 } })
  expect(theRow(ledger)).toMatchObject({
    state: 'delivered',
    reason: null,
    recordId: '77',
    deliveredRevision: 1,
    deliveredAt: noon,
    attemptsMade: 0,
  })
  const at = new Date(noon).toISOString()
  expect(theRow(ledger)?.attempts).toEqual([
    { rungAt: at, startedAt: at, settledAt: at, kind: 'delivered', revision: 1, status: 200 },
  ])
  ledger.clock += leaseMs
  expect(lent(ledger)).toEqual([])
})

test('comes back after a failure, as late as the plan says, and remembers that it may have been written', () => {
  const ledger = owing(1)
  attempt(ledger, failed)
  expect(theRow(ledger)).toMatchObject({
    state: 'pending',
    reason: 'server_error',
    dueAt: noon + 5_000,
    attemptsMade: 1,
  })
  expect(theRow(ledger)?.attempts).toMatchObject([{ kind: 'retry', reason: 'server_error', status: 500 }])
  expect(lent(ledger, 'b')).toEqual([])
  ledger.clock += 5_000
  expect(lent(ledger, 'b')).toMatchObject([{ isAmbiguous: true }])
  settled(ledger, { kind: 'retry', reason: 'rate_limited', afterSeconds: 600 }, { token: 'b' })
  expect(theRow(ledger)).toMatchObject({ dueAt: noon + 605_000, attemptsMade: 2 })
  ledger.clock += 600_000
  expect(lent(ledger, 'c')).toMatchObject([{ isAmbiguous: false }])
})

test('waits by the time scale of the ledger', () => {
  const ledger = owing(1)
  ledger.timeScale = 0.01
  attempt(ledger, failed)
  expect(theRow(ledger)?.dueAt).toBe(noon + 50)
})

test('parks after the last attempt, and not one earlier', () => {
  const ledger = owing(1)
  for (let made = 1; made < attemptsMax; made += 1) attempt(ledger, failed)
  expect(theRow(ledger)).toMatchObject({ state: 'pending', attemptsMade: attemptsMax - 1 })
  attempt(ledger, failed)
  expect(theRow(ledger)).toMatchObject({ state: 'parked', reason: 'attempts_spent', attemptsMade: attemptsMax })
  expect(theRow(ledger)?.attempts).toHaveLength(attemptsMax)
})

test('parks at once what the destination refuses, and names the field', () => {
  const ledger = owing(1)
  attempt(ledger, { kind: 'rejected', reason: 'invalid_value', field: 'email', answer: { status: 400, codes: ['X'] } })
  expect(theRow(ledger)).toMatchObject({ state: 'parked', reason: 'invalid_value', attemptsMade: 1 })
  expect(theRow(ledger)?.attempts).toMatchObject([{ kind: 'rejected', field: 'email', status: 400, codes: ['X'] }])
})

test.each<[string, DeliveryOutcome, number]>([
  ['is blocked', { kind: 'blocked', reason: 'unauthorized' }, blockedProbeSecondsMin * 1_000],
  ['found no time', { kind: 'retry', reason: 'budget_spent' }, 1_000],
])('burns no attempt when it %s, however often', (_, outcome, afterMs) => {
  const ledger = owing(1)
  for (let n = 0; n <= attemptsMax; n += 1) attempt(ledger, outcome)
  expect(theRow(ledger)).toMatchObject({ state: 'pending', attemptsMade: 0, dueAt: ledger.clock + afterMs })
  attempt(ledger, delivered)
  expect(theRow(ledger)?.state).toBe('delivered')
})

test('counts a success that comes after the lease was lost', () => {
  const ledger = owing(1)
  lent(ledger, 'a')
  ledger.clock += leaseMs
  lent(ledger, 'b')
  expect(settled(ledger, delivered, { token: 'a' })).toEqual([leadIdOf(1)])
  expect(theRow(ledger)).toMatchObject({ state: 'delivered', deliveredRevision: 1 })
})

test.each<DeliveryOutcome>([failed, { kind: 'rejected', reason: 'refused' }, { kind: 'blocked', reason: 'gone' }])(
  'does not count a failure that comes after the lease was lost: %o',
  outcome => {
    const ledger = owing(1)
    lent(ledger, 'a')
    ledger.clock += leaseMs
    lent(ledger, 'b')
    expect(settled(ledger, outcome, { token: 'a' })).toEqual([])
    expect(theRow(ledger)).toMatchObject({ state: 'pending', attemptsMade: 0, attempts: [] })
    expect(settled(ledger, outcome, { token: 'b' })).toEqual([leadIdOf(1)])
  },
)

test('leaves an ended delivery as it ended when a late failure comes', () => {
  const ledger = owing(1)
  lent(ledger, 'a')
  ledger.clock += leaseMs
  lent(ledger, 'b')
  settled(ledger, delivered, { token: 'b' })
  settled(ledger, failed, { token: 'a' })
  expect(theRow(ledger)).toMatchObject({ state: 'delivered', deliveredRevision: 1 })
  expect(theRow(ledger)?.attempts).toHaveLength(1)
})

test('stays pending and due when a newer revision came while it was delivered', () => {
  const ledger = owing(1)
  lent(ledger)
  accept(ledger, anInput(2, { keys: anInput(1).keys }))
  settled(ledger, delivered)
  expect(theRow(ledger)).toMatchObject({ state: 'pending', deliveredRevision: 1, wantedRevision: 2, attemptsMade: 0 })
  expect(lent(ledger, 'b')).toMatchObject([{ revision: 2 }])
  settled(ledger, delivered, { token: 'b', revision: 2 })
  expect(theRow(ledger)).toMatchObject({ state: 'delivered', deliveredRevision: 2 })
})

test('is owed again on purpose, after a success too, with a fresh schedule', () => {
  const ledger = owing(1)
  attempt(ledger, { kind: 'rejected', reason: 'refused' })
  markProjected(ledger, [leadIdOf(1)])
  ledger.clock += 1_000
  expect(redrive(ledger, deliveryOf(1))).toBe(leadIdOf(1))
  expect(theRow(ledger)).toMatchObject({ state: 'pending', reason: null, attemptsMade: 0, dueAt: noon + 1_000 })
  attempt(ledger, delivered)
  markProjected(ledger, [leadIdOf(1)])
  expect(dueIds(ledger)).toEqual([])
  expect(redrive(ledger, deliveryOf(1))).toBe(leadIdOf(1))
  attempt(ledger, delivered)
  expect(theRow(ledger)?.attempts).toHaveLength(3)
})

test('owes nothing again that is unknown or erased', () => {
  const ledger = owing(1)
  ledger.all("update deliveries set state = 'erased'")
  expect(redrive(ledger, deliveryOf(1))).toBeUndefined()
  expect(redrive(ledger, deliveryOf(2))).toBeUndefined()
})

test('owes many again by state, destination and reason, oldest first and no more than asked', () => {
  const ledger = ledgerOf(...[1, 2, 3].map(n => anInput(n, { destinations: [crm, hook] })))
  ledger.all(
    "update deliveries set state = 'parked', reason = 'refused', due_at = null where lead_id <> ?",
    leadIdOf(1),
  )
  ledger.all("update deliveries set reason = 'too_large' where id = ?", deliveryOf(2, crm))
  const parked = { state: 'parked', limit: 10 } as const
  expect(redriveAll(ledger, { ...parked, destination: crm, reason: 'refused' })).toEqual([leadIdOf(3)])
  expect(redriveAll(ledger, { ...parked, destination: 'none' })).toEqual([])
  expect(redriveAll(ledger, { ...parked, limit: 1 })).toEqual([leadIdOf(2)])
  expect(redriveAll(ledger, parked)).toHaveLength(2)
  expect(redriveAll(ledger, parked)).toEqual([])
})

test('redrives what waits for a later attempt page by page, and comes to an end', () => {
  const ledger = owing(1, 2, 3)
  for (const n of [1, 2, 3]) {
    lease(ledger, { ids: [deliveryOf(n)], token: 't' })
    settle(ledger, [
      {
        ...{ id: deliveryOf(n), token: 't', revision: 1, isErasure: false, startedAt: noon },
        outcome: { kind: 'retry', reason: 'server_error' },
      },
    ])
  }
  const pages = [1, 2, 3].map(() => redriveAll(ledger, { state: 'pending', limit: 2 }))
  expect(pages).toEqual([[leadIdOf(1), leadIdOf(2)], [leadIdOf(3)], []])
})

test('is unshown from its end until that is in the read index, and keeps nothing from being due', () => {
  const ledger = owing(1, 2)
  attempt(ledger, delivered)
  expect([unshownLeads(ledger, 10), isAnyDue(ledger)]).toEqual([[leadIdOf(1)], true])
  expect(dueDeliveries(ledger, 1)).toMatchObject([{ id: deliveryOf(2), state: 'pending' }])
  markProjected(ledger, [leadIdOf(1), leadIdOf(2)])
  expect(unshownLeads(ledger, 10)).toEqual([])
  expect(dueDeliveries(ledger, 10)).toMatchObject([{ id: deliveryOf(2), state: 'pending' }])
  expect(theRow(ledger)).toMatchObject({ state: 'delivered', dueAt: null })
})

test('lists the first attempt and the latest ones when there are more than are listed', () => {
  const ledger = owing(1)
  for (let n = 0; n < attemptsListedMax + 5; n += 1) attempt(ledger, { kind: 'blocked', reason: 'gone' })
  const attempts = theRow(ledger)?.attempts ?? []
  expect(attempts).toHaveLength(attemptsListedMax)
  expect(attempts[0]?.settledAt).toBe(new Date(noon).toISOString())
  expect(attempts.at(-1)?.settledAt).toBe(new Date(ledger.clock).toISOString())
})

test('leaves a lease to its consumer when the delivery is put off by another', () => {
  const ledger = owing(1)
  lent(ledger)
  defer(ledger, { ids: [deliveryOf(1)], until: noon + 60_000 })
  settled(ledger, { kind: 'rejected', reason: 'refused' })
  expect(theRow(ledger)).toMatchObject({ state: 'parked', reason: 'refused' })
})

test('does not get stuck when an old revision arrives after a newer one', () => {
  const ledger = owing(1)
  lent(ledger)
  accept(ledger, anInput(2, { keys: anInput(1).keys }))
  ledger.clock += 31_000
  lent(ledger, 'b')
  settled(ledger, delivered, { token: 'b', revision: 2 })
  markProjected(ledger, [leadIdOf(1)])
  settled(ledger, delivered, { token: 'a', revision: 1 })
  const row = theRow(ledger)
  expect(row?.state === 'delivered' || row?.dueAt !== null).toBe(true)
  expect([...dueIds(ledger), ...unshownLeads(ledger, 10)]).toHaveLength(1)
})

test('looks before it writes again after a consumer that was lost, since that may have reached the destination', () => {
  const ledger = owing(1)
  expect(lent(ledger, 'lost')).toMatchObject([{ isAmbiguous: false }])
  ledger.clock += leaseMs
  expect(lent(ledger, 'next')).toMatchObject([{ isAmbiguous: true }])
  // Neither says what became of the attempt before it.
  for (const outcome of [
    { kind: 'blocked', reason: 'unauthorized' },
    { kind: 'retry', reason: 'budget_spent' },
  ] as const) {
    settled(ledger, outcome, { token: 'next' })
    ledger.clock = theRow(ledger)?.dueAt ?? 0
    expect(lent(ledger, 'next')).toMatchObject([{ isAmbiguous: true }])
  }
  settled(ledger, { kind: 'retry', reason: 'rate_limited' }, { token: 'next' })
  ledger.clock = theRow(ledger)?.dueAt ?? 0
  expect(lent(ledger, 'later')).toMatchObject([{ isAmbiguous: false }])
})

test('leaves a delivery with whoever has leased it now, when another comes late with what it reached', () => {
  const ledger = owing(1)
  lent(ledger, 'late')
  ledger.clock += leaseMs
  lent(ledger, 'now')
  settled(ledger, delivered, { token: 'late' })
  accept(ledger, anInput(2, { keys: anInput(1).keys }))
  expect(lent(ledger, 'third')).toEqual([])
  settled(ledger, delivered, { token: 'now', revision: 2 })
  expect(theRow(ledger)).toMatchObject({ state: 'delivered', deliveredRevision: 2 })
})
