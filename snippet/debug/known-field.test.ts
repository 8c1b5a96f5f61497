import { expect, it } from 'vitest'
import { canonicalFields } from '../../shared/mapping/canonical-fields.ts'
import { recogniseField } from '../../shared/mapping/recognise-field.ts'
import { knownField } from './known-field.ts'
import { fieldNames } from './known-names.ts'

it('knows the fields that the collector knows, and no other', () => {
  expect(fieldNames).toEqual([...canonicalFields])
})

it.each([
  ['a', { field: 'phone' }],
  ['email', {}],
  ['first_name', { label: 'Nome' }],
  ['companySize', {}],
  ['x1', { autocomplete: 'section-a work email' }],
  ['x1', { autocomplete: 'given-name' }],
  ['x1', { autocomplete: 'postal-code' }],
  ['x1', { autocomplete: 'organization', type: 'text' }],
  ['name', { autocomplete: 'organization' }],
  ['x1', { type: 'tel' }],
  ['x1', { type: 'email', autocomplete: 'off' }],
] as const)('says of %s %o what the collector says', (name, hint) => {
  expect(knownField(name, hint).replace(/ .*/, '')).toBe(recogniseField(name, hint)?.field)
})

it.each([
  ['budget', {}],
  ['name', {}],
  ['constructor', {}],
  ['phone', { type: 'checkbox' }],
  ['email', { field: 'e-mail' }],
])('leaves %s %o to the collector', (name, hint) => {
  expect(knownField(name, hint)).toBe('')
})
