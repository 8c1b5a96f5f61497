// Consent: what cannot be read grants nothing, and what was denied stays denied.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { consentTextCharsMax } from '../limits.ts'
import { readConsent } from './consent.ts'

const at = '2026-11-24T12:00:00.000Z'
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
  expect(readConsent(sent, at)).toEqual({
    isValid: true,
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
  expect(readConsent(value, at)).toEqual({ record: nothing, isValid: true })
})

test.each(['yes', true, 1, [], {}, { state: 'Granted' }, { state: true }])('grants nothing for %j', value => {
  expect(readConsent(value, at)).toEqual({ record: nothing, isValid: false })
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
  const { record, isValid } = readConsent({ ...good, ...part }, at)
  expect(isValid).toBe(false)
  expect(record).toMatchObject({ state: 'unknown', channels: {} })
  expect(readConsent({ ...good, ...part, state: 'denied' }, at).record.state).toBe('denied')
})

test('takes twenty channels, and keeps the evidence of a consent that it does not take', () => {
  const channels = Object.fromEntries(Array.from({ length: 20 }, (_, n) => [`c${n}`, true]))
  expect(readConsent({ ...good, channels }, at)).toMatchObject({ isValid: true, record: { channels } })
  expect(readConsent({ ...good, channels: 1, text: 'I agree' }, at).record.text).toBe('I agree')
})

test('cuts a long text, and leaves out blanks and addresses that are none', () => {
  expect(readConsent({ ...good, text: 'x'.repeat(9_999) }, at).record.text).toHaveLength(consentTextCharsMax)
  const { record } = readConsent({ ...good, text: '  ', policy_url: 'javascript:alert(1)', gpc: 'yes' }, at)
  expect(record).toEqual({ ...good, at })
})

test('never throws and never grants what it calls invalid', () => {
  const some = fc.record({ state: fc.constantFrom('granted', 'denied'), channels: fc.anything(), at: fc.anything() })
  fc.assert(
    fc.property(fc.oneof(fc.anything(), some), value => {
      const { record, isValid } = readConsent(value, at)
      if (!isValid) expect(record).toMatchObject({ channels: {} })
      if (!isValid) expect(record.state).not.toBe('granted')
    }),
  )
})
