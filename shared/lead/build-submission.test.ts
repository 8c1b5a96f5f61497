// Building a submission: a bad field is an issue, a person that nobody can reach is a refusal, and nothing else is.

import { expect, test } from 'vitest'
import { newSubmissionId, parseSiteId } from '../ids.ts'
import { clockSkewMsMax, fieldsMax, formFillMsMin, occurredAgeDaysMax } from '../limits.ts'
import { buildSubmission, type SentSubmission } from './build-submission.ts'

const receivedAt = Date.UTC(2026, 10, 24, 12)
const siteId = parseSiteId('site')
const isoAt = (ms: number) => new Date(receivedAt + ms).toISOString()

function built(changes: Partial<SentSubmission> = {}) {
  if (!siteId) throw new Error('a good name')
  const sent: SentSubmission = {
    fields: { email: 'ana@example.com' },
    hints: {},
    form: { how: 'api', intent: 'high' },
    page: {},
    attribution: {},
    ...changes,
  }
  const id = newSubmissionId(receivedAt, new Uint8Array(10))
  return buildSubmission(sent, { id, siteId, defaultCountry: 'BR', receivedAt })
}
const made = (changes: Partial<SentSubmission> = {}) => {
  const result = built(changes)
  if (!result.ok) throw new Error(JSON.stringify(result.error))
  return result.value
}

test('reads what was sent, and keeps it as it was sent', () => {
  const submission = made({
    fields: [
      ['E-mail', ' ANA@Example.com '],
      ['telefone', '(11) 99999-0000'],
      ['cor', 'azul'],
    ],
  })
  expect(submission.profile).toMatchObject({ email: 'ana@example.com', phone: '+5511999990000' })
  expect(submission.custom).toEqual([{ name: 'cor', values: ['azul'] }])
  expect(submission.fields.map(({ name }) => name)).toEqual(['E-mail', 'telefone', 'cor'])
  expect(submission).toMatchObject({ issues: [], occurredAt: isoAt(0), receivedAt: isoAt(0), touchpoints: [] })
})

test.each([
  ['an address', { email: 'ana@example.com' }],
  ['a phone', { phone: '+5511999990000' }],
  ['an address and a phone that cannot be read', { email: 'ana@example.com', phone: 'x' }],
])('takes a person with %s', (_, fields) => {
  expect(built({ fields }).ok).toBe(true)
})

test.each<[string, unknown, readonly unknown[]]>([
  ['no fields', {}, [{ pointer: '/fields', code: 'no_identity' }]],
  ['a name alone', { name: 'Ana' }, [{ pointer: '/fields', code: 'no_identity' }]],
  [
    'an address that is none',
    { 'e/mail': 'x', email: 'not an address' },
    expect.arrayContaining([{ pointer: '/fields/email', code: 'invalid_format' }]),
  ],
  [
    'an address that is no text',
    { 'email~1': { a: 1 } },
    [
      { pointer: '/fields', code: 'no_identity' },
      { pointer: '/fields/email~01', code: 'invalid_type' },
    ],
  ],
  ['fields that are a text', 'email=ana', [{ pointer: '/fields', code: 'invalid_type' }]],
  [
    'too many fields',
    Object.fromEntries(Array.from({ length: fieldsMax + 1 }, (_, n) => [`f${n}`, 'x'])),
    [{ pointer: '/fields', code: 'too_many_fields' }],
  ],
])('refuses %s and says where', (_, fields, error) => {
  expect(built({ fields })).toEqual({ ok: false, error })
})

test('keeps the lead when a field is bad, and reports the field', () => {
  expect(made({ fields: { email: 'ana@example.com', phone: 'abc' } }).issues).toEqual([
    { field: 'phone', code: 'invalid_phone' },
  ])
})

test.each([
  ['a while ago', isoAt(-60_000), isoAt(-60_000), []],
  ['a little ahead', isoAt(clockSkewMsMax - 1), isoAt(0), []],
  ['far ahead', isoAt(clockSkewMsMax), isoAt(0), ['clock_skew']],
  ['just not too old', isoAt(1 - occurredAgeDaysMax * 86_400_000), isoAt(1 - occurredAgeDaysMax * 86_400_000), []],
  ['too old', isoAt(-occurredAgeDaysMax * 86_400_000), isoAt(0), ['clock_skew']],
  ['no time', 'yesterday', isoAt(0), ['invalid_time']],
  ['a number', 5, isoAt(0), ['invalid_time']],
  ['not given', undefined, isoAt(0), []],
  ['null', null, isoAt(0), []],
])('believes the sender about the moment only where it can: %s', (_, occurredAt, expected, codes) => {
  const submission = made({ occurredAt })
  expect(submission.occurredAt).toBe(expected)
  expect(submission.issues).toEqual(codes.map(code => ({ field: 'occurred_at', code })))
})

test.each([
  [{ elapsedMs: formFillMsMin - 1 }, 'filled_too_fast'],
  [{ honeypot: 'x' }, 'honeypot_filled'],
  [{ elapsedMs: formFillMsMin, honeypot: '' }, undefined],
  [{}, undefined],
])('flags %j as %s', (sent, spam) => {
  expect(made(sent).spam).toBe(spam)
})

test('reports an act of consent that is dated ahead of its receipt, and takes the time of the submission', () => {
  const { consent, issues } = made({ consent: { state: 'granted', source: 'api', at: '2099-01-01T00:00:00Z' } })
  expect(consent).toMatchObject({ state: 'granted', at: isoAt(0) })
  expect(issues).toEqual([{ field: 'consent', code: 'clock_skew' }])
})

test('reports a consent that cannot be read, and grants nothing by it', () => {
  const bad = made({ consent: { state: 'granted', source: 'dream' } })
  expect(bad.consent.state).toBe('unknown')
  expect(bad.issues).toEqual([{ field: 'consent', code: 'invalid_consent' }])
  expect(made({ consent: { state: 'granted', source: 'checkbox' } })).toMatchObject({
    consent: { state: 'granted' },
    issues: [],
  })
})

const hidden = { email: 'ana@example.com', 'form_fields[UTM_Source]': 'hidden' }
const page = { url: 'https://site.example/?utm_source=page', referrer: 'https://a.example/?q=1' }

test('takes the source from what the sender saw, else from hidden inputs, else from the address of the page', () => {
  const first = { utm_source: 'first', at: isoAt(-5_000) }
  const sources = (changes: Partial<SentSubmission>) => made(changes).touchpoints.map(({ utm_source }) => utm_source)
  expect(sources({ fields: hidden, page, attribution: { first, last: { utm_source: 'last' } } })).toEqual([
    'first',
    'last',
  ])
  expect(sources({ fields: hidden, page, attribution: { first: 'x', last: {} } })).toEqual(['hidden'])
  expect(sources({ page })).toEqual(['page'])
  expect(sources({ page: { url: 'nowhere' } })).toEqual([])
})

test('takes one arrival that is sent as first and as last touch for one', () => {
  const touch = { utm_source: 'google', at: isoAt(-5_000) }
  expect(made({ attribution: { first: touch, last: { ...touch } } }).touchpoints).toHaveLength(1)
  expect(made({ attribution: { first: touch, last: { ...touch, at: isoAt(-1) } } }).touchpoints).toHaveLength(2)
})

test('keeps the page without the query of its referrer, and nothing that is no address', () => {
  expect(made({ page: { ...page, title: 'T' } }).page).toEqual({
    url: page.url,
    title: 'T',
    referrer: 'https://a.example/',
  })
  expect(made({ page: { url: 'javascript:alert(1)', referrer: 5 } }).page).toEqual({})
})

test('keeps no password, in no part of the submission', () => {
  const submission = made({ fields: { email: 'ana@example.com', password: 'hunter2-secret', note: 'kept' } })
  expect(JSON.stringify(submission)).not.toContain('hunter2-secret')
  expect(JSON.stringify(submission)).toContain('kept')
})
