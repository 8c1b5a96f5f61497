// High intent is delivered at once and first, low intent in batches, and nobody waits for ever.

import { expect, test } from 'vitest'
import { anInput, crm, deliveryOf, emailKey, ledgerOf, nodeLedger, noon } from '../../test/support/node-ledger.ts'
import { accept } from './accept.ts'
import { dueDeliveries, hasten, isAnyDue, lease, nextDueAt } from './owed.ts'
import { settle } from './settle.ts'

const low = { batchMinutes: 10 }
const minute = 60_000
const dueIds = (ledger: Parameters<typeof dueDeliveries>[0], ...limits: [number, number?]) =>
  dueDeliveries(ledger, ...limits).map(({ id }) => id)

test('owes high intent at once and low intent with the next batch, the same for all', () => {
  const ledger = nodeLedger()
  ledger.clock = noon + minute
  accept(ledger, anInput(1, low))
  ledger.clock += 4 * minute
  accept(ledger, anInput(2, low))
  accept(ledger, anInput(3))
  expect(dueIds(ledger, 10)).toEqual([deliveryOf(3)])
  expect(nextDueAt(ledger)).toBe(noon + 10 * minute)
  ledger.clock = noon + 10 * minute
  expect(dueIds(ledger, 10)).toEqual([deliveryOf(3), deliveryOf(1), deliveryOf(2)])
  expect(isAnyDue(ledger)).toBe(true)
})

test('scales the batches like every delay', () => {
  const ledger = nodeLedger()
  ledger.timeScale = 0.001
  ledger.clock = noon + 1
  accept(ledger, anInput(1, low))
  expect(nextDueAt(ledger)).toBe(noon + 600)
})

test('brings a lead forward that shows high intent while it waits for its batch, and never puts one back', () => {
  const ledger = nodeLedger()
  ledger.clock = noon + minute
  accept(ledger, anInput(1, low))
  const again = { keys: [emailKey('person-1@example.com')] }
  accept(ledger, anInput(2, again))
  expect(dueDeliveries(ledger, 10)).toMatchObject([{ id: deliveryOf(1), intent: 'high' }])
  accept(ledger, anInput(3, { ...again, ...low }))
  expect(dueDeliveries(ledger, 10)).toMatchObject([{ id: deliveryOf(1), intent: 'high' }])
})

test('keeps the turn of a delivery that waits for a retry, whatever comes after it', () => {
  const ledger = ledgerOf(anInput(1))
  lease(ledger, { ids: [deliveryOf(1)], token: 't' })
  const outcome = { kind: 'retry', reason: 'rate_limited', afterSeconds: 60 } as const
  settle(ledger, [{ id: deliveryOf(1), token: 't', revision: 1, isErasure: false, startedAt: noon, outcome }])
  accept(ledger, anInput(2, { keys: [emailKey('person-1@example.com')] }))
  expect(dueIds(ledger, 10)).toEqual([])
  expect(nextDueAt(ledger)).toBe(noon + minute)
})

test('never lets a backlog of low intent fill the list ahead of high intent', () => {
  const ledger = nodeLedger()
  for (let n = 1; n <= 50; n += 1) accept(ledger, anInput(n, low))
  ledger.clock = noon + 10 * minute
  accept(ledger, anInput(51))
  expect(dueIds(ledger, 20)[0]).toBe(deliveryOf(51))
  expect(dueIds(ledger, 20)).toHaveLength(20)
  expect(dueIds(ledger, 100, 5)).toHaveLength(6)
})

test('hastens what waits for a destination, and nothing of another', () => {
  const ledger = nodeLedger()
  ledger.clock = noon + minute
  accept(ledger, anInput(1, low))
  accept(ledger, anInput(2, low))
  expect(hasten(ledger, crm, 1)).toBe(1)
  expect(dueIds(ledger, 10)).toEqual([deliveryOf(1)])
  expect(hasten(ledger, 'other' as typeof crm, 10)).toBe(0)
  expect(hasten(ledger, crm, 10)).toBe(1)
})
