// A lead as an RD Station conversion. Pure: what goes into the contact, and what only the conversion carries.
// Page: developers.rdstation.com, "Evento de conversão do contato" and "Contatos" (read 2026-11-24).

import { type FieldRule, writesOf } from '../../shared/delivery/field-map.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import { currentConsent, type Lead } from '../../shared/lead/lead.ts'
import { nameSource } from '../../shared/lead/touchpoint.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { PreflightProblem } from './destination.ts'
import { type FittedLead, fitLead } from './mapped-lead.ts'
import type { RdContact } from './rd-station-answers.ts'
import type { RdStationSettings } from './rd-station-call.ts'

const rule = (from: string, to: string): FieldRule => ({ from, to, owner: 'whenPresent' })

/** What is written where the settings name no fields. */
export const rdStationFields: readonly FieldRule[] = [
  rule('fullName', 'name'),
  rule('phone', 'personal_phone'),
  rule('jobTitle', 'job_title'),
  rule('company', 'company_name'),
  rule('country', 'country'),
  rule('state', 'state'),
  rule('city', 'city'),
  rule('website', 'website'),
]

export interface PreparedConversion {
  readonly externalId: ExternalId
  readonly revision: number
  readonly email: string
  readonly fitted: FittedLead
  readonly identifier: string
  /** Where the person came from first. */
  readonly traffic: Readonly<Record<string, string>>
  /** What the person said about being written to; undefined when nothing was said about it. */
  readonly mayBeWrittenTo: boolean | undefined
}

export function prepareConversion(
  lead: Lead,
  settings: RdStationSettings,
): Result<PreparedConversion, PreflightProblem> {
  // RD Station knows a contact by its address and by nothing of ours.
  const { email } = lead.profile
  if (!email) return err({ reason: 'missing_required', field: 'email' })
  const fitted = fitLead(lead, settings.fields.fields)
  if (!fitted.ok) return fitted
  return ok({
    externalId: externalId(lead.id),
    revision: lead.revision,
    email,
    fitted: fitted.value,
    identifier: settings.conversionIdentifier ?? lead.formName ?? 'lead-capture',
    traffic: trafficOf(lead),
    mayBeWrittenTo: mayBeWrittenTo(lead),
  })
}

/** What a contact holds, as texts. */
export const textsOf = (contact: RdContact | undefined): Record<string, string> =>
  Object.fromEntries(Object.entries(contact ?? {}).map(([name, value]) => [name, textOf(value)]))

const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : Array.isArray(value) ? value.map(textOf).join(';') : String(value)

/** What is written into a contact. Its company is not part of it: only conversions name one. */
export function contactBody(one: PreparedConversion, theirs: Readonly<Record<string, string>>, idField: string) {
  const writes = Object.entries(writesOf(one.fitted.fields, theirs)).filter(([name]) => !name.startsWith('company_'))
  return { ...Object.fromEntries(writes), [idField]: one.externalId }
}

/** A conversion. It carries the revision, so that a contact that shows the revision has converted with it. */
export function conversionBody(
  one: PreparedConversion,
  theirs: Readonly<Record<string, string>>,
  settings: RdStationSettings,
) {
  const isFirst = (theirs[settings.revisionField] ?? '') === ''
  const status = one.mayBeWrittenTo === undefined ? undefined : one.mayBeWrittenTo ? 'granted' : 'declined'
  return {
    event_type: 'CONVERSION',
    event_family: 'CDP',
    payload: {
      conversion_identifier: one.identifier,
      email: one.email,
      ...writesOf(one.fitted.fields, theirs),
      // The source of the first conversion stays the contact's source; a later one must not name it again.
      ...(isFirst ? one.traffic : {}),
      // RD Station refuses tags in capitals. Tags of a conversion are added to those of the contact.
      ...(settings.tags.length > 0 ? { tags: settings.tags.map(tag => tag.toLowerCase()) } : {}),
      ...(status ? { legal_bases: [{ category: 'communications', type: 'consent', status }] } : {}),
      [settings.idField]: one.externalId,
      [settings.revisionField]: String(one.revision),
    },
  }
}

function trafficOf({ attribution: { original } }: Lead): Record<string, string> {
  if (!original) return {}
  const { source, medium, campaign } = nameSource(original)
  const traffic = {
    traffic_source: source,
    traffic_medium: medium,
    traffic_campaign: campaign,
    traffic_value: original.utm_term,
  }
  return Object.fromEntries(Object.entries(traffic).flatMap(([name, value]) => (value ? [[name, value]] : [])))
}

// LGPD: a channel that is not named is not granted, but nor was it declined; then the contact keeps what it has.
function mayBeWrittenTo(lead: Lead): boolean | undefined {
  const consent = currentConsent(lead)
  if (consent?.state === 'denied' || consent?.channels['email'] === false) return false
  return consent?.state === 'granted' && consent.channels['email'] === true ? true : undefined
}
