// Thousands of people under faults by chance: none lost, none doubled.

import { expect, test } from 'vitest'
import { survivableKinds } from './fault-kinds.ts'
import { playWorlds } from './play-worlds.ts'
import { commandOf, faultsIn } from './report.ts'
import { isWithin } from './scenes.ts'

const leads = 3_000
/** What chance makes of these seeds, with room for changes of the product. */
const faultsMin = 2 * leads

test('none of thousands of leads is lost or doubled', async () => {
  const played = await playWorlds({ seed: 1_000, leads, intensity: 0.5, crmKind: 'upsert' })
  const { lost, doubled, broken, faults } = played
  expect(broken.map(({ world, violations }) => ({ again: commandOf(world), violations }))).toEqual([])
  expect({ lost, doubled, leads: played.leads }).toEqual({ lost: 0, doubled: 0, leads })
  expect(faultsIn(played)).toBeGreaterThan(faultsMin)
  expect(survivableKinds.filter(kind => !faults.has(kind))).toEqual([])
})

test('none is doubled in a CRM that makes a record of whatever it is sent', async () => {
  const played = await playWorlds({ seed: 2_000, leads: 900, intensity: 0.5, crmKind: 'create-only' })
  expect(played.broken.map(({ world, violations }) => ({ again: commandOf(world), violations }))).toEqual([])
  expect([played.lost, played.doubled]).toEqual([0, 0])
  expect(survivableKinds.filter(kind => isWithin(kind, 'create-only') && !played.faults.has(kind))).toEqual([])
})
