// The schedule of attempts: full jitter within ceilings, about three days in all, and what a destination may ask for.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { retryAfterHoursMax } from '../limits.ts'
import { attemptsMax, planRetry, readRetryAfter, retryCeilingSeconds } from './retry-policy.ts'

const hourMs = 3_600_000
const waits = (random: number) =>
  retryCeilingSeconds.map((_, at) => {
    const plan = planRetry({ attempts: at + 1, random, timeScale: 1 })
    return plan.kind === 'again' ? plan.afterMs : Number.NaN
  })
const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0)

test('waits at least a second and at most the ceiling of its attempt', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: attemptsMax - 1 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempts, random) => {
        const plan = planRetry({ attempts, random, timeScale: 1 })
        const ceiling = (retryCeilingSeconds[attempts - 1] ?? 0) * 1_000
        expect(plan.kind).toBe('again')
        expect(plan.kind === 'again' && plan.afterMs >= 1_000 && plan.afterMs <= ceiling).toBe(true)
      },
    ),
  )
})

test('tries for about three days on average, and for less than six at most', () => {
  expect(sum(waits(0.5)) / hourMs).toBeGreaterThan(60)
  expect(sum(waits(0.5)) / hourMs).toBeLessThan(76)
  expect(sum(waits(0.999999)) / hourMs).toBeLessThan(144)
})

test('parks after the last attempt, and not one earlier', () => {
  expect(planRetry({ attempts: attemptsMax - 1, random: 0.5, timeScale: 1 }).kind).toBe('again')
  expect(planRetry({ attempts: attemptsMax, random: 0.5, timeScale: 1 })).toEqual({ kind: 'park' })
  expect(planRetry({ attempts: attemptsMax + 1, random: 0.5, timeScale: 1, afterSeconds: 5 })).toEqual({ kind: 'park' })
})

test.each([
  ['a longer wait than planned', 600, 600_000],
  ['a shorter wait than planned', 2, 5_000],
  ['less than nothing', -5, 5_000],
  ['more than a day', 10 * 86_400, retryAfterHoursMax * hourMs],
])('when the destination asks for %s, waits what both agree to', (_, afterSeconds, afterMs) => {
  expect(planRetry({ attempts: 1, random: 0.5, timeScale: 1, afterSeconds })).toEqual({ kind: 'again', afterMs })
})

test('scales every wait, the asked one too', () => {
  expect(planRetry({ attempts: 1, random: 0.5, timeScale: 0.01 })).toEqual({ kind: 'again', afterMs: 50 })
  expect(planRetry({ attempts: 1, random: 0, timeScale: 0.01, afterSeconds: 60 })).toEqual({
    kind: 'again',
    afterMs: 600,
  })
})

const now = Date.parse('2026-11-24T12:00:00Z')

test.each([
  ['120', 120],
  [' 0 ', 0],
  ['9999999999', retryAfterHoursMax * 3_600],
  ['Tue, 24 Nov 2026 12:01:30 GMT', 90],
  ['Tue, 24 Nov 2026 11:00:00 GMT', 0],
  ['Wed, 24 Nov 2100 12:00:00 GMT', retryAfterHoursMax * 3_600],
])('reads Retry-After %j as %i seconds', (header, seconds) => {
  expect(readRetryAfter(header, now)).toBe(seconds)
})

test.each([null, undefined, '', '  ', 'soon', '12345678901', 'NaN'])('reads nothing from Retry-After %j', header => {
  expect(readRetryAfter(header, now)).toBeUndefined()
})

test('never reads a negative wait or one above a day, whatever the header says', () => {
  fc.assert(
    fc.property(
      fc.oneof(fc.string(), fc.integer().map(String), fc.date({ noInvalidDate: true }).map(String)),
      header => {
        const seconds = readRetryAfter(header, now) ?? 0
        expect(seconds >= 0 && seconds <= retryAfterHoursMax * 3_600).toBe(true)
      },
    ),
  )
})
