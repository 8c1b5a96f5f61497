// The read index: written in order, caught up after a failure, and no end is forgotten that came while it was written.

import { expect, test } from 'vitest'
import type { LeadId } from '../../shared/ids.ts'
import { projectLeadsMax } from '../../shared/limits.ts'
import { anInput, deliveryOf, leadIdOf, ledgerOf, noon } from '../../test/support/node-ledger.ts'
import { isAnyDue, lease, unshownLeads } from './owed.ts'
import { type Projectable, projecting } from './projecting.ts'
import { settle } from './settle.ts'

const delivered = { kind: 'delivered', externalId: leadIdOf(1) as never, recordId: '7' } as const

function anIndex(leads: number) {
  const ledger = ledgerOf(...Array.from({ length: leads }, (_, at) => anInput(at + 1)))
  const index = {
    isDown: false,
    writes: [] as (readonly Projectable[])[],
    failures: 0,
    during: () => {},
    unreadable: [] as LeadId[],
  }
  const behind = projecting({
    port: ledger,
    write: async rows => {
      if (index.isDown) throw new Error('D1')
      index.writes.push(rows)
      index.during()
      return index.unreadable
    },
    failed: (_, count) => {
      index.failures += count
    },
  })
  const settleFirst = () => {
    lease(ledger, { ids: [deliveryOf(1)], token: 't' })
    settle(ledger, [
      { id: deliveryOf(1), token: 't', revision: 1, isErasure: false, startedAt: noon, outcome: delivered },
    ])
    behind.add(leadIdOf(1))
  }
  return { ledger, index, behind, settleFirst }
}

test('writes so many at a time, each once', async () => {
  const { index, behind } = anIndex(projectLeadsMax + 1)
  for (let n = 1; n <= projectLeadsMax + 1; n += 1) behind.add(leadIdOf(n))
  expect(await behind.all()).toBe(true)
  expect(index.writes.map(rows => rows.length)).toEqual([projectLeadsMax, 1])
  await behind.all()
  expect(index.writes).toHaveLength(2)
})

test('keeps what could not be written, and writes it the next time', async () => {
  const { index, behind } = anIndex(1)
  behind.add(leadIdOf(1))
  index.isDown = true
  expect(await behind.all()).toBe(false)
  expect(index.failures).toBe(1)
  index.isDown = false
  expect(await behind.all()).toBe(true)
  expect(index.writes).toHaveLength(1)
})

test('a lead that does not open stays unshown, and keeps no other from being shown', async () => {
  const { ledger, index, behind, settleFirst } = anIndex(2)
  settleFirst()
  behind.add(leadIdOf(2))
  index.unreadable = [leadIdOf(1)]
  expect(await behind.all()).toBe(true)
  expect(unshownLeads(ledger, 10)).toEqual([leadIdOf(1)])
  index.unreadable = []
  await behind.these([leadIdOf(1)])
  expect(unshownLeads(ledger, 10)).toEqual([])
})

test('takes an end off the list of what is due when the index shows it, and not before', async () => {
  const { ledger, index, behind, settleFirst } = anIndex(1)
  settleFirst()
  index.isDown = true
  await behind.all()
  expect(isAnyDue(ledger)).toBe(true)
  index.isDown = false
  await behind.all()
  expect(isAnyDue(ledger)).toBe(false)
})

test('writes a lead again that moved while it was written', async () => {
  const { ledger, index, behind, settleFirst } = anIndex(1)
  behind.add(leadIdOf(1))
  index.during = () => {
    index.during = () => {}
    settleFirst()
  }
  await behind.all()
  expect(index.writes.map(([row]) => row?.deliveries[0]?.state)).toEqual(['pending', 'delivered'])
  expect(isAnyDue(ledger)).toBe(false)
})
