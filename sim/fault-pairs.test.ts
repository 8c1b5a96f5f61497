// Every pair of faults, each at its first opportunity: two things that go wrong for the same people.

import { expect, test } from 'vitest'
import { survivableKinds } from './fault-kinds.ts'
import { crmKinds, isWithin, meetsCrm, sceneWith } from './scenes.ts'
import { simulate } from './simulate.ts'

test.for(crmKinds)('every promise is kept under each pair of faults; CRM: %s', async crmKind => {
  const kinds = survivableKinds.filter(kind => isWithin(kind, crmKind) && (crmKind === 'upsert' || meetsCrm(kind)))
  let [pairs, met] = [0, 0]
  for (const [at, one] of kinds.entries()) {
    for (const other of kinds.slice(at + 1)) {
      const plan = [one, other].map(kind => ({ kind, nth: 1 }))
      const { violations, faults } = await simulate(sceneWith(plan, crmKind))
      expect(violations, `${one} and ${other}`).toEqual([])
      pairs += 1
      if (faults.size === 2) met += 1
    }
  }
  expect(pairs).toBe((kinds.length * (kinds.length - 1)) / 2)
  // One fault may keep the other from having an opportunity: a tab that never sends meets no CRM.
  expect(met / pairs).toBeGreaterThan(0.9)
})
