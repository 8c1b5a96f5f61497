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
const someProfile: fc.Arbitrary<Submission['profile']> = fc.record(
  {
    email: fc.constantFrom('ana@example.com', 'contato@example.com', ''),
    phone: fc.constantFrom('+1', '+2', ''),
    phoneExtension: fc.constantFrom('7', '8'),
    firstName: fc.constantFrom('Ana', 'A.', ' '),
    lastName: fc.constantFrom('Lima', ''),
    fullName: fc.oneof(fc.string(), fc.constantFrom('Ana Lima', 'A. L.', 'Rui')),
    company: fc.string(),
    country: fc.constantFrom('BR', 'PT'),
    state: fc.constantFrom('BR-SP', 'BR-PE', ''),
    city: fc.constantFrom('Recife', 'São Paulo', 'Lisboa'),
    postalCode: fc.constantFrom('50010-000', '01310-100'),
    interest: fc.array(fc.constantFrom('a', 'b', ''), { maxLength: 2 }),
  },
  { requiredKeys: [] },
)
const someSubmissions = fc
  .uniqueArray(
    fc.tuple(fc.nat(20), fc.nat(5), fc.array(someTouch, { maxLength: 3 }), fc.boolean(), someProfile, fc.string()),
    { minLength: 1, maxLength: 8, selector: ([n]) => n },
  )
  .map(list =>
    list.map(([n, step, touchpoints, isHigh, profile, name]) =>
      aSubmission(n, {
        // Some at one moment, some in one visit, some a day and more apart.
        occurredAt: isoOf(step * 500),
        touchpoints,
        profile,
        changes: isHigh ? [{ field: 'fullName', rule: 'joined_names', before: name }] : [],
        custom: [{ name: name.slice(0, 1), values: [name] }],
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

const profileOf = (...profiles: readonly Submission['profile'][]) =>
  foldLead(
    head,
    profiles.map((profile, n) => aSubmission(n, { profile })),
  ).profile

test('lets the newer value win field by field, and a blank erase nothing', () => {
  const email = 'a@example.com'
  expect(
    profileOf(
      { email, company: 'Old', jobTitle: 'CEO', interest: ['a'] },
      { company: 'New', jobTitle: '', interest: [] },
    ),
  ).toEqual({ email, company: 'New', jobTitle: 'CEO', interest: ['a'] })
  expect(profileOf({ email, message: 'hello' }, { message: '  ' })).toEqual({ email, message: 'hello' })
})

test('keeps the fuller name, and of equally full ones the newer', () => {
  const ana = { firstName: 'Ana', lastName: 'Lima', fullName: 'Ana Lima' }
  expect(profileOf(ana, { firstName: 'Ana', fullName: 'Ana' })).toEqual(ana)
  expect(profileOf({ fullName: 'A. L.' }, { fullName: 'Ana' })).toEqual({ fullName: 'Ana' })
  expect(profileOf(ana, { fullName: 'Ana Lima Rocha' })).toEqual({ fullName: 'Ana Lima Rocha' })
  expect(profileOf({ firstName: 'Ana', lastName: 'Lima' }, { fullName: 'Ana' })).toEqual({
    firstName: 'Ana',
    lastName: 'Lima',
  })
})

test('keeps the address of a person over that of a team, and of two people the newer', () => {
  expect(profileOf({ email: 'ana@example.com' }, { email: 'contato@example.com' }).email).toBe('ana@example.com')
  expect(profileOf({ email: 'contato@example.com' }, { email: 'ana@example.com' }).email).toBe('ana@example.com')
  expect(profileOf({ email: 'ana@example.com' }, { email: 'ana.lima@example.com' }).email).toBe('ana.lima@example.com')
})

test('keeps a name that was typed over a newer one that was made of another field', () => {
  const typed = aSubmission(1, { profile: { firstName: 'Ana', lastName: 'Lima' } })
  const changes = (['firstName', 'lastName'] as const).map(field => ({ field, rule: 'split_full_name', before: 'x' }))
  const profile = { firstName: 'Lima', lastName: 'Ana' }
  expect(foldLead(head, [typed, aSubmission(2, { profile, changes })]).profile).toEqual(typed.profile)
  expect(foldLead(head, [typed, aSubmission(2, { profile, changes: changes.slice(1) })]).profile).toEqual(profile)
})

test('chooses by the later submission id where two were made at one time', () => {
  const at = (n: number, company: string) => aSubmission(n, { occurredAt: isoOf(0), profile: { company } })
  expect(foldLead(head, [at(2, 'Two'), at(1, 'One')]).profile.company).toBe('Two')
})

test('never mixes a name or a phone from two submissions', () => {
  const { lastName, phoneExtension, ...profile } = profileOf(
    { firstName: 'Ana', lastName: 'Lima', fullName: 'Ana', phone: '+1', phoneExtension: '9' },
    { firstName: 'Rui', fullName: 'Rui', phone: '+2' },
  )
  expect(lastName).toBeUndefined()
  expect(phoneExtension).toBeUndefined()
  expect(profile).toEqual({ firstName: 'Rui', fullName: 'Rui', phone: '+2' })
})

test('keeps the extension of a number that comes again without it', () => {
  expect(profileOf({ phone: '+1', phoneExtension: '9' }, { phone: '+1' })).toEqual({ phone: '+1', phoneExtension: '9' })
})

test('takes the most urgent route that any submission asks for, and never a lower one later', () => {
  const named = (n: number, name: string) => aSubmission(n, { form: { how: 'api', intent: 'low', name } })
  const routes = [
    { route: 'key-accounts', priority: 5, forms: ['Demo'] },
    { route: 'rest', priority: 1 },
  ]
  expect(foldLead(head, [named(1, 'Demo'), named(2, 'Newsletter')]).route).toEqual({ route: 'demo', priority: 100 })
  expect(foldLead(head, [named(1, 'Newsletter')]).route).toEqual({ route: 'newsletter', priority: 10 })
  expect(foldLead(head, [named(1, 'Demo'), named(2, 'x')], { routes }).route?.route).toBe('key-accounts')
  expect(foldLead(head, [named(1, 'x')], { routes }).route?.route).toBe('rest')
  expect(foldLead(head, [named(1, 'Demo')], { routes: [] })).not.toHaveProperty('route')
  fc.assert(
    fc.property(someSubmissions, fc.nat(7), (list, count) => {
      const some = list.slice(0, 1 + (count % list.length))
      const before = foldLead(head, some).route?.priority ?? 0
      expect(foldLead(head, list).route?.priority ?? 0).toBeGreaterThanOrEqual(before)
    }),
  )
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

test('keeps a refusal in force when a later submission states an older grant', () => {
  const consent = (state: ConsentRecord['state'], n: number): Partial<Submission> => ({
    consent: { state, source: 'api', channels: {}, at: isoOf(n) },
  })
  const lead = foldLead(head, [aSubmission(5, consent('denied', 5)), aSubmission(9, consent('granted', 1))])
  expect(currentConsent(lead)?.state).toBe('denied')
  expect(lead.consents.map(({ state }) => state)).toEqual(['granted', 'denied'])
})

test('makes no lead of no submission', () => {
  expect(() => foldLead(head, [])).toThrow('at least one')
})
