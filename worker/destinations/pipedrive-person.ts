// A lead as a Pipedrive person: the settings, and the body of a write. Pure.
// Fields of persons: developers.pipedrive.com/docs/api/v1/Persons, v2 (read 2026-11-24): `emails` and `phones` are lists that a
// PATCH replaces whole; custom fields have keys of 40 hex digits, which only the account knows, so that there is no default
// for them. Text fields take 255 characters.

import * as z from 'zod/mini'
import { type FieldRule, typedWritesOf } from '../../shared/delivery/field-map.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { ok, type Result } from '../../shared/result.ts'
import { tokenGrantShape } from './access-token.ts'
import type { PreflightProblem } from './destination.ts'
import { fieldMapShape } from './field-map.ts'
import { type FittedLead, fitLead } from './mapped-lead.ts'
import { safeUrlShape } from './safe-url.ts'

export const pipedriveFields: readonly FieldRule[] = [
  // A person without a name is refused; the address is what is known of whoever gives none.
  { from: 'fullName', to: 'name', owner: 'whenPresent', maxLength: 255, tooLong: 'cut' },
  { from: 'email', to: 'name', owner: 'onlyWhenEmpty', maxLength: 255, tooLong: 'cut' },
  { from: 'phone', to: 'name', owner: 'onlyWhenEmpty', maxLength: 255, fallback: '[not provided]' },
  { from: 'email', to: 'email', owner: 'whenPresent', maxLength: 255 },
  { from: 'phone', to: 'phone', owner: 'whenPresent', maxLength: 255 },
]

const key = z.string().check(z.regex(/^[0-9a-f]{40}$/))

export const pipedriveSettings = z.object({
  /** `https://<company>.pipedrive.com`; where an OAuth token's answer names another, that one is called. */
  baseUrl: safeUrlShape,
  /** Name of the secret with the API token of a user. */
  secretName: z._default(z.string().check(z.minLength(1), z.maxLength(100)), 'PIPEDRIVE_TOKEN'),
  /** OAuth in place of an API token. */
  grant: z.optional(tokenGrantShape),
  /** Keys of two custom fields of persons: a text for our lead id, a number or text for its revision. */
  idField: key,
  revisionField: key,
  fields: fieldMapShape(pipedriveFields, /^(?:name|email|phone|[0-9a-f]{40})$/),
})
export type PipedriveSettings = z.output<typeof pipedriveSettings>

export interface PreparedPerson {
  readonly externalId: ExternalId
  readonly revision: number
  readonly fitted: FittedLead
}

/** A person as Pipedrive holds it, as far as it matters here. */
export interface HeldPerson {
  readonly id: number
  readonly name: string
  readonly emails: readonly Contact[]
  readonly phones: readonly Contact[]
  readonly customFields: Readonly<Record<string, unknown>>
}
export interface Contact {
  readonly value: string
  readonly primary?: boolean | undefined
  readonly label?: string | null | undefined
}

export function preparePerson(lead: Lead, settings: PipedriveSettings): Result<PreparedPerson, PreflightProblem> {
  const fitted = fitLead(lead, settings.fields.fields)
  if (!fitted.ok) return fitted
  return ok({ externalId: externalId(lead.id), revision: lead.revision, fitted: fitted.value })
}

/** The body of a write. @param held what is there; absent for a new person */
export function personBody(person: PreparedPerson, settings: PipedriveSettings, held?: HeldPerson): unknown {
  const { name, email, phone, ...custom } = typedWritesOf(person.fitted.fields, theirsOf(held))
  return {
    ...(name ? { name } : {}),
    ...(email === undefined ? {} : { emails: withOurs(held?.emails, email) }),
    ...(phone === undefined ? {} : { phones: withOurs(held?.phones, phone) }),
    custom_fields: {
      ...custom,
      [settings.idField]: person.externalId,
      [settings.revisionField]: person.revision,
    },
  }
}

function theirsOf(held: HeldPerson | undefined): Record<string, string> {
  if (!held) return {}
  const primary = (list: readonly Contact[]) => (list.find(one => one.primary) ?? list[0])?.value ?? ''
  const custom = Object.entries(held.customFields).map(([field, value]) => [field, textOf(value)])
  return { ...Object.fromEntries(custom), name: held.name, email: primary(held.emails), phone: primary(held.phones) }
}

// A custom field is a text, a number, or an object with the value inside (money, a range of dates).
function textOf(value: unknown): string {
  if (typeof value === 'string' || typeof value === 'number') return String(value)
  return value === null || value === undefined ? '' : JSON.stringify(value)
}

// Ours comes first, and what sales has added stays: the list is replaced whole.
function withOurs(theirs: readonly Contact[] = [], ours: unknown): readonly Contact[] {
  if (ours === null) return []
  const value = String(ours)
  const same = theirs.find(one => one.value.toLowerCase() === value.toLowerCase())
  const others = theirs.filter(one => one !== same && one.value !== '').map(one => ({ ...one, primary: false }))
  return [{ label: 'work', ...same, value, primary: true }, ...others]
}
