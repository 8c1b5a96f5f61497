// Thousands of people under faults by chance: none lost, none doubled. SIM_LEADS=16000 plays fewer of them.

import { expect, test } from 'vitest'
import { survivableKinds } from './fault-kinds.ts'
import { playWorlds } from './play-worlds.ts'
import { commandOf, faultsIn } from './report.ts'
import { isWithin } from './scenes.ts'

const leads = Number(process.env['SIM_LEADS'] ?? 50_000)
/** In parts, so that a breach is told early and none is near its time limit. Seeds of two parts never meet. */
const parts = [1, 2, 3, 4].map(part => ({ seed: part * 10_000, leads: Math.ceil(leads / 4) }))
/** What chance makes of these seeds, with room for changes of the product. */
const faultsPerLeadMin = 2

test.for(parts)('none of $leads leads is lost or doubled, from seed $seed', async part => {
  const played = await playWorlds({ ...part, intensity: 0.5, crmKind: 'upsert' })
  const { lost, doubled, broken, faults } = played
  expect(broken.map(({ world, violations }) => ({ again: commandOf(world), violations }))).toEqual([])
  expect({ lost, doubled, leads: played.leads }).toEqual({ lost: 0, doubled: 0, leads: part.leads })
  expect(faultsIn(played)).toBeGreaterThan(faultsPerLeadMin * part.leads)
  expect(survivableKinds.filter(kind => !faults.has(kind))).toEqual([])
})

test('none is doubled in a CRM that makes a record of whatever it is sent', async () => {
  const played = await playWorlds({ seed: 2_000, leads: 1_500, intensity: 0.5, crmKind: 'create-only' })
  expect(played.broken.map(({ world, violations }) => ({ again: commandOf(world), violations }))).toEqual([])
  expect([played.lost, played.doubled]).toEqual([0, 0])
  expect(survivableKinds.filter(kind => isWithin(kind, 'create-only') && !played.faults.has(kind))).toEqual([])
})
