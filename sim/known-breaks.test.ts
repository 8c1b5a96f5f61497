// What is known to break breaks nothing else, and nothing is known to break that is not listed with its reason.

import { expect, test } from 'vitest'
import { allFaultKinds, faultKinds } from './fault-kinds.ts'
import { knownBreaks } from './known-breaks.ts'
import { simulate } from './simulate.ts'

test.for(knownBreaks)('$kinds break nothing but what is listed', async ({ kinds, mayBreak }) => {
  let struck = 0
  for (const seed of [1, 2, 3]) {
    const { violations, faults } = await simulate({
      seed,
      leads: 30,
      plan: { kind: 'chance', intensity: 4, only: kinds },
    })
    struck += [...faults.values()].reduce((sum, times) => sum + times, 0)
    expect(violations.filter(({ rule }) => !mayBreak.includes(rule))).toEqual([])
  }
  expect(struck).toBeGreaterThan(0)
})

test('every fault that some promise does not withstand is explained', () => {
  const explained = new Set(knownBreaks.flatMap(({ kinds }) => kinds))
  expect(allFaultKinds.filter(kind => !faultKinds[kind].holds && !explained.has(kind))).toEqual([])
})
