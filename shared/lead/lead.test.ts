// A lead and its source are folds: whatever order submissions come in and however often, the lead is the same.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { SubmissionId } from '../ids.ts'
import { newLeadId, newSubmissionId, parseSiteId } from '../ids.ts'
import { foldAttribution } from './attribution.ts'
import type { ConsentRecord } from './consent.ts'
import { currentConsent, foldLead } from './lead.ts'
import type { Submission } from './submission.ts'
import { isDirect, type Touchpoint } from './touchpoint.ts'

const siteId = parseSiteId('site') ?? fail('a good name')
const head = { id: newLeadId(0, new Uint8Array(10)), revision: 1 }
const isoOf = (minute: number) => new Date(Date.UTC(2026, 10, 24, 12, minute)).toISOString()
const idOf = (n: number): SubmissionId => newSubmissionId(n, new Uint8Array(10))

function fail(why: string): never {
  throw new Error(why)
}

function aSubmission(n: number, changes: Partial<Submission> = {}): Submission {
  return {
    id: idOf(n),
    siteId,
    occurredAt: isoOf(n),
    receivedAt: isoOf(n),
    fields: [],
    profile: { email: 'ana@example.com' },
    custom: [],
    changes: [],
    issues: [],
    touchpoints: [],
    consent: { state: 'unknown', source: 'none', channels: {}, at: isoOf(n) },
    form: { how: 'api', intent: 'low' },
    page: {},
    ...changes,
  }
}

const someTouch: fc.Arbitrary<Touchpoint> = fc.record(
  {
    at: fc.nat(5).map(isoOf),
    utm_source: fc.constantFrom('google', 'newsletter'),
    utm_campaign: fc.constantFrom('spring', 'autumn'),
    referrer: fc.constantFrom('https://news.example/', 'https://www.search.example/'),
    clickIds: fc.constant({ gclid: 'x' }),
  },
  { requiredKeys: ['at'] },
)
const someSubmissions = fc
  .uniqueArray(
    fc.tuple(fc.nat(20), fc.nat(5), fc.array(someTouch, { maxLength: 3 }), fc.boolean(), fc.string(), fc.string()),
    { minLength: 1, maxLength: 8, selector: ([n]) => n },
  )
  .map(list =>
    list.map(([n, minute, touchpoints, isHigh, company, name]) =>
      aSubmission(n, {
        occurredAt: isoOf(minute),
        touchpoints,
        profile: { email: 'ana@example.com', company, fullName: name },
        custom: [{ name: name.slice(0, 1), values: [company] }],
        form: { how: 'api', intent: isHigh ? 'high' : 'low', name },
      }),
    ),
  )
/** A list, and the same in another order with some of it repeated. */
const reordered = <T>(some: fc.Arbitrary<T[]>) =>
  some.chain(list =>
    fc.tuple(
      fc.constant(list),
      fc
        .tuple(fc.shuffledSubarray(list, { minLength: list.length }), fc.shuffledSubarray(list))
        .map(([all, again]) => [...again, ...all]),
    ),
  )

test('gives the same lead in any order and with any repetition', () => {
  fc.assert(
    fc.property(reordered(someSubmissions), ([list, other]) => {
      expect(JSON.stringify(foldLead(head, other))).toBe(JSON.stringify(foldLead(head, list)))
    }),
  )
})

test('gives the same attribution in any order and with any repetition', () => {
  fc.assert(
    fc.property(reordered(fc.array(someTouch, { maxLength: 8 })), ([list, other]) => {
      expect(foldAttribution(other)).toEqual(foldAttribution(list))
    }),
  )
})

test('never moves the original source when a later touch comes', () => {
  fc.assert(
    fc.property(fc.array(someTouch, { minLength: 1 }), fc.nat(3), (touches, minutes) => {
      const later: Touchpoint = { at: isoOf(6 + minutes), utm_source: 'later' }
      expect(foldAttribution([...touches, later]).original).toEqual(foldAttribution(touches).original)
      expect(foldAttribution([...touches, later]).latest).toEqual(later)
    }),
  )
})

test('never lets a direct visit replace a known source', () => {
  fc.assert(
    fc.property(fc.array(someTouch), touches => {
      const { latest } = foldAttribution(touches)
      const after = foldAttribution([...touches, { at: isoOf(9) }]).latest
      if (latest && !isDirect(latest)) expect(after).toEqual(latest)
      else expect(after).toEqual({ at: isoOf(9) })
    }),
  )
})

test('takes the touch that says more as the original when two share a moment', () => {
  const campaign = { at: isoOf(0), utm_campaign: 'spring' }
  expect(foldAttribution([{ at: isoOf(0) }, campaign]).original).toEqual(campaign)
  expect(foldAttribution([campaign, { at: isoOf(0), landingPage: 'https://a.example/' }]).original).toEqual(campaign)
  expect(foldAttribution([])).toEqual({})
})

test('keeps the original source when a known person comes back', () => {
  const lead = foldLead(head, [
    aSubmission(2, { touchpoints: [{ at: isoOf(2), utm_source: 'google' }] }),
    aSubmission(1, { touchpoints: [{ at: isoOf(1), utm_source: 'newsletter' }] }),
    aSubmission(3, { touchpoints: [{ at: isoOf(3) }] }),
  ])
  expect(lead.attribution).toMatchObject({ original: { utm_source: 'newsletter' }, latest: { utm_source: 'google' } })
  expect(lead).toMatchObject({ createdAt: isoOf(1), updatedAt: isoOf(3) })
  expect(lead.submissions.map(({ id }) => id)).toEqual([idOf(1), idOf(2), idOf(3)])
})

test('lets later values win field by field, and a blank erase nothing', () => {
  const lead = foldLead(head, [
    aSubmission(1, { profile: { email: 'a@example.com', company: 'Old', city: 'Recife', interest: ['a'] } }),
    aSubmission(2, { profile: { email: 'a@example.com', company: 'New', city: '', interest: [] } }),
  ])
  expect(lead.profile).toEqual({ email: 'a@example.com', company: 'New', city: 'Recife', interest: ['a'] })
})

test('never mixes a name or a phone from two submissions', () => {
  const { profile } = foldLead(head, [
    aSubmission(1, {
      profile: { firstName: 'Ana', lastName: 'Lima', fullName: 'Ana Lima', phone: '+1', phoneExtension: '9' },
    }),
    aSubmission(2, { profile: { firstName: 'Rui', fullName: 'Rui', phone: '+2' } }),
  ])
  expect(profile.lastName).toBeUndefined()
  expect(profile.phoneExtension).toBeUndefined()
  expect(profile).toMatchObject({ firstName: 'Rui', fullName: 'Rui', phone: '+2' })
})

test('keeps the last named form and the highest intent', () => {
  const form = (name: string, intent: 'high' | 'low') => ({ form: { how: 'api', intent, name } }) as const
  expect(foldLead(head, [aSubmission(1, form('Demo', 'high')), aSubmission(2, form('', 'low'))])).toMatchObject({
    formName: 'Demo',
    intent: 'high',
  })
  expect(foldLead(head, [aSubmission(1)])).not.toHaveProperty('formName')
  expect(foldLead(head, [aSubmission(1)]).intent).toBe('low')
})

test('says as consent what was last decided, and an unknown decides nothing', () => {
  const said = (n: number, state: ConsentRecord['state']) =>
    aSubmission(n, { consent: { state, source: 'checkbox', channels: {}, at: isoOf(n) } })
  const current = (...states: readonly ConsentRecord['state'][]) =>
    currentConsent(
      foldLead(
        head,
        states.map((state, n) => said(n, state)),
      ),
    )?.state
  expect(current('granted', 'unknown')).toBe('granted')
  expect(current('granted', 'denied', 'unknown')).toBe('denied')
  expect(current('denied', 'granted')).toBe('granted')
  expect(current('unknown')).toBe('unknown')
})

test('makes no lead of no submission', () => {
  expect(() => foldLead(head, [])).toThrow('at least one')
})
