// Consent: what cannot be read grants nothing, and what was denied stays denied.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { clockSkewMsMax, consentTextCharsMax } from '../limits.ts'
import { type ConsentRecord, consentsInOrder, readConsent } from './consent.ts'

const at = '2026-11-24T12:00:00.000Z'
const receivedAt = '2026-11-24T12:30:00.000Z'
const read = (value: unknown) => readConsent(value, { occurredAt: at, receivedAt })
const invalid = [{ field: 'consent', code: 'invalid_consent' }]
const nothing = { state: 'unknown', source: 'none', channels: {}, at }
const good = { state: 'granted', source: 'checkbox', channels: { email: true, ads: false } } as const

test('keeps a whole consent with its evidence', () => {
  const sent = {
    ...good,
    text: ' I agree ',
    policy_url: 'https://site.example/privacy',
    policy_version: '2026-01',
    raw: 'CPxyz',
    gpc: false,
    at: '2026-11-24T11:00:00Z',
  }
  expect(read(sent)).toEqual({
    issues: [],
    record: {
      ...good,
      text: 'I agree',
      policyUrl: 'https://site.example/privacy',
      policyVersion: '2026-01',
      raw: 'CPxyz',
      gpc: false,
      at: '2026-11-24T11:00:00.000Z',
    },
  })
})

test.each([undefined, null])('takes %s as no statement, which is valid', value => {
  expect(read(value)).toEqual({ record: nothing, issues: [] })
})

test.each(['yes', true, 1, [], {}, { state: 'Granted' }, { state: true }])('grants nothing for %j', value => {
  expect(read(value)).toEqual({ record: nothing, issues: invalid })
})

test.each([
  { source: 'dream' },
  { source: null },
  { channels: [] },
  { channels: { email: 'true' } },
  { channels: { '1st': true } },
  { channels: Object.fromEntries(Array.from({ length: 21 }, (_, n) => [`c${n}`, true])) },
  { at: 'yesterday' },
  { at: null },
])('grants nothing when a part cannot be read: %j', part => {
  const { record, issues } = read({ ...good, ...part })
  expect(issues).toEqual(invalid)
  expect(record).toMatchObject({ state: 'unknown', channels: {} })
  expect(read({ ...good, ...part, state: 'denied' }).record.state).toBe('denied')
})

test('takes twenty channels, and keeps the evidence of a consent that it does not take', () => {
  const channels = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`c${n}`, true]))
  expect(read({ ...good, channels })).toMatchObject({ issues: [], record: { channels } })
  expect(read({ ...good, channels: 1, text: 'I agree' }).record.text).toBe('I agree')
})

test('cuts a long text, and leaves out blanks and addresses that are none', () => {
  expect(read({ ...good, text: 'x'.repeat(9_999) }).record.text).toHaveLength(consentTextCharsMax)
  const { record } = read({ ...good, text: '  ', policy_url: 'javascript:alert(1)', gpc: 'yes' })
  expect(record).toEqual({ ...good, at })
})

test('never throws and never grants what it calls invalid', () => {
  const some = fc.record({ state: fc.constantFrom('granted', 'denied'), channels: fc.anything(), at: fc.anything() })
  fc.assert(
    fc.property(fc.oneof(fc.anything(), some), value => {
      const { record, issues } = read(value)
      const isValid = issues.every(({ code }) => code !== 'invalid_consent')
      if (!isValid) expect(record).toMatchObject({ channels: {} })
      if (!isValid) expect(record.state).not.toBe('granted')
    }),
  )
})

const sinceReceipt = (ms: number) => new Date(Date.parse(receivedAt) + ms).toISOString()
const skewed = [{ field: 'consent', code: 'clock_skew' }]

test.each([
  ['long before', '2019-05-01T00:00:00.000Z', '2019-05-01T00:00:00.000Z', []],
  ['between submitting and receipt, held back until then', sinceReceipt(-60_000), sinceReceipt(-60_000), []],
  ['by a clock that runs ahead a little', sinceReceipt(clockSkewMsMax - 1), receivedAt, []],
  ['too far ahead', sinceReceipt(clockSkewMsMax), at, skewed],
  ['in another century', '2099-01-01T00:00:00.000Z', at, skewed],
])('dates an act %s', (_, said, kept, issues) => {
  expect(read({ ...good, at: said })).toEqual({ record: { ...good, at: kept }, issues })
  expect(read({ ...good, state: 'denied', at: said }).record).toMatchObject({ state: 'denied', at: kept })
})

const said = (state: ConsentRecord['state'], minute: number, heard = minute) => {
  const [actedAt, heardAt] = [sinceReceipt(minute * 60_000), sinceReceipt(heard * 60_000)]
  return { consent: { ...good, state, at: actedAt }, receivedAt: heardAt }
}
const lastOf = (...acts: readonly ReturnType<typeof said>[]) => consentsInOrder(acts).at(-1)?.state

test('lets the last act decide, whenever it is heard of', () => {
  expect(lastOf(said('granted', 1), said('denied', 2))).toBe('denied')
  expect(lastOf(said('denied', 1), said('granted', 2))).toBe('granted')
  // A grant that is stated again with its own time, and one that arrives late.
  expect(lastOf(said('denied', 2), said('granted', 1, 9))).toBe('denied')
  expect(lastOf(said('granted', 2, 9), said('denied', 1))).toBe('granted')
  // Of one moment nobody knows what was first.
  expect(lastOf(said('denied', 1), said('granted', 1))).toBe('denied')
})

test('believes no kept record that says it is of the time after its receipt', () => {
  expect(lastOf(said('granted', 999, 1), said('denied', 2))).toBe('denied')
})

test('no grant undoes a refusal of the same time or later, in any order', () => {
  const act = fc.record({ state: fc.constantFrom('granted', 'denied', 'unknown'), minute: fc.nat(5), late: fc.nat(3) })
  fc.assert(
    fc.property(fc.array(act), acts => {
      const records = consentsInOrder(acts.map(({ state, minute, late }) => said(state, minute, minute + late)))
      expect(records.map(({ at: time }) => time)).toEqual(
        acts.map(({ minute }) => sinceReceipt(minute * 60_000)).sort(),
      )
      const [latest] = records.toReversed()
      if (!latest) return
      expect(latest.state === 'denied').toBe(
        acts.some(({ state, minute }) => state === 'denied' && sinceReceipt(minute * 60_000) === latest.at),
      )
    }),
  )
})
