// A world is its seed: whoever sees a breach can see it again.

import { expect, test } from 'vitest'
import { simulate } from './simulate.ts'

const play = async (seed: number) => {
  const { evidence, faults, opportunities, steps, elapsedMs } = await simulate({
    seed,
    leads: 25,
    plan: { kind: 'chance', intensity: 1 },
  })
  return { evidence, faults, opportunities, steps, elapsedMs }
}

test('the same seed is the same world, to the last record', async () => {
  expect(await play(3)).toEqual(await play(3))
})

test('another seed is another world', async () => {
  expect((await play(3)).steps).not.toBe((await play(4)).steps)
})

test('the machine has its clock, chance, keys, network and console back afterwards', async () => {
  const machine = () => [Date.now, Math.random, crypto, fetch, console.log, AbortSignal.timeout]
  const before = machine()
  await play(3)
  expect(machine().map((value, at) => value === before[at])).toEqual(before.map(() => true))
})
