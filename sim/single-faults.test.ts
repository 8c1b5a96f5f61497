// Every fault alone, at every point of a small scene where it can strike.

import { expect, test } from 'vitest'
import { type FaultKind, survivableKinds } from './fault-kinds.ts'
import { crmKinds, isWithin, sceneWith } from './scenes.ts'
import { simulate } from './simulate.ts'

/** Points of one kind that are tried; later ones are more of the same. */
const pointsMax = 8

test.for(crmKinds)('every promise is kept under each fault alone, at each point; CRM: %s', async crmKind => {
  const calm = await simulate(sceneWith([], crmKind))
  expect(calm.violations).toEqual([])
  const struck = new Set<FaultKind>()
  const kinds = survivableKinds.filter(kind => isWithin(kind, crmKind))
  for (const kind of kinds) {
    const points = Math.min(pointsMax, calm.opportunities.get(kind) ?? 1)
    for (let nth = 1; nth <= points; nth += 1) {
      const { violations, faults } = await simulate(sceneWith([{ kind, nth }], crmKind))
      expect(violations, `${kind}, time ${nth}`).toEqual([])
      if (faults.has(kind)) struck.add(kind)
    }
  }
  expect(kinds.filter(kind => !struck.has(kind))).toEqual([])
})
