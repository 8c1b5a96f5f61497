import { expect, it } from 'vitest'
import { patternLengths } from './pattern-lengths.ts'

it.each([
  ['12', [2]],
  ['[2-9]\\d{6}', [7]],
  ['8\\d{5}(?:\\d{1,3})?', [6, 7, 8, 9]],
  ['(?:1|2(?:34|567))\\d?', [1, 2, 3, 4, 5]],
  ['(\\d\\d){1,2}|800\\d{3}', [2, 4, 6]],
])('%s fits texts of %j characters', (pattern, lengths) => {
  expect([...patternLengths(pattern)].sort()).toEqual(lengths)
})

it('refuses a pattern that it does not understand', () => {
  expect(() => patternLengths('1(?!2)')).toThrow('something else')
})
