// Erasing: nothing of the person stays, what a destination may hold is owed an erasure, and the counts add up.

import { expect, test } from 'vitest'
import { externalId } from '../../shared/ids.ts'
import { leaseSecondsMax } from '../../shared/limits.ts'
import {
  anInput,
  crm,
  deliveryOf,
  emailKey,
  hook,
  leadIdOf,
  ledgerOf,
  type NodeLedger,
  nodeLedger,
  noon,
  phoneKey,
  rowsOf,
  sealedOf,
  submissionIdOf,
} from '../../test/support/node-ledger.ts'
import { accept } from './accept.ts'
import { deliveriesOf, findSubmission } from './delivery-rows.ts'
import { erase, isBeingErased, keysInUse } from './erase.ts'
import { type HealthCounts, readHealth } from './health-counts.ts'
import { dueDeliveries, lease, markProjected, redrive } from './owed.ts'
import { quarantine } from './quarantine.ts'
import { readLeadKeys, readSealedLead } from './sealed-lead.ts'
import { settle } from './settle.ts'

const ana = emailKey('ana@example.com')
const eraseAna = (ledger: NodeLedger, jobId = 'job-1') => erase(ledger, { keys: [ana], jobId })
const delivered = { kind: 'delivered', externalId: externalId(leadIdOf(1)) } as const
const attempt = (
  ledger: NodeLedger,
  id = deliveryOf(1),
  outcome: Parameters<typeof settle>[1][number]['outcome'] = delivered,
) => {
  const isErasure = lease(ledger, { ids: [id], token: 'a' })[0]?.isErasure ?? false
  settle(ledger, [{ id, token: 'a', revision: 1, isErasure, startedAt: ledger.clock, outcome }])
}
const ends = ({ accepted, quarantined, ...rest }: HealthCounts) => Object.values(rest).reduce((sum, n) => sum + n, 0)

test('removes the contents, the keys and the match keys of the person, and of nobody else', () => {
  const ledger = ledgerOf(
    anInput(1, { keys: [ana, phoneKey('+5511999990000')], issues: [{ field: 'cpf', code: 'truncated' }] }),
    anInput(2, { keys: [ana] }),
    anInput(3),
  )
  expect(eraseAna(ledger)).toEqual({ leads: [leadIdOf(1)] })
  expect(rowsOf(ledger, 'submissions where sealed is not null or wrapped_key is not null')).toBe(1)
  expect(rowsOf(ledger, 'leads where wrapped_key is not null')).toBe(1)
  expect(ledger.all('select owner_id from match_keys')).toEqual([{ owner_id: leadIdOf(3) }])
  expect(readSealedLead(ledger, leadIdOf(1))).toMatchObject({ isErased: true, submissions: [] })
  expect(readLeadKeys(ledger, [leadIdOf(1), leadIdOf(3)])).toMatchObject([{ id: leadIdOf(3) }])
  expect(findSubmission(ledger, submissionIdOf(1))).toMatchObject({ state: 'erased', issues: [] })
})

test("tells which keys are somebody's, a lead's or a spam submission's", () => {
  const eva = emailKey('eva@example.com')
  const phone = phoneKey('+5511999990000')
  const ledger = ledgerOf(anInput(1, { keys: [ana] }), anInput(2, { keys: [phone], spam: 'honeypot_filled' }))
  expect(keysInUse(ledger, [eva, ana, phone])).toEqual([1, 2])
  eraseAna(ledger)
  expect(keysInUse(ledger, [eva, ana, phone])).toEqual([2])
})

test('finds nobody by a key that belongs to nobody, and erases nobody twice', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  expect(erase(ledger, { keys: [emailKey('rui@example.com')], jobId: 'job-0' })).toEqual({ leads: [] })
  expect(readSealedLead(ledger, leadIdOf(1))?.isErased).toBe(false)
  expect(eraseAna(ledger)).toEqual({ leads: [leadIdOf(1)] })
  expect(eraseAna(ledger, 'job-2')).toEqual({ leads: [] })
  expect(ledger.all('select id, leads from erasures order by id')).toEqual([
    { id: 'job-0', leads: 0 },
    { id: 'job-1', leads: 1 },
    { id: 'job-2', leads: 0 },
  ])
})

test('owes an erasure only where an attempt was made', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana], destinations: [crm, hook] }))
  attempt(ledger)
  ledger.clock += 1_000
  eraseAna(ledger)
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([
    { id: deliveryOf(1, crm), state: 'pending', isErasure: true, dueAt: noon + 1_000, attemptsMade: 0 },
    { id: deliveryOf(1, hook), state: 'erased', isErasure: true, attempts: [] },
  ])
  expect(lease(ledger, { ids: [deliveryOf(1, crm), deliveryOf(1, hook)], token: 'b' })).toMatchObject([
    { id: deliveryOf(1, crm), isErasure: true, lead: { isErased: true, submissions: [] } },
  ])
  settle(ledger, [{ id: deliveryOf(1), token: 'b', revision: 1, isErasure: true, startedAt: noon, outcome: delivered }])
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ state: 'erased' }, { state: 'erased' }])
})

test('says of a lead that its erasure is owed, until it is carried out', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana], destinations: [crm, hook] }))
  attempt(ledger)
  const erasing = () => [crm, hook].map(destination => isBeingErased(ledger, leadIdOf(1), destination))
  expect(erasing()).toEqual([false, false])
  eraseAna(ledger)
  expect(erasing()).toEqual([true, false])
  lease(ledger, { ids: [deliveryOf(1, crm)], token: 'b' })
  settle(ledger, [{ id: deliveryOf(1), token: 'b', revision: 1, isErasure: true, startedAt: noon, outcome: delivered }])
  expect(erasing()).toEqual([false, false])
})

test('owes an erasure also where the attempt failed, was parked or may have been carried out', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  attempt(ledger, deliveryOf(1), { kind: 'rejected', reason: 'refused' })
  markProjected(ledger, [leadIdOf(1)])
  eraseAna(ledger)
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ state: 'pending', isErasure: true, reason: null }])
})

test('waits for a consumer at work before it looks at the destination', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  lease(ledger, { ids: [deliveryOf(1)], token: 'a' })
  eraseAna(ledger)
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([
    { state: 'pending', isErasure: true, dueAt: noon + leaseSecondsMax * 1_000 },
  ])
  expect(dueDeliveries(ledger, 10)).toEqual([])
  ledger.clock += leaseSecondsMax * 1_000
  expect(lease(ledger, { ids: [deliveryOf(1)], token: 'b' })).toMatchObject([{ isErasure: true }])
})

test('tries an erasure again after a failure, and never delivers the lead again', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  attempt(ledger)
  eraseAna(ledger)
  attempt(ledger, deliveryOf(1), { kind: 'rejected', reason: 'refused' })
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ state: 'parked', isErasure: true }])
  redrive(ledger, deliveryOf(1))
  expect(lease(ledger, { ids: [deliveryOf(1)], token: 'b' })).toMatchObject([{ isErasure: true }])
})

test('is harmless when a request is repeated under its id', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  const again = { keys: [ana], jobId: 'job' }
  expect(erase(ledger, again).leads).toEqual([leadIdOf(1)])
  expect(erase(ledger, again).leads).toEqual([])
  expect(rowsOf(ledger, 'erasures')).toBe(1)
})

test('gives a person who comes back a new lead', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  eraseAna(ledger)
  expect(accept(ledger, anInput(2, { keys: [ana] }))).toMatchObject({ kind: 'accepted', leadId: leadIdOf(2) })
  expect(accept(ledger, anInput(1, { keys: [ana] }))).toEqual({ kind: 'duplicate', issues: [] })
})

test('erases flagged submissions of the person too, and leaves the others', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana], spam: 'honeypot_filled' }), anInput(2, { spam: 'honeypot_filled' }))
  expect(eraseAna(ledger)).toEqual({ leads: [] })
  expect(findSubmission(ledger, submissionIdOf(1))?.state).toBe('erased')
  expect(findSubmission(ledger, submissionIdOf(2))?.state).toBe('spam')
  expect(ledger.all('select owner_id from match_keys')).toEqual([{ owner_id: submissionIdOf(2) }])
})

test('counts every accepted submission in exactly one end', () => {
  const ledger = nodeLedger()
  for (const n of [1, 2, 3, 4]) accept(ledger, anInput(n, { destinations: [crm, hook] }))
  accept(ledger, anInput(5, { keys: anInput(2).keys }))
  accept(ledger, anInput(6, { spam: 'filled_too_fast' }))
  accept(ledger, anInput(7, { keys: [ana] }))
  for (const id of [deliveryOf(1, crm), deliveryOf(1, hook), deliveryOf(3, crm)]) attempt(ledger, id)
  attempt(ledger, deliveryOf(4, crm), { kind: 'rejected', reason: 'invalid_value' })
  attempt(ledger, deliveryOf(2, crm), { kind: 'blocked', reason: 'unauthorized' })
  eraseAna(ledger)
  const body = { reason: 'invalid-json', receivedAt: noon, contentType: 'text/plain', sealed: sealedOf('x') } as const
  quarantine(ledger, { id: submissionIdOf(8), ...body })
  ledger.clock += 60_000
  const health = readHealth(ledger)
  expect(health.counts).toEqual({
    accepted: 7,
    delivered: 1,
    pending: 3,
    parked: 1,
    spam: 1,
    erased: 1,
    quarantined: 1,
  })
  expect(ends(health.counts)).toBe(health.counts.accepted)
  expect(health).toMatchObject({ leads: 4, acceptedLastHour: 7, acceptedLastDay: 7, oldestPendingMs: 60_000 })
  expect(health.latenciesMs).toEqual([0, 0, 0])
  expect(health.reasons).toEqual(
    expect.arrayContaining([
      { reason: 'invalid_value', deliveries: 1 },
      { reason: 'unauthorized', deliveries: 1 },
    ]),
  )
})

test('shows an empty ledger as empty, and forgets an hour after an hour', () => {
  const ledger = nodeLedger()
  expect(readHealth(ledger)).toMatchObject({
    counts: { accepted: 0 },
    latenciesMs: [],
    oldestPendingMs: 0,
    reasons: [],
  })
  accept(ledger, anInput(1))
  ledger.clock += 3_600_000
  expect(readHealth(ledger)).toMatchObject({ acceptedLastHour: 0, acceptedLastDay: 1 })
})

test('still owes the erasure when the lead reaches the destination while its person is being erased', () => {
  const ledger = ledgerOf(anInput(1, { keys: [ana] }))
  lease(ledger, { ids: [deliveryOf(1)], token: 'a' })
  eraseAna(ledger)
  settle(ledger, [
    { id: deliveryOf(1), token: 'a', revision: 1, isErasure: false, startedAt: noon, outcome: delivered },
  ])
  expect(deliveriesOf(ledger, leadIdOf(1))).toMatchObject([{ state: 'pending', isErasure: true, dueAt: noon }])
})

test('counts a person once who is known by address and by number', () => {
  const number = phoneKey('+5511999990000')
  const ledger = ledgerOf(anInput(1, { keys: [ana, number] }))
  expect(erase(ledger, { keys: [ana, number], jobId: 'job-1' })).toEqual({ leads: [leadIdOf(1)] })
})
