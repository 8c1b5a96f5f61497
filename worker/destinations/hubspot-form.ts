// What a form of the HubSpot portal is told of a lead: that the person converted, and by which words they consented. Pure.
// Page: "Submit data to a form (supporting authentication)", developers.hubspot.com/docs/api-reference/legacy/marketing/
// forms/v3-legacy/submit-data-authenticated (read 2026-11-28).

import type { Lead } from '../../shared/lead/lead.ts'
import type { HubspotFormSettings } from './hubspot-call.ts'

export interface FormSubmission {
  /** Stands in the record once the form was told. The marks of later submissions come after those of earlier ones. */
  readonly mark: string
  readonly occurredAt: number
  readonly body: object
}

/** The latest submission in which the person said what they allow, if they allowed it; undefined where nothing is to tell. */
export function formSubmissionOf(lead: Lead, form: HubspotFormSettings | undefined): FormSubmission | undefined {
  const { email } = lead.profile
  const submission = lead.submissions.findLast(({ consent }) => consent.state !== 'unknown')
  // A form finds its contact by the address and by nothing of ours.
  if (!form || !email || submission?.consent.state !== 'granted') return undefined
  const { id, occurredAt, page } = submission
  const { source, text, channels } = submission.consent
  // What a cookie banner was told is about cookies; and HubSpot wants the words that were agreed to.
  if (!text || (source !== 'checkbox' && source !== 'api')) return undefined
  const granted = Object.entries(form.subscriptions).filter(([channel]) => channels[channel] === true)
  const communications = granted.map(([, subscriptionTypeId]) => ({ value: true, subscriptionTypeId, text }))
  return {
    mark: `${occurredAt} ${id}`,
    occurredAt: Date.parse(occurredAt),
    body: {
      submittedAt: String(Date.parse(occurredAt)),
      // Nothing but the address: HubSpot works a submission through later, and must not put older values over newer ones.
      fields: [{ objectTypeId: '0-1', name: 'email', value: email }],
      // Without `hutk`: by that cookie HubSpot would choose another contact than the one of this address.
      context: { ...(page.url ? { pageUri: page.url } : {}), ...(page.title ? { pageName: page.title } : {}) },
      legalConsentOptions: { consent: { consentToProcess: true, text, communications } },
    },
  }
}
