// Sorts a form's fields into the canonical ones and the rest, under the sender's own names.
// Promises: every pair with a value is in the result exactly once; values keep the order of the form, except that a
// field recognised by a stronger rule comes first. Normalizing, and choosing among several values, is normalize-profile's.

import type { CustomField, FieldPair } from '../lead/profile.ts'
import type { WireFieldHint } from '../wire.ts'
import type { CanonicalField } from './canonical-fields.ts'
import { joinPhoneParts, type PhonePart, phonePartOf } from './phone-parts.ts'
import { type MappingRule, type Recognised, recogniseField } from './recognise-field.ts'

/** What the page knew about its controls, by the name of the control. */
export type FieldHints = Readonly<Record<string, WireFieldHint>>

export interface MappedValue {
  /** The sender's name of the field. */
  readonly name: string
  readonly value: string
  readonly by: MappingRule
  /** A phone with the country and area code that the form asks for in fields of their own. To be tried first. */
  readonly joined?: string
}

export interface MappedFields {
  readonly canonical: Partial<Record<CanonicalField, readonly MappedValue[]>>
  readonly custom: readonly CustomField[]
}

/** @param source the sender, where it is one of source-profiles.ts */
export function mapFields(pairs: readonly FieldPair[], hints: FieldHints | undefined, source?: string): MappedFields {
  const fields = readByName(pairs, hints, source)
  settleBareNames(fields)
  const partValue = (part: PhonePart) =>
    fields.find(({ name, recognised }) => !recognised && phonePartOf(name, hintOf(hints, name)) === part)?.values[0]
  const canonical: Partial<Record<CanonicalField, MappedValue[]>> = {}
  const custom: CustomField[] = []
  for (const { name, values, recognised } of fields) {
    if (!recognised) custom.push({ name, values })
    else
      for (const value of values) {
        const field = recognised.field === 'emailOrPhone' ? eitherOf(value) : recognised.field
        const mapped = canonical[field] ?? []
        canonical[field] = mapped
        const joined =
          field === 'phone' ? joinPhoneParts(value, partValue('country-code'), partValue('area-code')) : undefined
        mapped.push({ name, value, by: recognised.by, ...(joined === undefined ? {} : { joined }) })
      }
  }
  for (const mapped of Object.values(canonical)) mapped.sort((a, b) => strength[a.by] - strength[b.by])
  return { canonical, custom }
}

/** The hint of one field; a field called like a member of every object has none by that name alone. */
export function hintOf(hints: FieldHints | undefined, name: string): WireFieldHint | undefined {
  return hints && Object.hasOwn(hints, name) ? hints[name] : undefined
}

interface NamedField {
  readonly name: string
  readonly values: string[]
  recognised: Recognised | undefined
}

const strength: Readonly<Record<MappingRule, number>> = {
  'hint-field': 0,
  source: 1,
  alias: 2,
  autocomplete: 3,
  type: 4,
  label: 5,
  'label-head': 6,
  'name-head': 7,
}

/** Blank values say nothing, so they are left out: an empty second phone is no second phone. */
function readByName(
  pairs: readonly FieldPair[],
  hints: FieldHints | undefined,
  source: string | undefined,
): NamedField[] {
  const fields = new Map<string, NamedField>()
  for (const { name, value } of pairs) {
    if (value.trim() === '') continue
    const known = fields.get(name)
    if (known) known.values.push(value)
    else fields.set(name, { name, values: [value], recognised: recogniseField(name, hintOf(hints, name), source) })
  }
  return [...fields.values()]
}

/** "Nome" beside "Sobrenome" is the first name; "Nom" beside "Prénom" is the last one. */
function settleBareNames(fields: readonly NamedField[]): void {
  const has = (field: CanonicalField) => fields.some(({ recognised }) => recognised?.field === field)
  const hasFirst = has('firstName')
  const hasLast = has('lastName')
  if (hasFirst === hasLast) return
  for (const field of fields) {
    const bare = field.recognised?.bareName
    if (!field.recognised || bare === undefined) continue
    if (hasLast) field.recognised = { ...field.recognised, field: 'firstName' }
    else if (bare.endsWith('nom')) field.recognised = { ...field.recognised, field: 'lastName' }
  }
}

const eitherOf = (value: string): CanonicalField => (value.includes('@') ? 'email' : 'phone')
