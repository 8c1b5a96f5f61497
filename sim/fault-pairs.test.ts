// Every pair of faults, each at its first opportunity: two things that go wrong for the same people.

import { expect, test } from 'vitest'
import { playAll } from './crew.ts'
import { survivableKinds } from './fault-kinds.ts'
import { crmKinds, isWithin, meetsCrm, sceneWith } from './scenes.ts'

test.for(crmKinds)('every promise is kept under each pair of faults; CRM: %s', async crmKind => {
  const kinds = survivableKinds.filter(kind => isWithin(kind, crmKind) && (crmKind === 'upsert' || meetsCrm(kind)))
  const pairs = kinds.flatMap((one, at) => kinds.slice(at + 1).map(other => [one, other] as const))
  expect(pairs.length).toBe((kinds.length * (kinds.length - 1)) / 2)
  const scenes = pairs.map(pair => pair.map(kind => ({ kind, nth: 1 }))).map(plan => sceneWith(plan, crmKind))
  const outcomes = await playAll(scenes)
  const broken = pairs.filter((_, at) => outcomes[at]?.violations.length !== 0)
  expect(broken).toEqual([])
  // One fault may keep the other from having an opportunity: a tab that never sends meets no CRM.
  const met = outcomes.filter(({ faults }) => faults.size === 2).length
  expect(met / pairs.length).toBeGreaterThan(0.9)
})
