// When a vendor is asked again what fields it has.

import { expect, test } from 'vitest'
import { catalogHoursMax, catalogMinutesMin } from '../limits.ts'
import { isCatalogDue } from './catalog-age.ts'

const now = Date.UTC(2026, 10, 28, 12)
const minutes = (count: number) => now - count * 60_000
const due = (askedAt?: number, readAt?: number, isRefused = false) => isCatalogDue({ now, askedAt, readAt, isRefused })

test('is asked when nobody has asked yet', () => {
  expect(due()).toBe(true)
})

test('is asked once a day', () => {
  const day = catalogHoursMax * 60
  expect(due(minutes(day - 1), minutes(day - 1))).toBe(false)
  expect(due(minutes(day), minutes(day))).toBe(true)
})

test('is asked at once after a refusal, but not again within ten minutes', () => {
  expect(due(minutes(catalogMinutesMin), minutes(catalogMinutesMin), true)).toBe(true)
  expect(due(minutes(catalogMinutesMin - 1), minutes(catalogMinutesMin - 1), true)).toBe(false)
})

test('is asked every ten minutes where it does not answer, and not more often', () => {
  expect(due(minutes(catalogMinutesMin - 1))).toBe(false)
  expect(due(minutes(catalogMinutesMin))).toBe(true)
})
