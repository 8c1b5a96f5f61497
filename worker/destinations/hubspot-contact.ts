// A lead as a HubSpot contact: which of our fields goes into which property. Pure.
// Standard property names: HubSpot, "Contact properties" (read 2026-11). The `lead_capture_…` and `utm_…` properties
// are custom: docs/operate.md lists them with their types for whoever sets up the portal.

import { type ExternalId, externalId } from '../../shared/ids.ts'
import { currentConsent, type Lead } from '../../shared/lead/lead.ts'
import { nameSource, type Touchpoint } from '../../shared/lead/touchpoint.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { utmKeys } from '../../shared/wire.ts'
import type { PreflightProblem } from './destination.ts'

export const hubspotPropertyNames = {
  id: 'lead_capture_id',
  revision: 'lead_capture_revision',
  originalSource: 'lead_capture_original_source',
  originalAt: 'lead_capture_original_at',
  sharedEmail: 'lead_capture_shared_email',
} as const

export interface PreparedContact {
  readonly externalId: ExternalId
  readonly revision: number
  readonly properties: Readonly<Record<string, string>>
  /** Without what describes the original touch: for a record that has an original source already. */
  readonly latestProperties: Readonly<Record<string, string>>
}

/** HubSpot refuses values above this (Properties API: text up to 65,536 characters). */
const valueCharsMax = 65_536

export function prepareContact(lead: Lead, idProperty: string): Result<PreparedContact, PreflightProblem> {
  const { profile } = lead
  if (!profile.email && !profile.phone) return err({ reason: 'missing_required', field: 'email' })
  const latestProperties = present({
    email: profile.email,
    phone: profile.phone,
    firstname: profile.firstName ?? profile.fullName,
    lastname: profile.lastName,
    company: profile.company,
    jobtitle: profile.jobTitle,
    country: profile.country,
    // Its text property has no country in it; that is a property of its own.
    state: profile.state?.replace(/^[A-Z]{2}-/, ''),
    city: profile.city,
    zip: profile.postalCode,
    website: profile.website,
    message: profile.message,
    lead_capture_industry: profile.industry,
    lead_capture_company_size: profile.companySize,
    lead_capture_interest: profile.interest?.join(';'),
    lead_capture_form: lead.formName,
    lead_capture_intent: lead.intent,
    lead_capture_page: lead.submissions.at(-1)?.page.url,
    lead_capture_route: lead.route?.route,
    lead_capture_submissions: String(lead.submissions.length),
    lead_capture_renewed_interest_at: lead.renewedAt,
    [idProperty]: externalId(lead.id),
    [hubspotPropertyNames.revision]: String(lead.revision),
    ...touchProperties('latest', lead.attribution.latest),
    ...consentProperties(lead),
  })
  // Emptied wherever the address stands in its own place, so that none stays that was shared once.
  latestProperties[hubspotPropertyNames.sharedEmail] = ''
  const { original } = lead.attribution
  const utm = Object.fromEntries(utmKeys.map(key => [key, original?.[key]]))
  const properties = { ...latestProperties, ...present({ ...touchProperties('original', original), ...utm }) }
  const tooLong = Object.entries(properties).find(([, value]) => value.length > valueCharsMax)
  if (tooLong) return err({ reason: 'too_large', field: tooLong[0] })
  return ok({ externalId: externalId(lead.id), revision: lead.revision, properties, latestProperties })
}

/**
 * A record without the address, which HubSpot lets only one contact have: for two people behind one mailbox. The address
 * stands where everyone can read it and nothing is matched by it.
 */
export function withSharedEmail({
  properties: { email, ...properties },
  ...contact
}: PreparedContact): PreparedContact {
  return { ...contact, properties: { ...properties, [hubspotPropertyNames.sharedEmail]: email ?? '' } }
}

function touchProperties(which: 'original' | 'latest', touch: Touchpoint | undefined) {
  if (!touch) return {}
  const { source, medium, campaign } = nameSource(touch)
  const clickIds = Object.entries(touch.clickIds ?? {}).map(([key, value]) => `${key}=${value}`)
  return {
    [`lead_capture_${which}_source`]: source,
    [`lead_capture_${which}_medium`]: medium,
    [`lead_capture_${which}_campaign`]: campaign,
    [`lead_capture_${which}_at`]: touch.at,
    [`lead_capture_${which}_referrer`]: touch.referrer,
    [`lead_capture_${which}_landing_page`]: touch.landingPage,
    [`lead_capture_${which}_click_ids`]: clickIds.join(';') || undefined,
  }
}

function consentProperties(lead: Lead) {
  const consent = currentConsent(lead)
  if (!consent) return {}
  const granted = Object.entries(consent.channels).flatMap(([channel, isGranted]) => (isGranted ? [channel] : []))
  return {
    lead_capture_consent: consent.state,
    lead_capture_consent_source: consent.source,
    lead_capture_consent_channels: granted.join(';') || undefined,
    lead_capture_consent_at: consent.at,
    lead_capture_consent_text: consent.text,
    lead_capture_consent_policy: consent.policyVersion ?? consent.policyUrl,
  }
}

function present(values: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined && entry[1] !== ''),
  )
}
