// Decides what one field is, from its name and from what the page knew about it. Rules run in order; the first that
// speaks wins. Wrong is worse than unmapped: a name with a word that is not understood is left alone.

import type { WireFieldHint } from '../wire.ts'
import { isAttributionField } from './attribution-fields.ts'
import { type CanonicalField, canonicalFields } from './canonical-fields.ts'
import { asksAgain, fieldOfHeadNoun, fieldOfName, isOtherPersons } from './field-vocabulary.ts'
import { foldWords } from './fold-name.ts'
import { fieldOfPlainerLabel } from './label-variants.ts'
import { fieldOfSourceKey } from './source-profiles.ts'

/** Which rule recognised a field. */
export type MappingRule =
  | 'hint-field'
  | 'source'
  | 'alias'
  | 'autocomplete'
  | 'type'
  | 'label'
  | 'label-head'
  | 'name-head'

export interface Recognised {
  /** `emailOrPhone`: the field asks for either, and the value says which. */
  readonly field: CanonicalField | 'emailOrPhone'
  readonly by: MappingRule
  /** The whole name in the sender's words, when it may be a part of a name on a form with two name fields. */
  readonly bareName?: string
}

/** @param source the sender, where it is one of source-profiles.ts */
export function recogniseField(name: string, hint: WireFieldHint | undefined, source?: string): Recognised | undefined {
  const tagged = hint?.field?.trim()
  if (tagged) {
    const field = isCanonical(tagged) ? tagged : fieldOfName(foldWords(tagged))?.field
    return field && !isAttributionField(tagged) ? { field, by: 'hint-field' } : undefined
  }
  if (isAttributionField(name)) return undefined
  const native = source === undefined ? 'unknown' : fieldOfSourceKey(source, name)
  if (native !== 'unknown') return native && { field: native, by: 'source' }
  // Salesforce ends the name of every custom field so; others put what the field is in before it: ASP.NET its containers.
  const nameWords = foldWords(name.replace(/__c$|^ctl\d+\$.*\$|^custom_?fields?(?=\[)/gi, ''))
  const labelWords = foldWords(hint?.label ?? '')
  const words = [...nameWords, ...labelWords]
  if (asksAgain(words)) return undefined
  const found = recogniseUntagged(nameWords, labelWords, hint)
  if (!found || (isChoice(hint) && typedFields.has(found.field))) return undefined
  return contactFields.has(found.field) && isOtherPersons(words) ? undefined : found
}

function recogniseUntagged(
  nameWords: readonly string[],
  labelWords: readonly string[],
  hint: WireFieldHint | undefined,
): Recognised | undefined {
  const byName = fieldOfName(nameWords)
  if (byName && byName.bareName === undefined) return { field: byName.field, by: 'alias' }
  const byAutocomplete = autocompleteField(hint?.autocomplete)
  if (byAutocomplete) return { field: byAutocomplete, by: 'autocomplete' }
  const type = hint?.type?.trim().toLowerCase()
  if (type === 'email') return { field: 'email', by: 'type' }
  if (type === 'tel') return { field: 'phone', by: 'type' }
  const byLabel = fieldOfName(labelWords)
  if (byLabel && byLabel.bareName === undefined) return { field: byLabel.field, by: 'label' }
  const byLabelHead = byLabel ? undefined : (fieldOfHeadNoun(labelWords) ?? fieldOfPlainerLabel(hint?.label ?? ''))
  if (byLabelHead) return { field: byLabelHead, by: 'label-head' }
  // A bare "name" is believed last: its label or autocomplete may say that it is the company's, or only a part.
  if (byName) return { ...byName, by: 'alias' }
  if (byLabel) return { ...byLabel, by: 'label' }
  const byNameHead = fieldOfHeadNoun(nameWords)
  return byNameHead && { field: byNameHead, by: 'name-head' }
}

const canonical: ReadonlySet<string> = new Set(canonicalFields)
const isCanonical = (text: string): text is CanonicalField => canonical.has(text)
const contactFields: ReadonlySet<string> = new Set([
  'email',
  'phone',
  'emailOrPhone',
  'fullName',
  'firstName',
  'lastName',
])

/** Typed by hand: a box to tick under such a name asks something about it ("reach me by phone"). */
const typedFields: ReadonlySet<string> = new Set(
  canonicalFields.filter(
    field => !['interest', 'industry', 'companySize', 'jobTitle', 'country', 'state'].includes(field),
  ),
)
const isChoice = (hint: WireFieldHint | undefined): boolean => /^\s*(checkbox|radio)\s*$/i.test(hint?.type ?? '')

const autocompleteFields: ReadonlyMap<string, CanonicalField> = new Map<string, CanonicalField>([
  ['email', 'email'],
  ['tel', 'phone'],
  ['tel-national', 'phone'],
  ['tel-local', 'phone'],
  ['name', 'fullName'],
  ['given-name', 'firstName'],
  ['family-name', 'lastName'],
  ['organization', 'company'],
  ['organization-title', 'jobTitle'],
  ['country', 'country'],
  ['country-name', 'country'],
  ['address-level1', 'state'],
  ['address-level2', 'city'],
  ['postal-code', 'postalCode'],
  ['url', 'website'],
])

/** The field name is the last token but `webauthn`; sections and `home`, `work` come before it (HTML, autofill detail tokens). */
function autocompleteField(autocomplete: string | undefined): CanonicalField | undefined {
  const tokens = (autocomplete ?? '')
    .trim()
    .toLowerCase()
    .split(/\s+/)
    .filter(token => token !== 'webauthn')
  if (tokens.includes('fax') || tokens.includes('pager')) return undefined
  return autocompleteFields.get(tokens.at(-1) ?? '')
}
