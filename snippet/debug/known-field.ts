// Tells which of our fields a control is, as far as a page can know. The collector has a dictionary of names and labels
// besides; what is unknown here may be known there, never the other way round.

import type { WireFieldHint } from '../../shared/wire.ts'
import { fieldNames } from './known-names.ts'
import { fold } from './nearest.ts'

/** The field of a control with its ground, as `email (type)`; empty where a page cannot know. */
export const knownField = (name: string, { field, autocomplete = '', type = '' }: WireFieldHint = {}): string => {
  if (field) return fieldNames.includes(field) ? `${field} (data-lead-field)` : ''
  // A box to tick under such a name asks something about it.
  if (/^(checkbox|radio)$/.test(type)) return ''
  // In the collector's order (shared/mapping/recognise-field.ts), where a bare `name` says less than its hints.
  const grounds = { name: name === 'name' ? '' : name, autocomplete: autocomplete.replace(/.*\s/, ''), type }
  for (const [ground, word] of Object.entries(grounds)) {
    const known = fieldCalled(fold(word))
    if (known) return `${known} (${ground})`
  }
  return ''
}

/** Our own names, and how `autocomplete` and `type` call them. */
const fieldCalled = (word: string) =>
  fieldNames.find(known => fold(known) === word) ??
  {
    __proto__: null,
    tel: 'phone',
    name: 'fullName',
    givenname: 'firstName',
    familyname: 'lastName',
    organization: 'company',
  }[word]
