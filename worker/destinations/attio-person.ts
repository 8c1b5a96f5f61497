// A lead as an Attio person: the settings, and the values of a write beside what the record holds. Pure.
// Attributes: docs.attio.com/docs/standard-objects/standard-objects-people. Values: docs.attio.com/docs/attribute-types,
// "(Personal) name" has three parts that are written together; any value may be sent as a list of one (all read 2026-11-28).

import * as z from 'zod/mini'
import { type FieldRule, typedWritesOf } from '../../shared/delivery/field-map.ts'
import { type FieldCatalog, withoutField } from '../../shared/delivery/fit-fields.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { HeldPerson } from './attio-answers.ts'
import type { PreflightProblem } from './destination.ts'
import { fieldMapShape } from './field-map.ts'
import { type FittedLead, fieldsWithNote, fitLead, sparing } from './mapped-lead.ts'
import { safeUrlShape } from './safe-url.ts'

/** The one attribute of a person that is unique; People take no unique ones of our own. */
export const emailField = 'email_addresses'
/** Where a value is kept that its own attribute does not take. */
export const noteField = 'lead_capture_message'
export const nameParts = ['name.first_name', 'name.last_name', 'name.full_name'] as const

const rule = (from: string, to: string, owner: FieldRule['owner'] = 'whenPresent'): FieldRule => ({ from, to, owner })

export const attioFields: readonly FieldRule[] = [
  rule('email', emailField),
  rule('phone', 'phone_numbers'),
  rule('firstName', 'name.first_name'),
  rule('lastName', 'name.last_name'),
  rule('fullName', 'name.full_name'),
  rule('jobTitle', 'job_title'),
  // `company` is a link to a record, which Attio makes itself from the domain of the address.
  rule('company', 'lead_capture_company'),
  rule('message', noteField),
  rule('original.source', 'lead_capture_original_source', 'onlyWhenEmpty'),
  rule('original.medium', 'lead_capture_original_medium', 'onlyWhenEmpty'),
  rule('original.campaign', 'lead_capture_original_campaign', 'onlyWhenEmpty'),
  rule('consent.state', 'lead_capture_consent'),
]

const slug = z.string().check(z.regex(/^[a-z0-9_-]{1,64}$/i))

export const attioSettings = z.object({
  /** For a stand-in. */
  baseUrl: z._default(safeUrlShape, 'https://api.attio.com'),
  secretName: z._default(z.string().check(z.minLength(1), z.maxLength(100)), 'ATTIO_TOKEN'),
  /** Slugs of two attributes of People: a text for our lead id, a number for its revision. */
  idField: z._default(slug, 'lead_capture_id'),
  revisionField: z._default(slug, 'lead_capture_revision'),
  fields: fieldMapShape(attioFields, /^(?:name\.(?:first|last|full)_name|(?!name$)[a-z0-9_-]{1,64})$/i),
})
export type AttioSettings = z.output<typeof attioSettings>

export interface PreparedPerson {
  readonly externalId: ExternalId
  readonly revision: number
  readonly email: string | undefined
  readonly fitted: FittedLead
}

export function preparePerson(
  lead: Lead,
  settings: AttioSettings,
  catalog?: FieldCatalog,
): Result<PreparedPerson, PreflightProblem> {
  const { email, phone } = lead.profile
  if (!email && !phone) return err({ reason: 'missing_required', field: 'email' })
  const fitted = fitLead(lead, settings.fields.fields, { catalog, noteField })
  if (!fitted.ok) return fitted
  return ok({ externalId: externalId(lead.id), revision: lead.revision, email, fitted: fitted.value })
}

/** As `sparing` has it; a name is refused as one. */
export function withoutValue(person: PreparedPerson, field: string, settings: AttioSettings) {
  if (field !== 'name') return sparing.without(person, field, settings)
  const rest = nameParts.reduce((one, part) => sparing.without(one, part, settings) ?? one, person)
  return rest === person ? undefined : rest
}

/** The same without the address, which is in the note then: it belongs to another record. */
export function withoutAddress(person: PreparedPerson): PreparedPerson {
  return { ...person, email: undefined, fitted: { ...person.fitted, ...withoutField(person.fitted, emailField) } }
}

/** The values of a write. @param held what is there; absent for a new person */
export function valuesOf(person: PreparedPerson, settings: AttioSettings, held?: HeldPerson): Record<string, unknown> {
  const fields = fieldsWithNote(person)
  const theirs = Object.fromEntries(fields.map(({ to, ours }) => [to, heldText(held, to, ours)]))
  const writes = typedWritesOf(fields, theirs)
  const single = Object.entries(writes).filter(([to]) => !to.includes('.'))
  const name = nameOf(
    part => writes[part],
    part => theirs[part] ?? '',
    part => part in writes || fields.some(({ to, ours }) => to === part && ours !== ''),
  )
  return {
    ...Object.fromEntries(single.map(([to, value]) => [to, value === null ? null : [value]])),
    ...(name ? { name: [name] } : {}),
    [settings.idField]: [person.externalId],
    [settings.revisionField]: [person.revision],
  }
}

// All three parts go together: what we do not write stays as it is, and a whole name alone is taken for a first one, as Attio
// itself takes a text without a comma.
function nameOf(written: (part: string) => unknown, held: (part: string) => string, isOurs: (part: string) => boolean) {
  const [first, last, full] = nameParts
  if (!nameParts.some(part => typeof written(part) === 'string')) return undefined
  const text = (part: string) => String(written(part) ?? held(part))
  const isWhole = !isOurs(first) && !isOurs(last)
  const [firstName, lastName] = isWhole ? [text(full), ''] : [text(first), text(last)]
  const joined = [firstName, lastName].filter(part => part !== '').join(' ')
  return { first_name: firstName, last_name: lastName, full_name: isOurs(full) ? text(full) : joined }
}

// Of several values the one that equals ours, so that it is not written again; else the first.
function heldText(held: HeldPerson | undefined, to: string, ours: string): string {
  const texts = held?.texts(to) ?? []
  return texts.includes(ours) ? ours : (texts[0] ?? '')
}
