// JSON from strangers: every text that JSON.parse takes is taken alike, unless it is too deep or names a member twice.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { jsonDepthMax } from './limits.ts'
import { parseJson } from './parse-json.ts'

const nested = (depth: number) => '['.repeat(depth) + ']'.repeat(depth)

test('gives the same value as JSON.parse', () => {
  fc.assert(
    fc.property(fc.jsonValue({ maxDepth: 8 }), value => {
      const text = JSON.stringify(value)
      expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
    }),
  )
})

test('never throws, and refuses whatever JSON.parse refuses', () => {
  fc.assert(
    fc.property(fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom(...'{}[]:,"\\ua01 ') })), text => {
      const answer = parseJson(text)
      if (answer.ok) expect(answer.value).toEqual(JSON.parse(text))
    }),
  )
})

test('takes the deepest nesting allowed, and refuses one level more, even where the text is no JSON', () => {
  expect(parseJson(nested(jsonDepthMax)).ok).toBe(true)
  expect(parseJson(nested(jsonDepthMax + 1))).toEqual({ ok: false, error: 'json-too-deep' })
  expect(parseJson('['.repeat(60_000))).toEqual({ ok: false, error: 'json-too-deep' })
  expect(parseJson('['.repeat(jsonDepthMax))).toEqual({ ok: false, error: 'invalid-json' })
})

test('does not count brackets inside texts', () => {
  expect(parseJson(JSON.stringify('['.repeat(100))).ok).toBe(true)
  expect(parseJson(JSON.stringify(`\\"${'['.repeat(100)}`)).ok).toBe(true)
})

test.each(['{"a":1,"a":2}', '{"b":{"a":1,"a" : 2}}', '[{"a":1},{"a":1,"a":1}]', '{"__proto__":1,"__proto__":2}'])(
  'refuses a member that stands twice in one object: %s',
  text => {
    expect(parseJson(text)).toEqual({ ok: false, error: 'duplicate-json-key' })
  },
)

test.each(['{"a":1,"b":{"a":2}}', '[{"a":1},{"a":2}]', '{"a":["a","a"]}', '{"a":"a","A":"a"}', '{"a":"\\",\\"a\\":"}'])(
  'takes the same name in different objects, and the same text as a value: %s',
  text => {
    expect(parseJson(text)).toEqual({ ok: true, value: JSON.parse(text) })
  },
)

test.each(['', '{', '{"a":}', "{'a':1}", '{"a":1,}', '01', '"\\x"', '{"\\u00zz":1}', '{} {}'])('refuses %j', text => {
  expect(parseJson(text)).toEqual({ ok: false, error: 'invalid-json' })
})
