// "It is in the CRM" is looked at: what was accepted and is not there has failed, and is delivered again.

import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { attemptsMax } from '../../shared/delivery/retry-policy.ts'
import { externalId } from '../../shared/ids.ts'
import { readBackSecondsMin } from '../../shared/limits.ts'
import {
  anInput,
  deliveryOf,
  emailKey,
  leadIdOf,
  ledgerOf,
  type NodeLedger,
  noon,
} from '../../test/support/node-ledger.ts'
import { accept } from './accept.ts'
import { deliveriesOf } from './delivery-rows.ts'
import { erase } from './erase.ts'
import { readHealth } from './health-counts.ts'
import { dueDeliveries, lease, markProjected, redrive } from './owed.ts'
import { type Settlement, settle } from './settle.ts'

const delivered: DeliveryOutcome = { kind: 'delivered', externalId: externalId(leadIdOf(1)), recordId: '7' }
const absent: DeliveryOutcome = { kind: 'retry', reason: 'absent' }
const theRow = (ledger: NodeLedger) => deliveriesOf(ledger, leadIdOf(1))[0]

function attempt(ledger: NodeLedger, outcome: DeliveryOutcome, changes: Partial<Settlement> = {}): void {
  const [leased] = lease(ledger, { ids: [deliveryOf(1)], token: 't' })
  if (!leased) throw new Error('nothing to lease')
  const { revision, isErasure, isCheck } = leased
  settle(ledger, [
    { id: deliveryOf(1), token: 't', revision, isErasure, isCheck, startedAt: ledger.clock, outcome, ...changes },
  ])
}

/** A lead that was delivered, a moment before it is looked for. */
function toBeLookedFor(): NodeLedger {
  const ledger = ledgerOf(anInput(1))
  attempt(ledger, delivered, { readBack: true })
  markProjected(ledger, [leadIdOf(1)])
  ledger.clock += readBackSecondsMin * 1_000
  return ledger
}

test('looks some time after it was delivered, and counts it as delivered meanwhile', () => {
  const ledger = ledgerOf(anInput(1))
  attempt(ledger, delivered, { readBack: true })
  expect(theRow(ledger)).toMatchObject({ state: 'delivered', checkedAt: null })
  expect(readHealth(ledger).counts).toMatchObject({ delivered: 1, pending: 0 })
  expect(dueDeliveries(ledger, 10)).toEqual([])
  ledger.clock += readBackSecondsMin * 1_000
  expect(dueDeliveries(ledger, 10)).toMatchObject([{ id: deliveryOf(1), state: 'delivered', needsCheck: true }])
  expect(lease(ledger, { ids: [deliveryOf(1)], token: 'x' })).toMatchObject([{ isCheck: true }])
})

test('is done when it is there, and does not look again', () => {
  const ledger = toBeLookedFor()
  attempt(ledger, delivered, { readBack: true })
  expect(theRow(ledger)).toMatchObject({
    state: 'delivered',
    checkedAt: ledger.clock,
    attempts: [{}, { isCheck: true }],
  })
  markProjected(ledger, [leadIdOf(1)])
  ledger.clock += 86_400_000
  expect(dueDeliveries(ledger, 10)).toEqual([])
})

test('delivers again at once what is not there', () => {
  const ledger = toBeLookedFor()
  attempt(ledger, absent)
  expect(theRow(ledger)).toMatchObject({ state: 'pending', reason: 'absent', dueAt: ledger.clock })
  expect(lease(ledger, { ids: [deliveryOf(1)], token: 'x' })).toMatchObject([{ isCheck: false, isAmbiguous: false }])
})

test('says nothing by a look that failed itself, repeats it, and ends', () => {
  const ledger = toBeLookedFor()
  let looks = 0
  while (dueDeliveries(ledger, 10).length > 0 && looks < 100) {
    attempt(ledger, { kind: 'retry', reason: 'server_error' })
    expect(theRow(ledger)).toMatchObject({ state: 'delivered' })
    markProjected(ledger, [leadIdOf(1)])
    looks += 1
    ledger.clock = theRow(ledger)?.dueAt ?? ledger.clock
  }
  expect(looks).toBe(attemptsMax)
})

test('gives way to whatever is owed anew: a newer revision, a redrive, an erasure', () => {
  const newer = toBeLookedFor()
  accept(newer, anInput(2, { keys: [emailKey('person-1@example.com')] }))
  expect(lease(newer, { ids: [deliveryOf(1)], token: 'x' })).toMatchObject([{ isCheck: false }])
  const redriven = toBeLookedFor()
  redrive(redriven, deliveryOf(1))
  expect(lease(redriven, { ids: [deliveryOf(1)], token: 'x' })).toMatchObject([{ isCheck: false }])
  const erased = toBeLookedFor()
  erase(erased, { keys: anInput(1).keys, jobId: 'job' })
  expect(lease(erased, { ids: [deliveryOf(1)], token: 'x' })).toMatchObject([{ isCheck: false, isErasure: true }])
})

test('keeps what was owed anew while it was looked for', () => {
  const ledger = toBeLookedFor()
  const [leased] = lease(ledger, { ids: [deliveryOf(1)], token: 't' })
  accept(ledger, anInput(2, { keys: [emailKey('person-1@example.com')] }))
  settle(ledger, [
    {
      id: deliveryOf(1),
      token: 't',
      revision: leased?.revision ?? 0,
      isErasure: false,
      isCheck: true,
      startedAt: noon,
      outcome: absent,
    },
  ])
  expect(theRow(ledger)).toMatchObject({ state: 'pending', wantedRevision: 2 })
  expect(dueDeliveries(ledger, 10)).toHaveLength(1)
})
