import { expect, test } from 'vitest'
import { readTimeScale } from './time-scale.ts'

test.each(['1', '0.001', '1e-5', '60'])('takes the factor %s as it is', text => expect(readTimeScale(text)).toBe(text))

test.each([undefined, ''])('leaves every delay as it is for %j', text => expect(readTimeScale(text)).toBeUndefined())

test.each(['abc', '-1', '0', ' ', 'Infinity', 'NaN', '0,5'])('refuses %j, and says what to use', text =>
  expect(() => readTimeScale(text)).toThrow(`TIME_SCALE=${text} is no factor: use a number above 0`),
)
