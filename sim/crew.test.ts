// Who plays a scene makes no difference: the crew's outcome is the one of this very process.

import { expect, test } from 'vitest'
import { playAll } from './crew.ts'
import { playScene, type Scene } from './outcome.ts'

const scenes: readonly Scene[] = [11, 12, 13, 14, 15].map(seed => ({
  seed,
  leads: 12,
  plan: { kind: 'chance', intensity: 1 },
}))

test('a scene comes to the same in whichever process it is played, and in the order that it was given', async () => {
  const here = []
  for (const scene of scenes) here.push(await playScene(scene))
  expect(new Set(here.map(({ steps }) => steps)).size).toBe(scenes.length)
  expect(await playAll(scenes)).toEqual(here)
  // Once more by members that have played before.
  expect(await playAll(scenes.toReversed())).toEqual(here.toReversed())
})

test('a scene that cannot be played is told of, and not taken for a good one', async () => {
  // More people than any array holds.
  const impossible: Scene = { seed: 1, leads: 2 ** 40, plan: { kind: 'chance', intensity: 1 } }
  await expect(playAll([impossible])).rejects.toThrow('seed 1')
})

test('no scene is no work', async () => {
  expect(await playAll([])).toEqual([])
})
