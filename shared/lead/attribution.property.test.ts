// One history gives one attribution: a million orders of arrival, with repetitions and late arrivals, against folds that are
// wrong on purpose and that the same property has to catch.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Attribution, foldAttribution } from './attribution.ts'
import { isDirect, type Touchpoint } from './touchpoint.ts'

type Fold = (touches: readonly Touchpoint[]) => Attribution

const histories = 20_000
const ordersOfEach = 50
const controlRuns = 300

const someTouch: fc.Arbitrary<Touchpoint> = fc.record(
  {
    at: fc.nat(6).map(minute => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString()),
    utm_source: fc.constantFrom('google', 'newsletter', ''),
    utm_medium: fc.constantFrom('cpc', 'email'),
    utm_campaign: fc.constantFrom('spring', 'autumn', ' '),
    referrer: fc.constantFrom(
      'https://news.example/',
      'https://www.bing.com/',
      'https://www.paypal.com/',
      'https://shop.site.example/',
    ),
    clickIds: fc.constantFrom({ gclid: 'x' }, { fbclid: 'y' }),
    landingPage: fc.constantFrom('https://www.site.example/', 'https://www.site.example/prices'),
  },
  { requiredKeys: ['at'], noNullPrototype: true },
)
const someHistory = fc.tuple(fc.array(someTouch, { minLength: 1, maxLength: 7 }), fc.nat(2 ** 31 - 1))

/** Another order of the history, some of it twice: what is late comes last, what is repeated comes anywhere. */
function arrival(history: readonly Touchpoint[], next: () => number): Touchpoint[] {
  const list = [...history]
  for (const touch of history) if (next() % 4 === 0) list.push(touch)
  for (let at = list.length - 1; at > 0; at -= 1) {
    const other = next() % (at + 1)
    const [a, b] = [list[at], list[other]]
    if (a && b) [list[at], list[other]] = [b, a]
  }
  return list
}

/** Numbers that only depend on the seed, by xorshift (Marsaglia 2003). */
function numbersFrom(seed: number): () => number {
  let state = seed || 1
  return () => {
    state ^= state << 13
    state ^= state >>> 17
    state ^= state << 5
    return state >>> 0
  }
}

const isSame = (a: Touchpoint | undefined, b: Touchpoint | undefined) =>
  a === b || JSON.stringify(a) === JSON.stringify(b)

let ordersSeen = 0

const anyOrderGivesOne = (fold: Fold) =>
  fc.property(someHistory, ([history, seed]) => {
    const next = numbersFrom(seed)
    const expected = fold(history)
    for (let order = 0; order < ordersOfEach; order += 1) {
      ordersSeen += 1
      const got = fold(arrival(history, next))
      if (!isSame(got.original, expected.original) || !isSame(got.latest, expected.latest)) return false
    }
    return true
  })

test('gives one attribution for a million orders, repetitions and late arrivals', () => {
  fc.assert(anyOrderGivesOne(foldAttribution), { numRuns: histories })
  expect(ordersSeen).toBe(histories * ordersOfEach)
})

const firstArrivalStays: Fold = touches => ({
  ...foldAttribution(touches),
  ...(touches[0] ? { original: touches[0] } : {}),
})
const lastArrivalWins: Fold = touches => {
  const latest = touches.at(-1)
  return { ...foldAttribution(touches), ...(latest ? { latest } : {}) }
}
// Right by time, but equal times are left to the order of arrival.
const timeAloneDecides: Fold = touches => {
  const known = touches.filter(touch => !isDirect(touch))
  const latest = (known.length > 0 ? known : touches).reduce((a, b) => (b.at >= a.at ? b : a))
  return { ...foldAttribution(touches), latest }
}
const repetitionsCount: Fold = touches => {
  const count = (touch: Touchpoint) => touches.filter(other => other === touch).length
  return { ...foldAttribution(touches), latest: touches.reduce((a, b) => (count(b) > count(a) ? b : a)) }
}

test.each<[string, Fold]>([
  ['keeps what arrived first', firstArrivalStays],
  ['takes what arrived last', lastArrivalWins],
  ['leaves equal times to the order of arrival', timeAloneDecides],
  ['counts repetitions', repetitionsCount],
])('catches a fold that %s', (_, fold) => {
  expect(fc.check(anyOrderGivesOne(fold), { numRuns: controlRuns }).failed).toBe(true)
})

test('never takes a latest that says nothing while some touch says something, and never mixes two touches', () => {
  fc.assert(
    fc.property(someHistory, ([history]) => {
      const { original, latest } = foldAttribution(history)
      expect(history).toContain(original)
      expect(history).toContain(latest)
      expect(latest && isDirect(latest)).toBe(history.every(isDirect))
      expect(history.every(touch => original && original.at <= touch.at)).toBe(true)
    }),
    { numRuns: 2_000 },
  )
})
