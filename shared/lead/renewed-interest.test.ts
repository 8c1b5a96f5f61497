// Renewed interest: told once when a person comes back after a day, and not for the forms of one visit.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { renewedInterestHoursMin, submissionsFoldedMax } from '../limits.ts'
import { renewedInterestAt } from './renewed-interest.ts'

const isoOf = (hour: number) => new Date(Date.UTC(2026, 10, 1) + hour * 3_600_000).toISOString()
const renewedAt = (...hours: readonly number[]) => renewedInterestAt(hours.map(hour => ({ occurredAt: isoOf(hour) })))
const hours = fc.array(fc.nat(300), { minLength: 1, maxLength: 20 }).map(list => list.toSorted((a, b) => a - b))

test('is none for a first interest, also when it takes several forms or a day in small steps', () => {
  expect(renewedAt(0)).toBeUndefined()
  expect(renewedAt(0, 0, 1)).toBeUndefined()
  expect(renewedAt(0, 20, 40, 60)).toBeUndefined()
})

test(`begins at ${renewedInterestHoursMin} hours`, () => {
  expect(renewedAt(0, renewedInterestHoursMin - 1 / 3_600)).toBeUndefined()
  expect(renewedAt(0, renewedInterestHoursMin)).toBe(isoOf(renewedInterestHoursMin))
})

test('is the first submission of the last visit that came after a gap', () => {
  expect(renewedAt(0, 100, 101, 102)).toBe(isoOf(100))
  expect(renewedAt(0, 100, 101, 200)).toBe(isoOf(200))
})

test('stands still or moves forward with what happens later', () => {
  fc.assert(
    fc.property(hours, fc.nat(100), (list, after) => {
      const before = renewedAt(...list) ?? ''
      const last = list.at(-1) ?? 0
      expect((renewedAt(...list, last + after) ?? '') >= before).toBe(true)
      if (after < renewedInterestHoursMin) expect(renewedAt(...list, last + after) ?? '').toBe(before)
    }),
  )
})

test('is not moved by submissions that are missing between the first and the latest', () => {
  const latest = (count: number) => [0, ...Array.from({ length: count - 1 }, (_, n) => 1_000 + n)]
  expect(renewedAt(...latest(submissionsFoldedMax - 1))).toBe(isoOf(1_000))
  expect(renewedAt(...latest(submissionsFoldedMax))).toBeUndefined()
  expect(renewedAt(...latest(submissionsFoldedMax), 5_000)).toBe(isoOf(5_000))
})
