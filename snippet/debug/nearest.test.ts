import { expect, it } from 'vitest'
import { attributeNames, attributionNames, fieldNames } from './known-names.ts'
import { nearest } from './nearest.ts'

it.each([
  ['data-lead-feild', attributeNames, 'data-lead-field'],
  ['data-lead_consent', attributeNames, 'data-lead-consent'],
  ['e-mail', fieldNames, 'email'],
  ['firstname', fieldNames, 'firstName'],
  ['fone', fieldNames, 'phone'],
  ['utm-sorce', attributionNames, 'utm_source'],
])('takes %s for what was meant', (name, known, meant) => {
  expect(nearest(name, known)).toBe(meant)
})

it('guesses nothing from three edits on', () => {
  expect(nearest('mehl', fieldNames)).toBeUndefined()
  expect(nearest('surname', fieldNames)).toBeUndefined()
  expect(nearest('', fieldNames)).toBeUndefined()
})
