// The watch itself: what it takes for an attempt added, and for a person.

import { expect, test } from 'vitest'
import { attemptsListedMax } from '../shared/limits.ts'
import { isAppended, tellsOfPerson } from './watch.ts'

const history = (...attempts: readonly number[]) => JSON.stringify(attempts.map(at => ({ at })))
const upTo = (last: number) => Array.from({ length: last }, (_, at) => at + 1)

test('a history may grow at its end, and not anywhere else', () => {
  expect(isAppended(history(), history(1))).toBe(true)
  expect(isAppended(history(1, 2), history(1, 2, 3))).toBe(true)
  expect(isAppended(history(1, 2), history(1))).toBe(false)
  expect(isAppended(history(1, 2), history(2, 3))).toBe(false)
})

test('a history at its bound keeps its first attempt and lets the second one go', () => {
  const full = upTo(attemptsListedMax)
  expect(isAppended(history(...full), history(1, ...full.slice(2), 0))).toBe(true)
  expect(isAppended(history(...full), history(...full.slice(1), 0))).toBe(false)
})

test('a person is found by any mark that its values have', () => {
  expect(tellsOfPerson('Bemo.KANARIN7@example.com')).toBe(true)
  expect(tellsOfPerson('+55 (11) 990000007')).toBe(true)
  expect(tellsOfPerson('delivery.settled 01a20d6f-24c5-79e7')).toBe(false)
})
