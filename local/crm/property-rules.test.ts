import { expect, test } from 'vitest'
import { propertyExists, readProperties } from './property-rules.ts'

test.each(['a', 'lead_capture_id', 'utm_source', 'hs2', 'x'.repeat(100)])('has a property %s', name => {
  expect(propertyExists(name)).toBe(true)
})

test.each(['', 'Email', '2x', '_x', 'utm-source', 'first name', 'não', 'x'.repeat(101)])('has no property %j', name => {
  expect(propertyExists(name)).toBe(false)
})

test.each([
  'ana@example.com',
  'ANA.souza+x@mail.example.com',
  ' ana@example.com ',
  `${'a'.repeat(64)}@example.com`,
  '',
])('takes %j as an e-mail', email => {
  expect(readProperties({ email }).issues).toEqual([])
})

test.each([
  'ana',
  'ana@example',
  '@example.com',
  'ana@@example.com',
  'ana souza@example.com',
  'ana@-.com',
  'ana@example.c',
  'josé@example.com',
  `${'a'.repeat(65)}@example.com`,
  `ana@${'a'.repeat(250)}.com`,
])('refuses %j as an e-mail', email => {
  expect(readProperties({ email }).issues).toMatchObject([{ property: 'email', code: 'INVALID_EMAIL' }])
})
