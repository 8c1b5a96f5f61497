// A lead through a field map and past the vendor's catalog: what destinations with field maps prepare alike.

import { type FieldRule, fieldsToRead, type MappedField, mapLead } from '../../shared/delivery/field-map.ts'
import {
  type FieldCatalog,
  type Fitted,
  fitFields,
  missingRequired,
  noteText,
  withoutField,
} from '../../shared/delivery/fit-fields.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Written } from './check-fields.ts'
import type { PreflightProblem } from './destination.ts'

export interface FittedLead extends Fitted<MappedField> {
  /** Where values are kept that have no place of their own; undefined where the vendor has no such field. */
  readonly noteField: string | undefined
  readonly hasEmail: boolean
}

/** A lead on its way that is held in these terms. */
export interface Prepared {
  readonly fitted: FittedLead
}

/** What is written of a lead, or what keeps it from being sent. */
export function fitLead(
  lead: Lead,
  rules: readonly FieldRule[],
  note?: { readonly catalog: FieldCatalog | undefined; readonly noteField: string },
): Result<FittedLead, PreflightProblem> {
  const { catalog = {}, noteField } = note ?? {}
  const mapped = mapLead(lead, rules)
  if (!mapped.ok) return mapped
  const hasEmail = lead.profile.email !== undefined
  const fitted = fitFields(mapped.value, catalog, name => isEssential(name, rules, hasEmail))
  // Only a new record needs them: one that is there already has them, or was made by other rules.
  const missing = lead.revision > 1 ? undefined : missingRequired(fitted.fields, catalog)
  if (missing !== undefined) return err({ reason: 'missing_required', field: missing })
  return ok({ ...fitted, hasEmail, noteField: noteField && catalog[noteField] !== null ? noteField : undefined })
}

/** `without` and `dropped` of every destination with a field map. */
export const sparing = {
  without<One extends Prepared>(
    one: One,
    field: string,
    settings: { readonly fields: { readonly fields: readonly FieldRule[] } },
  ): One | undefined {
    const { fitted } = one
    const { hasEmail } = fitted
    const rest = isEssential(field, settings.fields.fields, hasEmail) ? undefined : withoutField(fitted, field)
    if (!rest) return undefined
    // A note must not go where its field was refused.
    const noteField = fitted.noteField === field ? undefined : fitted.noteField
    return { ...one, fitted: { ...rest, hasEmail, noteField } }
  },
  dropped: ({ fitted }: Prepared) => fitted.dropped,
}

// What somebody is reached by: the address, or the number where there is none. Ids are no part of a field map.
const isEssential = (name: string, rules: readonly FieldRule[], hasEmail: boolean) =>
  rules.some(({ from, to }) => to === name && from === (hasEmail ? 'email' : 'phone'))

/** The fields with the note in its place: below what we write there, else where they have nothing. */
export function fieldsWithNote({ fitted }: Prepared): readonly MappedField[] {
  const { fields, noteField } = fitted
  const note = noteText(fitted)
  if (note === '' || !noteField) return fields
  const at = fields.findIndex(({ to, ours }) => to === noteField && ours !== '')
  if (at < 0) return [...fields, { to: noteField, owner: 'onlyWhenEmpty', ours: note }]
  return fields.map((field, index) => (index === at ? { ...field, ours: `${field.ours}\n\n${note}` } : field))
}

/** What of the records must be seen before these are written. */
export const lookedFields = (leads: readonly Prepared[]): string[] => [
  ...new Set(leads.flatMap(lead => fieldsToRead(fieldsWithNote(lead)))),
]

/** The fields that a field map writes. */
export const writtenBy = (rules: readonly FieldRule[]): Written[] =>
  rules.flatMap(({ to, owner, as = 'text' }) => (owner === 'never' ? [] : [{ name: to, as }]))

/** The secrets of a grant. */
export const secretsOf = (grant: {
  readonly clientSecretName?: string | undefined
  readonly refreshTokenName?: string
  readonly privateKeyName?: string
}): string[] =>
  [grant.clientSecretName, grant.refreshTokenName, grant.privateKeyName].filter(name => name !== undefined)
