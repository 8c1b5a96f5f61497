import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldsMax } from '../limits.ts'
import { readFields } from './read-fields.ts'

function read(fields: unknown, limits = {}) {
  const result = readFields(fields, limits)
  if (!result.ok) throw new Error(result.error)
  return result.value
}

describe('readFields', () => {
  it('reads an object and the same pairs alike, in order', () => {
    const byName = read({ email: 'ana@example.com', interest: ['demo', 'price'], age: 41, isNew: true })
    const asPairs = read([
      ['email', 'ana@example.com'],
      ['interest', 'demo'],
      ['interest', 'price'],
      ['age', 41],
      ['isNew', true],
    ])
    expect(byName.pairs).toEqual(asPairs.pairs)
    expect(byName.pairs.map(pair => pair.value)).toEqual(['ana@example.com', 'demo', 'price', '41', 'true'])
    expect(byName.issues).toEqual([])
  })

  it.each([[null], [undefined], ['email=a'], [7], [true]])('refuses %j, which holds no fields', fields => {
    expect(readFields(fields)).toEqual({ ok: false, error: 'invalid_type' })
  })

  it('takes as many fields as the limit and refuses one more', () => {
    const wide = (count: number) => Object.fromEntries(Array.from({ length: count }, (_, at) => [`f${at}`, 'x']))
    expect(read(wide(fieldsMax)).pairs).toHaveLength(fieldsMax)
    expect(readFields(wide(fieldsMax + 1))).toEqual({ ok: false, error: 'too_many_fields' })
  })

  it('counts a list of values as one field, and drops values over the limit with an issue', () => {
    expect(read({ a: ['1', '2', '3'] }, { fieldsMax: 1, fieldValuesMax: 3 }).issues).toEqual([])
    const over = read({ a: ['1', '2', '3', '4'] }, { fieldsMax: 1, fieldValuesMax: 3 })
    expect(over.pairs).toHaveLength(3)
    expect(over.issues).toEqual([{ field: 'a', code: 'truncated' }])
  })

  it('cuts a value over the limit, never through a surrogate pair', () => {
    expect(read({ a: 'abcd' }, { fieldCharsMax: 4 }).issues).toEqual([])
    const over = read({ a: 'abc😀' }, { fieldCharsMax: 4 })
    expect(over.pairs).toEqual([{ name: 'a', value: 'abc' }])
    expect(over.issues).toEqual([{ field: 'a', code: 'truncated' }])
  })

  it('leaves out an object where a value belongs, names it, and keeps the rest', () => {
    const result = read({ email: { $ne: null }, name: 'Ana' })
    expect(result.pairs).toEqual([{ name: 'name', value: 'Ana' }])
    expect(result.issues).toEqual([{ field: 'email', code: 'invalid_type' }])
    expect(result.unusable).toEqual(['email'])
  })

  it('keeps the good values of a list with a bad one, so that the field is not unusable', () => {
    const result = read({ email: [{}, 'ana@example.com'] })
    expect(result.pairs).toHaveLength(1)
    expect(result.issues).toEqual([{ field: 'email', code: 'invalid_type' }])
    expect(result.unusable).toEqual([])
  })

  it('leaves out a number that JSON made infinite', () => {
    expect(read(JSON.parse('{"employees":1e999}')).unusable).toEqual(['employees'])
  })

  it('skips null silently and keeps an empty text', () => {
    expect(read({ a: null, b: '' })).toEqual({ pairs: [{ name: 'b', value: '' }], issues: [], unusable: [] })
  })

  it('treats names of object members as plain names', () => {
    const result = read(JSON.parse('{"__proto__":"a","constructor":{"prototype":{"x":1}},"toString":"b"}'))
    expect(result.pairs).toEqual([
      { name: '__proto__', value: 'a' },
      { name: 'toString', value: 'b' },
    ])
    expect(result.issues).toEqual([{ field: 'constructor', code: 'invalid_type' }])
    expect(Reflect.get({}, 'x')).toBeUndefined()
  })

  it('makes text well-formed, and removes controls and what reorders text but not line ends', () => {
    expect(
      read({ a: '\ud800', b: '\u202egnp.exe', c: 'x\u0000y\u2066z', d: 'one\r\n\ttwo' }).pairs.map(p => p.value),
    ).toEqual(['\ufffd', 'gnp.exe', 'xyz', 'one\r\n\ttwo'])
  })

  it('reports a malformed pair and reads the others', () => {
    const result = read([7, ['a'], ['b', '1'], ['c', '1', '2']])
    expect(result.pairs).toEqual([{ name: 'b', value: '1' }])
    expect(result.unusable).toEqual(['a', 'c'])
    expect(result.issues.map(issue => issue.field)).toEqual(['fields', 'a', 'c'])
  })

  it('never throws, and gives only safe text, on any JSON', () => {
    fc.assert(
      fc.property(fc.oneof(fc.jsonValue(), fc.dictionary(fc.string({ unit: 'binary' }), fc.jsonValue())), fields => {
        const result = readFields(fields)
        if (!result.ok) return
        for (const { name, value } of result.value.pairs) {
          expect(name.isWellFormed() && value.isWellFormed()).toBe(true)
          expect(`${name}${value}`).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
        }
      }),
    )
  })
})
