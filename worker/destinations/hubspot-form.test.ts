// HubSpot's form: what it is told, and of whom it is told nothing.

import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import type { ConsentRecord } from '../../shared/lead/consent.ts'
import { foldLead } from '../../shared/lead/lead.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import { aLead } from '../../test/support/a-lead.ts'
import { noon, submissionIdOf } from '../../test/support/node-ledger.ts'
import { portalForm } from './fixtures/hubspot/vendor.ts'
import { hubspotSettings } from './hubspot-call.ts'
import { formSubmissionOf } from './hubspot-form.ts'

const { form } = hubspotSettings.parse({ form: portalForm })
const text = 'I agree to be written to.'
const agreed: Partial<ConsentRecord> = { state: 'granted', source: 'checkbox', text, channels: { email: true } }

/** A lead of one submission for each of these consents, an hour apart. */
function aLeadWith(consents: readonly Partial<ConsentRecord>[], changes: Partial<Submission> = {}) {
  const submissions = aLead(1).submissions.flatMap(one =>
    consents.map((consent, n): Submission => {
      const at = new Date(noon + n * 3_600_000).toISOString()
      return { ...one, ...changes, id: submissionIdOf(n), occurredAt: at, consent: { ...one.consent, ...consent, at } }
    }),
  )
  return foldLead({ id: aLead(1).id, revision: consents.length }, submissions)
}
const told = (...consents: Partial<ConsentRecord>[]) => formSubmissionOf(aLeadWith(consents), form)

test('is told the words, the page and the channels that were granted, and of the person the address only', () => {
  const page = { url: 'https://shop.example.com/demo', title: 'Demo' }
  const channels = { email: true, sms: false, phone: true }
  expect(formSubmissionOf(aLeadWith([{ ...agreed, channels }], { page }), form)).toEqual({
    mark: `2026-11-24T12:00:00.000Z ${submissionIdOf(0)}`,
    occurredAt: noon,
    body: {
      submittedAt: String(noon),
      fields: [{ objectTypeId: '0-1', name: 'email', value: 'person-1@example.com' }],
      context: { pageUri: page.url, pageName: page.title },
      legalConsentOptions: {
        consent: {
          consentToProcess: true,
          text,
          communications: [{ value: true, subscriptionTypeId: 999, text }],
        },
      },
    },
  })
})

test('names no subscription where none is configured or none was granted', () => {
  const none = expect.objectContaining({
    legalConsentOptions: { consent: { consentToProcess: true, text, communications: [] } },
  })
  const plain = hubspotSettings.parse({ form: { ...portalForm, subscriptions: {} } })
  expect(formSubmissionOf(aLeadWith([agreed]), plain.form)?.body).toEqual(none)
  expect(told({ ...agreed, channels: {} })?.body).toEqual(none)
})

test.each<[string, Partial<ConsentRecord>[]]>([
  ['nothing was said', [{}]],
  ['it was refused', [{ ...agreed, state: 'denied' }]],
  ['it was taken back later', [agreed, { state: 'denied', source: 'checkbox' }]],
  ['nobody knows the words', [{ ...agreed, text: '' }]],
  ['it was about cookies', [{ ...agreed, source: 'consent-mode' }]],
])('is told nothing where %s', (_, consents) => {
  expect(told(...consents)).toBeUndefined()
})

test('is told nothing of a lead without an address, and nothing where no form is configured', () => {
  const profile = { phone: '+15550101234' }
  expect(formSubmissionOf(aLeadWith([agreed], { profile }), form)).toBeUndefined()
  expect(formSubmissionOf(aLeadWith([agreed]), hubspotSettings.parse({}).form)).toBeUndefined()
})

test('is told of the latest consent, to which a submission without any adds nothing', () => {
  expect(told(agreed, {})?.mark).toBe(told(agreed)?.mark)
  expect(told(agreed, {}, agreed)?.mark).toContain(submissionIdOf(2))
})

test('marks grow with the time of the submission', () => {
  const aTime = fc.integer({ min: noon - 1e11, max: noon + 1e11 })
  fc.assert(
    fc.property(aTime, aTime, (one, other) => {
      const markAt = (at: number) => {
        const [submission] = aLeadWith([agreed]).submissions
        if (!submission) throw new Error('a lead has a submission')
        const moved = { ...submission, occurredAt: new Date(at).toISOString() }
        return formSubmissionOf(foldLead({ id: aLead(1).id, revision: 1 }, [moved]), form)?.mark ?? ''
      }
      expect(Math.sign(markAt(one) > markAt(other) ? 1 : markAt(one) < markAt(other) ? -1 : 0)).toBe(
        Math.sign(one - other),
      )
    }),
  )
})

test.each([{ portalId: 'demo' }, { formGuid: 'demo' }, { baseUrl: 'forms' }, { subscriptions: { email: 'news' } }])(
  'is configured by numbers and ids, and not by %o',
  wrong => {
    expect(hubspotSettings.safeParse({ form: portalForm }).success).toBe(true)
    expect(hubspotSettings.safeParse({ form: { ...portalForm, ...wrong } }).success).toBe(false)
  },
)
