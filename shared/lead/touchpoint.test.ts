// One touch: what says where a person came from is kept, and named from that touch alone.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { touchpointValueCharsMax } from '../limits.ts'
import { channelOf, isDirect, nameSource, readTouchpoint, touchpointFromUrl } from './touchpoint.ts'

const at = '2026-11-24T12:00:00.000Z'

test('keeps UTM values, click ids, referrer, landing page and time', () => {
  const sent = {
    utm_source: ' google ',
    utm_medium: 'cpc',
    gclid: 'abc',
    referrer: 'https://www.google.com/search?q=secret#x',
    landing_page: 'https://site.example/a?utm_source=google',
    at: '2026-11-20T10:00:00Z',
    password: 'x',
  }
  expect(readTouchpoint(sent, at)).toEqual({
    utm_source: 'google',
    utm_medium: 'cpc',
    clickIds: { gclid: 'abc' },
    referrer: 'https://www.google.com/search',
    landingPage: 'https://site.example/a?utm_source=google',
    at: '2026-11-20T10:00:00.000Z',
  })
})

test.each([undefined, null, 'google', [], {}, { utm_source: '  ' }, { utm_source: 5 }, { other: 'x' }])(
  'reads no touch from %j',
  value => {
    expect(readTouchpoint(value, at)).toBeUndefined()
  },
)

test.each([undefined, 'soon', '2026-11-24T12:00:01Z'])('uses the moment of the submission instead of %j', sentAt => {
  expect(readTouchpoint({ utm_source: 'a', at: sentAt }, at)?.at).toBe(at)
})

test('cuts long values, and keeps those that just fit', () => {
  const source = (length: number) => readTouchpoint({ utm_source: 'x'.repeat(length) }, at)?.utm_source
  expect(source(touchpointValueCharsMax)).toHaveLength(touchpointValueCharsMax)
  expect(source(touchpointValueCharsMax + 1)).toHaveLength(touchpointValueCharsMax)
})

test('reads a touch from the address of a page, and a referrer of another site only', () => {
  const page = 'https://site.example/a?utm_source=news&fbclid=f'
  expect(touchpointFromUrl(page, 'https://other.example/x?y', at)).toEqual({
    utm_source: 'news',
    clickIds: { fbclid: 'f' },
    referrer: 'https://other.example/x',
    landingPage: page,
    at,
  })
  expect(touchpointFromUrl(page, 'https://site.example/before', at)).not.toHaveProperty('referrer')
  expect(touchpointFromUrl('javascript:alert(1)', undefined, at)).toBeUndefined()
  expect(touchpointFromUrl(undefined, 'https://other.example/', at)).toBeUndefined()
})

test.each([
  [
    { utm_source: 'news', utm_medium: 'email', utm_campaign: 'spring', clickIds: { gclid: 'x' } },
    'news',
    'email',
    'spring',
  ],
  [{ utm_source: 'news' }, 'news', '(none)', undefined],
  [{ clickIds: { gclid: 'x', fbclid: 'y' }, referrer: 'https://a.example/' }, 'google', 'cpc', undefined],
  [{ clickIds: { fbclid: 'y' } }, 'facebook', 'social', undefined],
  [{ clickIds: { gad_source: '1' } }, 'google', 'cpc', undefined],
  [{ utm_source: 'Instagram', utm_medium: 'Paid_Social' }, 'Instagram', 'Paid_Social', undefined],
  [{ utm_medium: 'cpc', referrer: 'https://www.google.com.br/' }, 'google', 'cpc', undefined],
  [{ referrer: 'https://www.google.com.br/' }, 'google', 'organic', undefined],
  [{ referrer: 'https://l.facebook.com/' }, 'facebook', 'social', undefined],
  [{ referrer: 'android-app://com.linkedin.android/' }, 'linkedin', 'social', undefined],
  [{ referrer: 'https://checkout.stripe.com/pay' }, '(direct)', '(none)', undefined],
  [
    { referrer: 'https://blog.site.example/', landingPage: 'https://www.site.example/' },
    '(direct)',
    '(none)',
    undefined,
  ],
  [{ utm_source: 'null', utm_medium: '(none)', utm_campaign: ' ' }, '(direct)', '(none)', undefined],
  [{ referrer: 'https://www.blog.example/post' }, 'blog.example', 'referral', undefined],
  [{ utm_campaign: 'spring' }, '(not set)', '(not set)', 'spring'],
  [{}, '(direct)', '(none)', undefined],
])('names the source of %j', (touch, source, medium, campaign) => {
  expect(nameSource({ at, ...touch })).toEqual({ source, medium, ...(campaign ? { campaign } : {}) })
})

test.each([
  [{ clickIds: { gclid: 'x' } }, 'Paid Search'],
  [{ clickIds: { fbclid: 'x' } }, 'Organic Social'],
  [{ referrer: 'https://claude.ai/' }, 'AI Assistants'],
  [{ utm_source: 'rdstation', utm_medium: 'E-mail' }, 'Email'],
  [{ utm_campaign: 'spring' }, 'Unassigned'],
  [{}, 'Direct'],
])('names the channel of %j', (touch, channel) => {
  expect(channelOf({ at, ...touch })).toBe(channel)
})

test('keeps the app that opened the page, and nothing behind its name', () => {
  const stored = (referrer: string) => readTouchpoint({ referrer }, at)?.referrer
  expect(stored('android-app://com.google.android.gm/http/x?y=secret')).toBe('android-app://com.google.android.gm/')
  expect(stored('android-app://com.linkedin.android')).toBe('android-app://com.linkedin.android/')
  expect(stored('android-app://a b/')).toBeUndefined()
  expect(stored('javascript:alert(1)')).toBeUndefined()
})

test('takes no referrer from another host of the same site', () => {
  const touch = (referrer: string) => touchpointFromUrl('https://www.site.example/?utm_source=a', referrer, at)
  expect(touch('https://app.site.example/x')).not.toHaveProperty('referrer')
  expect(touch('https://site.other.example/x')).toHaveProperty('referrer')
})

test('is direct exactly when the name of its source is', () => {
  const value = fc.constantFrom('', ' ', 'null', '(direct)', 'google', 'x')
  const anyTouch = fc.record(
    {
      at: fc.constant(at),
      utm_source: value,
      utm_medium: value,
      utm_campaign: value,
      clickIds: fc.record({ gclid: value, fbclid: value }, { requiredKeys: [] }),
      referrer: fc.constantFrom('https://www.paypal.com/', 'https://a.example/', 'https://www.bing.com/', 'x'),
      landingPage: fc.constantFrom('https://www.a.example/', 'https://b.example/'),
    },
    { requiredKeys: ['at'] },
  )
  fc.assert(
    fc.property(anyTouch, touch => {
      expect(isDirect(touch)).toBe(nameSource(touch).source === '(direct)')
    }),
    { numRuns: 2_000 },
  )
})

test('is direct when it says nothing, and not when it names a campaign', () => {
  expect(isDirect({ at, landingPage: 'https://site.example/' })).toBe(true)
  expect(isDirect({ at, utm_campaign: 'spring' })).toBe(false)
  expect(isDirect({ at, referrer: 'https://a.example/' })).toBe(false)
})

test('reads the marks of a page in any case, as Snap and people write them', () => {
  const touch = touchpointFromUrl(
    'https://site.example/?ScCid=abc&utm_source=&UTM_Source=news&utm_source=late',
    undefined,
    at,
  )
  expect(touch).toMatchObject({ utm_source: 'news', clickIds: { sccid: 'abc' } })
})
