// The rules of original and latest, case by case; lead.test.ts and attribution.property.test.ts hold them for any order.

import { expect, test } from 'vitest'
import { foldAttribution } from './attribution.ts'
import type { Touchpoint } from './touchpoint.ts'

const at = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString()
const landingPage = 'https://www.site.example/'
const search: Touchpoint = { at: at(1), referrer: 'https://www.google.com/', landingPage }
const mail: Touchpoint = { at: at(5), utm_source: 'news', utm_medium: 'email', utm_campaign: 'spring', landingPage }

test.each<[string, Touchpoint]>([
  ['a direct visit', { at: at(9), landingPage }],
  ['another host of the site', { at: at(9), referrer: 'https://app.site.example/', landingPage }],
  ['the way back from a payment', { at: at(9), referrer: 'https://www.mercadopago.com.br/checkout', landingPage }],
  ['the way back from a sign-in', { at: at(9), referrer: 'https://login.microsoftonline.com/', landingPage }],
  ['blank values', { at: at(9), utm_source: ' ', utm_medium: '(none)', utm_campaign: 'null', landingPage }],
])('never lets %s replace a known source', (_, touch) => {
  expect(foldAttribution([mail, touch]).latest).toBe(mail)
  expect(foldAttribution([touch]).latest).toBe(touch)
})

test('lets another site replace a known source', () => {
  const other = { at: at(9), referrer: 'https://partner.example/', landingPage }
  expect(foldAttribution([mail, other]).latest).toBe(other)
})

test('takes campaign and source of one touch together, also where a later touch has no campaign', () => {
  expect(foldAttribution([mail, { ...search, at: at(9) }]).latest).not.toHaveProperty('utm_campaign')
})

test('takes an earlier touch that arrives late as the original, and a later one not', () => {
  expect(foldAttribution([mail, search]).original).toBe(search)
  expect(foldAttribution([search, mail]).original).toBe(search)
})

test('never takes a touch without a time before one that has a time', () => {
  const timeless = { ...mail, at: '' }
  expect(foldAttribution([timeless, search])).toEqual({ original: search, latest: search })
  expect(foldAttribution([timeless])).toEqual({ original: timeless, latest: timeless })
})
