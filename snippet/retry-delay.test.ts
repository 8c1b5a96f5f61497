import { expect, it } from 'vitest'
import { retryDelayMs } from './retry-delay.ts'

it('doubles from one second to one minute, between half of it and the whole', () => {
  expect([0, 1, 2, 5, 6, 50].map(attempts => retryDelayMs(attempts, 1))).toEqual([
    1_000, 2_000, 4_000, 32_000, 60_000, 60_000,
  ])
  expect(retryDelayMs(3, 0)).toBe(4_000)
})
