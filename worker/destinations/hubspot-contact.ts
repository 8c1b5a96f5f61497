// A lead as a HubSpot contact: which of our fields goes into which property. Pure.
// Standard property names: HubSpot, "Contact properties" (read 2026-11). The `lead_capture_…` and `utm_…` properties
// are custom: docs/operate.md lists them with their types for whoever sets up the portal.

import { type FieldCatalog, type Fitted, fitFields, noteText, withoutField } from '../../shared/delivery/fit-fields.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import type { ConsentRecord } from '../../shared/lead/consent.ts'
import { currentConsent, type Lead } from '../../shared/lead/lead.ts'
import { nameSource, type Touchpoint } from '../../shared/lead/touchpoint.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { utmKeys } from '../../shared/wire.ts'
import type { PreflightProblem } from './destination.ts'
import type { FormSubmission } from './hubspot-form.ts'

export const hubspotPropertyNames = {
  id: 'lead_capture_id',
  revision: 'lead_capture_revision',
  originalSource: 'lead_capture_original_source',
  originalAt: 'lead_capture_original_at',
  sharedEmail: 'lead_capture_shared_email',
  note: 'lead_capture_note',
  formSubmission: 'lead_capture_form_submission',
  renewedAt: 'lead_capture_renewed_interest_at',
} as const

export interface PreparedContact {
  readonly externalId: ExternalId
  readonly revision: number
  readonly properties: Readonly<Record<string, string>>
  /** Without what describes the original touch: for a record that has an original source already. */
  readonly latestProperties: Readonly<Record<string, string>>
  /** What has no place of its own, a line each; and whether the portal has a property for it, as far as it has told. */
  readonly note: readonly string[]
  readonly noteIs: 'there' | 'missing' | 'unknown'
  readonly dropped: readonly string[]
  /** What the portal's form is told, as long as its mark is among the properties. */
  readonly form?: FormSubmission
}

/** HubSpot refuses values above this (Properties API: text up to 65,536 characters). */
const valueCharsMax = 65_536

export function prepareContact(
  lead: Lead,
  idProperty: string,
  catalog: FieldCatalog = {},
  form?: FormSubmission,
): Result<PreparedContact, PreflightProblem> {
  const { email, phone } = lead.profile
  if (!email && !phone) return err({ reason: 'missing_required', field: 'email' })
  const { latest, original } = valuesOf(lead, currentConsent(lead))
  const ours = { [idProperty]: externalId(lead.id), [hubspotPropertyNames.revision]: String(lead.revision) }
  // Emptied wherever the address stands in its own place, so that none stays that was shared once.
  const marked = form ? { [hubspotPropertyNames.formSubmission]: form.mark } : {}
  // A submission that arrives late may show that there was no gap: then no time stays that an earlier revision told.
  const notRenewed = lead.revision > 1 && !lead.renewedAt ? { [hubspotPropertyNames.renewedAt]: '' } : {}
  const emptied = { [hubspotPropertyNames.sharedEmail]: '', ...notRenewed }
  const latestProperties = { ...present(latest), ...ours, ...emptied, ...marked }
  const properties = { ...latestProperties, ...present(original) }
  const tooLong = Object.entries(properties).find(([, value]) => value.length > valueCharsMax)
  if (tooLong) return err({ reason: 'too_large', field: tooLong[0] })
  const fitted = fitFields(entriesOf(properties), catalog, name => isEssential(name, idProperty, email !== undefined))
  const facts = catalog[hubspotPropertyNames.note]
  const noteIs = facts === undefined ? 'unknown' : facts ? 'there' : 'missing'
  const contact = {
    externalId: externalId(lead.id),
    revision: lead.revision,
    noteIs,
    ...(form ? { form } : {}),
  } as const
  return ok(withFitted({ ...contact, properties, latestProperties, note: [], dropped: [] }, fitted))
}

type Told = Omit<Lead, 'id' | 'siteId' | 'revision' | 'createdAt' | 'updatedAt' | 'custom' | 'consents'>

/** Every property that a lead can fill, those that describe the original touch apart. */
function valuesOf(lead: Told, consent: ConsentRecord | undefined) {
  const { profile } = lead
  const latest = {
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
    lead_capture_interest: profile.interest?.join(';') || undefined,
    lead_capture_form: lead.formName,
    lead_capture_intent: lead.intent,
    lead_capture_page: lead.submissions.at(-1)?.page.url,
    lead_capture_route: lead.route?.route,
    lead_capture_submissions: String(lead.submissions.length),
    [hubspotPropertyNames.renewedAt]: lead.renewedAt,
    ...touchProperties('latest', lead.attribution.latest),
    ...consentProperties(consent),
  }
  const { original } = lead.attribution
  const utm = Object.fromEntries(utmKeys.map(key => [key, original?.[key]]))
  return { latest, original: { ...touchProperties('original', original), ...asOne(original, utm) } }
}

const nobody: Told = { profile: {}, attribution: {}, intent: 'low', submissions: [] }

/** The names of all properties that may be written, but for the one with our id. */
export function propertyNames(): string[] {
  const { latest, original } = valuesOf(nobody, undefined)
  const { revision, sharedEmail, note } = hubspotPropertyNames
  return [...Object.keys({ ...latest, ...original }), revision, sharedEmail, note]
}

/** A contact without one property, if it can be spared. Its value goes into the note. */
export function withoutProperty(
  contact: PreparedContact,
  name: string,
  idProperty: string,
): PreparedContact | undefined {
  if (isEssential(name, idProperty, Object.hasOwn(contact.properties, 'email'))) return undefined
  if (!Object.hasOwn(contact.properties, name)) return undefined
  const { [name]: value, ...properties } = contact.properties
  const { [name]: _, ...latestProperties } = contact.latestProperties
  const rest = { ...contact, properties, latestProperties }
  // A note that is refused: the names of what was dropped must do. An empty value has nothing to tell.
  if (name === hubspotPropertyNames.note) return { ...rest, noteIs: 'missing' }
  if (value === '') return rest
  const fitted = withoutField({ ...contact, fields: entriesOf(contact.properties) }, name)
  return fitted && withFitted(contact, fitted)
}

// Ids, and what somebody is reached by: the address, or the number where there is none.
const isEssential = (name: string, idProperty: string, hasEmail: boolean) =>
  [idProperty, hubspotPropertyNames.revision, hasEmail ? 'email' : 'phone'].includes(name)

const entriesOf = (properties: Readonly<Record<string, string>>) =>
  Object.entries(properties).map(([to, ours]) => ({ to, ours }))

function withFitted(
  contact: PreparedContact,
  { fields, note, dropped }: Fitted<{ readonly to: string; readonly ours: string }>,
): PreparedContact {
  // Emptied where the portal has it, so that no note stays of a value that fits now.
  const isNoted = contact.noteIs === 'there' || (contact.noteIs === 'unknown' && note.length > 0)
  const noted: Record<string, string> = isNoted ? { [hubspotPropertyNames.note]: noteText({ note }) } : {}
  const properties = { ...Object.fromEntries(fields.map(({ to, ours }) => [to, ours])), ...noted }
  const kept = Object.keys({ ...contact.latestProperties, ...noted }).filter(name => Object.hasOwn(properties, name))
  const latestProperties = Object.fromEntries(kept.map(name => [name, properties[name] ?? '']))
  return { ...contact, properties, latestProperties, note, dropped }
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
  const { source, medium, campaign } = touch ? nameSource(touch) : {}
  const clickIds = Object.entries(touch?.clickIds ?? {}).map(([key, value]) => `${key}=${value}`)
  return asOne(touch, {
    [`lead_capture_${which}_source`]: source,
    [`lead_capture_${which}_medium`]: medium,
    [`lead_capture_${which}_campaign`]: campaign,
    [`lead_capture_${which}_at`]: touch?.at,
    [`lead_capture_${which}_referrer`]: touch?.referrer,
    [`lead_capture_${which}_landing_page`]: touch?.landingPage,
    [`lead_capture_${which}_click_ids`]: clickIds.join(';'),
  })
}

function consentProperties(consent: ConsentRecord | undefined) {
  const channels = Object.entries(consent?.channels ?? {})
  return asOne(consent, {
    lead_capture_consent: consent?.state,
    lead_capture_consent_source: consent?.source,
    lead_capture_consent_channels: channels.flatMap(([channel, isGranted]) => (isGranted ? [channel] : [])).join(';'),
    lead_capture_consent_at: consent?.at,
    lead_capture_consent_text: consent?.text,
    lead_capture_consent_policy: consent?.policyVersion ?? consent?.policyUrl,
  })
}

type Values = Readonly<Record<string, string | undefined>>

/**
 * A touch, or an act of consent, is told whole: what this one lacks is emptied, so that no campaign of an earlier touch and no
 * channel that was granted once stands beside it (HubSpot, "Update a contact", read 2026-11-28: an empty text clears).
 */
function asOne(told: object | undefined, values: Values): Values {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, told ? (value ?? '') : undefined]))
}

const present = (values: Values): Record<string, string> =>
  Object.fromEntries(Object.entries(values).filter((entry): entry is [string, string] => entry[1] !== undefined))
