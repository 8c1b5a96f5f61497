// The canonical, normalized fields of a person, and the record of how each came to be.

import type { CanonicalField } from '../mapping/canonical-fields.ts'

/** One control as sent: the sender's name and one value, well-formed, secrets removed. A name may repeat. */
export interface FieldPair {
  readonly name: string
  readonly value: string
}

/**
 * Normalized values. `email` is trimmed and lower case, `phone` E.164, `country` ISO 3166-1 alpha-2, `state` ISO 3166-2
 * and `industry` HubSpot's value where they are known, else as sent.
 * `fullName` is there whenever a name is; `interest` has every chosen value.
 */
export type LeadProfile = { readonly [field in Exclude<CanonicalField, 'interest'>]?: string } & {
  readonly interest?: readonly string[]
  readonly phoneExtension?: string
}

/** A field that was not understood, under the sender's own name. */
export interface CustomField {
  readonly name: string
  readonly values: readonly string[]
}

/** One change made to a value: which rule, what it was, what it became (absent when the value was refused). */
export interface NormalizationChange {
  readonly field: CanonicalField
  readonly rule: string
  readonly before: string
  readonly after?: string
}
