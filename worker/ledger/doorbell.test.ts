// Whom the queue is rung for: once for each, high intent alone while there is any, and again when nobody answered.

import { expect, test } from 'vitest'
import type { DeliveryId } from '../../shared/ids.ts'
import { ringAgainSecondsMin } from '../../shared/limits.ts'
import { anInput, crm, deliveryOf, type NodeLedger, nodeLedger, noon } from '../../test/support/node-ledger.ts'
import { accept } from './accept.ts'
import { doorbell } from './doorbell.ts'
import { defer } from './owed.ts'

const nothing = () => false

/** A bell whose queue writes down what it is told, and refuses while `isDown`. */
function aBell(ledger: NodeLedger) {
  const queue = { isDown: false, told: [] as DeliveryId[][], waited: [] as DeliveryId[], failures: 0 }
  const bell = doorbell({
    port: ledger,
    send: async ({ due, hasWaited }) => {
      if (queue.isDown) throw new Error('queue')
      queue.told.push(due.map(({ id }) => id))
      queue.waited.push(...due.map(({ id }) => id).filter(hasWaited))
    },
    failed: (_, count) => {
      queue.failures += count
    },
  })
  return { bell, queue }
}

function owing(...inputs: ReturnType<typeof anInput>[]): NodeLedger {
  const ledger = nodeLedger()
  for (const input of inputs) accept(ledger, input)
  return ledger
}

test('rings once for a delivery, and again only when nobody has answered for as long as a lease', async () => {
  const ledger = owing(anInput(1))
  const { bell, queue } = aBell(ledger)
  await bell.ring(nothing)
  await bell.ring(nothing)
  expect(queue.told).toEqual([[deliveryOf(1)]])
  ledger.clock += ringAgainSecondsMin * 1_000
  await bell.ring(nothing)
  expect(queue.told).toHaveLength(2)
})

test('rings again at once for what was answered and is due still', async () => {
  const { bell, queue } = aBell(owing(anInput(1), anInput(2)))
  await bell.ring(nothing)
  bell.answered([deliveryOf(2)])
  await bell.ring(nothing)
  expect(queue.told[1]).toEqual([deliveryOf(2)])
})

test('rings for no low intent of a destination while high intent is due there, and says that it holds some back', async () => {
  const ledger = owing(anInput(1), anInput(2, { batchMinutes: 10 }))
  ledger.clock = noon + 600_000
  const { bell, queue } = aBell(ledger)
  await bell.ring(nothing)
  expect(queue.told).toEqual([[deliveryOf(1)]])
  expect(bell.holdsBack()).toBe(true)
  defer(ledger, { ids: [deliveryOf(1)], until: ledger.clock + 1_000 })
  await bell.ring(nothing)
  expect(queue.told[1]).toEqual([deliveryOf(2)])
  expect(bell.holdsBack()).toBe(false)
})

test('leaves out what is held, and rings for it when it is held no more', async () => {
  const { bell, queue } = aBell(owing(anInput(1), anInput(2)))
  await bell.ring(({ id }) => id === deliveryOf(1))
  await bell.ring(nothing)
  expect(queue.told).toEqual([[deliveryOf(2)], [deliveryOf(1)]])
})

test('forgets that it rang when the queue fails, and says so', async () => {
  const { bell, queue } = aBell(owing(anInput(1)))
  queue.isDown = true
  expect(await bell.ring(nothing)).toBe(false)
  expect(queue.failures).toBe(1)
  queue.isDown = false
  expect(await bell.ring(nothing)).toBe(true)
  expect(queue.told).toEqual([[deliveryOf(1)]])
})

test('tells once of each that it has waited for the pace', async () => {
  const ledger = owing(anInput(1))
  const { bell, queue } = aBell(ledger)
  bell.waits([deliveryOf(1)])
  queue.isDown = true
  await bell.ring(nothing)
  queue.isDown = false
  await bell.ring(nothing)
  bell.answered([deliveryOf(1)])
  await bell.ring(nothing)
  expect(queue.waited).toEqual([deliveryOf(1)])
  expect(bell.due()).toMatchObject([{ id: deliveryOf(1), destination: crm }])
})
