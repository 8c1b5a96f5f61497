// Removes what must never be kept, whatever the page sent: passwords, cards, national ids, anti-forgery and captcha tokens.
// Promises: no pair of a secret field is left; no card number is left in any text, but for digits inside the name of a
// mailbox. Names that merely contain such letters ("expenses", "discard", "card_color") and long numbers that are no cards stay.

import type { FieldPair } from '../lead/profile.ts'
import type { WireFieldHint } from '../wire.ts'
import { isAttributionField } from './attribution-fields.ts'
import { foldWords } from './fold-name.ts'
import { type FieldHints, hintOf } from './map-fields.ts'
import { recogniseField } from './recognise-field.ts'
import { redactCards } from './redact-cards.ts'
import { secretKindOf } from './secret-names.ts'
import { isCnpj, isCpf } from './tax-ids.ts'

export interface RedactedPairs {
  readonly pairs: readonly FieldPair[]
  /** Names of the fields taken out. */
  readonly removed: readonly string[]
  /** Names of the fields in whose text a card number was blotted out. */
  readonly redacted: readonly string[]
}

export function redactSecrets(pairs: readonly FieldPair[], hints: FieldHints | undefined): RedactedPairs {
  const kept: FieldPair[] = []
  const removed = new Set<string>()
  const redacted = new Set<string>()
  for (const pair of pairs) {
    const hint = hintOf(hints, pair.name)
    if (isSecret(pair, hint)) {
      removed.add(pair.name)
      continue
    }
    const value = isAttributionField(pair.name) ? pair.value : redactCards(pair.value, () => isPhone(pair.name, hint))
    if (value !== pair.value) redacted.add(pair.name)
    kept.push(value === pair.value ? pair : { name: pair.name, value })
  }
  return { pairs: kept, removed: [...removed], redacted: [...redacted] }
}

function isSecret(pair: FieldPair, hint: WireFieldHint | undefined): boolean {
  if (hint?.type?.trim().toLowerCase() === 'password') return true
  if (/(^|\s)(cc-[a-z-]+|one-time-code|\S+-password)(\s|$)/i.test(hint?.autocomplete ?? '')) return true
  const kind = secretKindOf(foldWords(pair.name)) ?? secretKindOf(foldWords(hint?.label ?? ''))
  if (kind === undefined) return false
  // The site's owner may ask for an id on purpose, and says so by tagging the field. Never for the other kinds.
  if (kind !== 'national-id' && kind !== 'document') return true
  if (hint?.field?.trim() || isCnpj(pair.value)) return false
  return kind === 'national-id' || isCpf(pair.value)
}

function isPhone(name: string, hint: WireFieldHint | undefined): boolean {
  const field = recogniseField(name, hint)?.field
  return field === 'phone' || field === 'emailOrPhone'
}
