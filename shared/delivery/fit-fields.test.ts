// Values beside the vendor's own metadata: what is cut, what is left out, and that nothing of it is lost.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { noteCharsMax } from '../limits.ts'
import { type FieldCatalog, type FieldFacts, fitFields, missingRequired, noteText, withoutField } from './fit-fields.ts'

const text: FieldFacts = { type: 'text', isWritable: true }
const none = () => false
const fitOne = (ours: string, facts: FieldFacts | null) => fitFields([{ to: 'f', ours }], { f: facts }, none)

test.each<[string, string, FieldFacts | null, string | undefined]>([
  ['a text of any length', 'abc', text, 'abc'],
  ['a text that is as long as may be', 'abc', { ...text, maxLength: 3 }, 'abc'],
  ['a text that is too long, cut', 'abcd', { ...text, maxLength: 3 }, 'abc'],
  ['half a letter never', 'ab😀', { ...text, maxLength: 3 }, 'ab'],
  ['a value of the list', 'B', { ...text, type: 'picklist', options: ['A', 'B'] }, 'B'],
  ['no value beside the list', 'C', { ...text, type: 'picklist', options: ['A', 'B'] }, undefined],
  ['any value where the list is not known', 'C', { ...text, type: 'picklist' }, 'C'],
  ['of several values those of the list', 'A;C;B', { ...text, type: 'multi_picklist', options: ['A', 'B'] }, 'A;B'],
  ['none of several that are all unknown', 'C;D', { ...text, type: 'multi_picklist', options: ['A'] }, undefined],
  ['a number', '12', { ...text, type: 'number' }, '12'],
  ['no text for a number', 'twelve', { ...text, type: 'number' }, undefined],
  ['a yes or no', 'true', { ...text, type: 'boolean' }, 'true'],
  ['no text for a yes or no', 'perhaps', { ...text, type: 'boolean' }, undefined],
  ['a time as it is', '2026-11-28T12:00:00Z', { ...text, type: 'time' }, '2026-11-28T12:00:00Z'],
  ['nothing for a field that is not there', 'x', null, undefined],
  ['nothing for a field that cannot be written', 'x', { ...text, isWritable: false }, undefined],
])('sends %s', (_, ours, facts, sent) => {
  const { fields, note, dropped } = fitOne(ours, facts)
  expect(fields.map(field => field.ours)).toEqual(sent === undefined ? [] : [sent])
  expect(note).toEqual(sent === ours ? [] : [`f: ${ours}`])
  expect(dropped).toEqual(sent === undefined ? ['f'] : [])
})

test('sends what is essential as it is, so that the vendor says what is wrong with it', () => {
  const fitted = fitFields([{ to: 'email', ours: 'x@example.com' }], { email: { ...text, maxLength: 3 } }, () => true)
  expect(fitted).toEqual({ fields: [{ to: 'email', ours: 'x@example.com' }], note: [], dropped: [] })
})

test('leaves an empty value out with its missing field and tells nobody, since nothing is lost', () => {
  expect(fitOne('', null)).toEqual({ fields: [], note: [], dropped: [] })
  expect(fitOne('', { ...text, type: 'number' })).toMatchObject({ fields: [{ ours: '' }], note: [] })
})

test('falls back where the value does not fit and the map has something to fall back to', () => {
  const field = { to: 'f', ours: 'C', fallback: 'A' }
  const facts: FieldFacts = { ...text, type: 'picklist', options: ['A'] }
  expect(fitFields([field], { f: facts }, none)).toMatchObject({
    fields: [{ ours: '', fallback: 'A' }],
    dropped: ['f'],
  })
  expect(fitFields([field], { f: null }, none).fields).toEqual([])
})

test('names a field that a new record needs, unless something or a fallback is written to it', () => {
  const catalog: FieldCatalog = { a: text, b: { ...text, isRequired: true }, c: null }
  expect(missingRequired([{ to: 'a', ours: 'x' }], catalog)).toBe('b')
  expect(missingRequired([{ to: 'b', ours: '' }], catalog)).toBe('b')
  expect(missingRequired([{ to: 'b', ours: 'x' }], catalog)).toBeUndefined()
  expect(missingRequired([{ to: 'b', ours: '', fallback: 'y' }], catalog)).toBeUndefined()
})

test('takes a field out after a refusal: its value to the note, its name to those that are told', () => {
  const fitted = {
    fields: [
      { to: 'a', ours: '1' },
      { to: 'b', ours: '2', fallback: '0' },
    ],
    note: ['c: 3'],
    dropped: ['c'],
  }
  expect(withoutField(fitted, 'a')).toEqual({
    fields: [{ to: 'b', ours: '2', fallback: '0' }],
    note: ['c: 3', 'a: 1'],
    dropped: ['c', 'a'],
  })
  expect(withoutField(fitted, 'b')?.fields).toEqual([
    { to: 'a', ours: '1' },
    { to: 'b', ours: '', fallback: '0' },
  ])
  expect(withoutField(fitted, 'd')).toBeUndefined()
  expect(withoutField({ ...fitted, fields: [{ to: 'a', ours: '' }] }, 'a')).toBeUndefined()
})

test('a note has a bound', () => {
  expect(noteText({ note: ['a: 1', 'b: 2'] })).toBe('a: 1\nb: 2')
  expect(noteText({ note: ['x'.repeat(noteCharsMax)] })).toHaveLength(noteCharsMax)
  expect(noteText({ note: ['x'.repeat(noteCharsMax + 1)] })).toHaveLength(noteCharsMax)
})

const facts = fc.record(
  {
    type: fc.constantFrom<FieldFacts['type']>(
      'text',
      'number',
      'boolean',
      'picklist',
      'multi_picklist',
      'time',
      'other',
    ),
    isWritable: fc.boolean(),
    isRequired: fc.boolean(),
    maxLength: fc.integer({ min: 1, max: 10 }),
    options: fc.array(fc.string({ maxLength: 3 }), { maxLength: 4 }),
  },
  { requiredKeys: ['type', 'isWritable'] },
)
const names = fc.constantFrom('a', 'b', 'c', 'd')
const fields = fc.array(fc.record({ to: names, ours: fc.string({ maxLength: 20 }) }), { maxLength: 8 })
const catalogs = fc.dictionary(names, fc.oneof(fc.constant(null), facts))

test('every value is in its field whole, or in the note whole', () => {
  fc.assert(
    fc.property(fields, catalogs, (given, catalog) => {
      const fitted = fitFields(given, catalog, none)
      for (const { to, ours } of given) {
        const isWhole = fitted.fields.some(field => field.to === to && field.ours === ours)
        if (ours !== '') expect(isWhole || fitted.note.includes(`${to}: ${ours}`)).toBe(true)
      }
      for (const { to, ours } of fitted.fields) {
        const max = catalog[to]?.maxLength
        if (max !== undefined && catalog[to]?.type === 'text') expect(ours.length).toBeLessThanOrEqual(max)
        expect(catalog[to]).not.toBeNull()
      }
    }),
  )
})

test('what fits once fits again, and without a catalog everything is as it was', () => {
  fc.assert(
    fc.property(fields, catalogs, (given, catalog) => {
      expect(fitFields(given, {}, none)).toEqual({ fields: given, note: [], dropped: [] })
      const once = fitFields(given, catalog, none).fields
      expect(fitFields(once, catalog, none)).toEqual({ fields: once, note: [], dropped: [] })
    }),
  )
})
