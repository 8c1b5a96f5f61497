// The profile of a lead: which of the values that its submissions gave is kept. survivorship.ts ranks them, fold-place.ts
// keeps a place together. Trusts that the submissions are in order of time, each of them once.

import { type FieldEvidence, isBlank, mailboxFullness, nameFullness, survive } from '../identity/survivorship.ts'
import { type CanonicalField, canonicalFields } from '../mapping/canonical-fields.ts'
import { foldPlace, placeFields } from './fold-place.ts'
import type { LeadProfile } from './profile.ts'
import type { Submission } from './submission.ts'

const nameFields = ['firstName', 'lastName', 'fullName'] as const
type Name = { readonly [field in (typeof nameFields)[number]]?: string }

/** A blank never erases. A name is taken whole, an extension only with its number. */
export function foldProfile(ordered: readonly Submission[]): LeadProfile {
  const phone = chosen(ordered, ['phone'], profile => profile.phone)
  const sameNumber = ordered.filter(submission => submission.profile.phone === phone)
  const values: Readonly<Record<string, unknown>> = {
    ...chosen(ordered, nameFields, nameOf, name => nameFullness(name.fullName ?? wordsOf(name))),
    ...aloneValues(ordered),
    ...foldPlace(ordered),
    email: chosen(ordered, ['email'], profile => profile.email, mailboxFullness),
    phone,
    phoneExtension: phone && chosen(sameNumber, [], profile => profile.phoneExtension),
  }
  return Object.fromEntries(profileFields.flatMap(field => (isBlank(values[field]) ? [] : [[field, values[field]]])))
}

const profileFields = [...canonicalFields, 'phoneExtension'] as const
const grouped: ReadonlySet<string> = new Set([...nameFields, ...placeFields, 'email', 'phone'])
const aloneFields = canonicalFields.filter(field => !grouped.has(field))

const aloneValues = (ordered: readonly Submission[]) =>
  Object.fromEntries(aloneFields.map(field => [field, chosen(ordered, [field], profile => profile[field])]))

function chosen<Value>(
  submissions: readonly Submission[],
  fields: readonly CanonicalField[],
  read: (profile: LeadProfile) => Value | undefined,
  fullnessOf?: (value: Value) => number,
): Value | undefined {
  const values: FieldEvidence<Value>[] = []
  for (const submission of submissions) {
    const value = read(submission.profile)
    if (value === undefined || isBlank(value)) continue
    values.push({
      value,
      at: submission.occurredAt,
      submissionId: submission.id,
      how: howOf(submission, fields),
      ...(fullnessOf ? { fullness: fullnessOf(value) } : {}),
    })
  }
  return survive(values)?.value
}

/** The rules of normalize-profile.ts by which one field is made of another. */
const derivingRules: ReadonlySet<string> = new Set(['joined_names', 'split_full_name'])

// A group is typed when one of its values was. Nothing that a submission tells is inferred.
function howOf({ profile, changes }: Submission, fields: readonly CanonicalField[]): 'typed' | 'derived' {
  const isDerived = (field: CanonicalField) =>
    changes.some(change => change.field === field && derivingRules.has(change.rule))
  const given = fields.filter(field => !isBlank(profile[field]))
  return given.length > 0 && given.every(isDerived) ? 'derived' : 'typed'
}

const nameOf = (profile: LeadProfile): Name =>
  Object.fromEntries(nameFields.flatMap(field => (isBlank(profile[field]) ? [] : [[field, profile[field]]])))

const wordsOf = ({ firstName, lastName }: Name) => [firstName, lastName].filter(part => part).join(' ')
