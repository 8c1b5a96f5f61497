// One touch: what says where a person came from is kept, and named from that touch alone.

import { expect, test } from 'vitest'
import { touchpointValueCharsMax } from '../limits.ts'
import { isDirect, nameSource, readTouchpoint, touchpointFromUrl } from './touchpoint.ts'

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
  [{ clickIds: { gad_source: '1' } }, '(direct)', '(none)', undefined],
  [{ referrer: 'https://www.blog.example/post' }, 'blog.example', 'referral', undefined],
  [{ utm_campaign: 'spring' }, '(direct)', '(none)', 'spring'],
  [{}, '(direct)', '(none)', undefined],
])('names the source of %j', (touch, source, medium, campaign) => {
  expect(nameSource({ at, ...touch })).toEqual({ source, medium, ...(campaign ? { campaign } : {}) })
})

test('is direct when it says nothing, and not when it names a campaign', () => {
  expect(isDirect({ at, landingPage: 'https://site.example/' })).toBe(true)
  expect(isDirect({ at, utm_campaign: 'spring' })).toBe(false)
  expect(isDirect({ at, referrer: 'https://a.example/' })).toBe(false)
})
