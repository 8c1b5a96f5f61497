// Whatever is sent, there is an answer, it is one of ours, and it is the same when asked again.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isBot } from './bots.ts'
import { channelGroup, channels } from './channel-group.ts'
import { classifySource } from './classify-source.ts'
import { sourceCategory } from './source-category.ts'

const media = ['search', 'social', 'email', 'paid', 'ai', 'referral', 'direct']
const oddText = fc.oneof(
  fc.string({ unit: 'binary' }),
  fc.string({ unit: 'grapheme' }),
  fc.constantFrom('\ud800', '\0', '\u202e', '\u200b', 'https://', 'https://a..b/', 'http://[::1]/', 'android-app://'),
)
const someHost = fc.oneof(
  fc.domain(),
  fc.constantFrom(
    'google.com',
    'l.facebook.com',
    'mail.yahoo.com',
    'x.com',
    'pay.example',
    'a.b.c.d.e.f.g.h.i.j.example',
  ),
)
const someAddress = fc.oneof(
  oddText,
  fc.tuple(someHost, oddText).map(([host, text]) => `https://${host}/${text}`),
  fc.tuple(someHost, oddText).map(([host, text]) => `https://${host}/?q=${encodeURIComponent(text.toWellFormed())}`),
  fc
    .tuple(someHost, oddText, fc.constantFrom('utm_source', 'utm_medium', 'utm_campaign', 'gclid', 'fbclid'))
    .map(([host, text, name]) => `https://${host}/?${name}=${encodeURIComponent(text.toWellFormed())}`),
)

test('answers for any address and any referrer, the same each time', () => {
  fc.assert(
    fc.property(someAddress, someAddress, (url, referrer) => {
      const answer = classifySource({ url, referrer })
      expect(media).toContain(answer.medium)
      expect(channels).toContain(answer.channel)
      expect(answer.source).not.toBe('')
      expect(classifySource({ url, referrer })).toEqual(answer)
    }),
    { numRuns: 5_000 },
  )
})

test('says the same of a source that it named itself', () => {
  fc.assert(
    fc.property(someAddress, referrer => {
      const answer = classifySource({ url: 'https://site.example/', referrer })
      const again = classifySource({
        url: `https://site.example/?utm_source=${encodeURIComponent(answer.source)}&utm_medium=${answer.mediumName}`,
        referrer: '',
      })
      expect(again.source).toBe(answer.source)
    }),
    { numRuns: 2_000 },
  )
})

test.each([
  ['numbers', 5],
  ['lists', ['https://www.google.com/']],
  ['nothing', null],
])('takes %s for no address', (_, value) => {
  expect(classifySource({ url: value, referrer: value }).channel).toBe('Direct')
})

test('does not slow down on long input', () => {
  for (const unit of ['a', 'a.', 'cp', '-', 'mail', 'search ', '\u0301', 'https://']) {
    const long = unit.repeat(1_000_000 / unit.length)
    const start = performance.now()
    classifySource({
      url: `https://site.example/?utm_source=${long}&utm_medium=${long}`,
      referrer: `https://${long}.example/${long}`,
    })
    channelGroup({ source: long, medium: long, campaign: long })
    sourceCategory(long)
    isBot(long)
    expect(performance.now() - start).toBeLessThan(longInputMsMax)
  }
})

// Some milliseconds on an idle machine; the rest is for a busy one. A pattern that backtracks takes minutes.
const longInputMsMax = 2_000
