// One call a lead: all of them while the vendor answers, and none after it has stopped.

import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { idOf } from '../../test/support/a-lead.ts'
import { oneByOne } from './one-by-one.ts'

const delivered: DeliveryOutcome = { kind: 'delivered', externalId: idOf(1) }

async function writing(outcomes: readonly DeliveryOutcome[]) {
  let calls = 0
  const got = await oneByOne(outcomes, async outcome => {
    calls += 1
    return outcome
  })
  return { got, calls }
}

test.each<DeliveryOutcome>([
  delivered,
  { kind: 'rejected', reason: 'invalid_value', field: 'email' },
  { kind: 'retry', reason: 'conflict' },
  { kind: 'retry', reason: 'locked' },
])('goes on after %j, which is about one lead', async outcome => {
  expect(await writing([outcome, delivered])).toEqual({ got: [outcome, delivered], calls: 2 })
})

test.each<DeliveryOutcome>([
  { kind: 'blocked', reason: 'unauthorized' },
  { kind: 'retry', reason: 'rate_limited', afterSeconds: 7 },
  { kind: 'retry', reason: 'budget_spent' },
])('stops after %j, and says it of the others', async outcome => {
  expect(await writing([outcome, delivered, delivered])).toEqual({ got: [outcome, outcome, outcome], calls: 1 })
})

test.each(['timeout', 'network', 'server_error'] as const)(
  'takes nothing for written that comes after a %s',
  async reason => {
    const { got, calls } = await writing([delivered, { kind: 'retry', reason, isAmbiguous: true }, delivered])
    expect(got).toEqual([delivered, { kind: 'retry', reason, isAmbiguous: true }, { kind: 'retry', reason }])
    expect(calls).toBe(2)
  },
)
