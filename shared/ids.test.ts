// Ids: what cannot be guessed is taken in any case of letters, what can be or is misshapen is not.

import fc from 'fast-check'
import { expect, test } from 'vitest'
import {
  deliveryId,
  externalId,
  newLeadId,
  newSubmissionId,
  parseDeliveryId,
  parseDestinationId,
  parseLeadId,
  parseSiteId,
  parseSubmissionId,
  uuidv7,
} from './ids.ts'

const v7 = '0199aaaa-0000-7000-8000-000000000001'
const v4 = '9b1deb4d-3b7d-4bad-9bdd-2b0d7b3dcb6d'
const bytes = fc.uint8Array({ minLength: 10, maxLength: 10 })

test.each([v7, v4])('takes %s as an id, in capitals too', id => {
  expect(parseSubmissionId(id)).toBe(id)
  expect(parseSubmissionId(id.toUpperCase())).toBe(id)
  expect(parseLeadId(id.toUpperCase())).toBe(id)
})

test.each([
  ['version 1', 'c232ab00-9414-11ec-b3c8-9f6bdeced846'],
  ['version 8', '0199aaaa-0000-8000-8000-000000000001'],
  ['another variant', '0199aaaa-0000-7000-c000-000000000001'],
  ['no hyphens', v7.replaceAll('-', '')],
  ['braces', `{${v7}}`],
  ['a space', ` ${v7}`],
  ['a line end', `${v7}\n`],
  ['nothing', ''],
])('refuses an id of %s', (_, id) => {
  expect(parseSubmissionId(id)).toBeUndefined()
  expect(parseLeadId(id)).toBeUndefined()
})

test.each(['a', 'site-1', 'x'.repeat(40)])('takes %s as the name of a site or destination', name => {
  expect(parseSiteId(name)).toBe(name)
  expect(parseDestinationId(name)).toBe(name)
})

test.each(['', '-a', 'a-', 'A', 'a.b', 'a_b', 'x'.repeat(41), 'a\n'])('refuses %j as such a name', name => {
  expect(parseSiteId(name)).toBeUndefined()
  expect(parseDestinationId(name)).toBeUndefined()
})

test('reads a delivery id back into its lead and destination', () => {
  const lead = newLeadId(0, new Uint8Array(10))
  const destination = parseDestinationId('crm')
  if (!destination) throw new Error('a good name')
  const id = deliveryId(lead, destination)
  expect(parseDeliveryId(id)).toEqual({ id, lead, destination })
  expect(externalId(lead)).toBe(lead)
})

test.each([v7, `${v7}.`, '.crm', `${v7}.crm.x`, `x${v7}.crm`, ''])('refuses %j as a delivery id', text => {
  expect(parseDeliveryId(text)).toBeUndefined()
})

test('makes ids that it takes itself', () => {
  fc.assert(
    fc.property(fc.nat(), bytes, (now, random) => {
      const id = uuidv7(now, random)
      expect(parseSubmissionId(id)).toBe(id)
    }),
  )
  expect(parseSubmissionId(newSubmissionId(Date.now(), new Uint8Array(10).fill(255)))).toBeDefined()
})

test('makes ids whose order is the order of time', () => {
  const moments = fc.tuple(fc.nat({ max: 2 ** 47 }), fc.nat({ max: 2 ** 47 }), bytes, bytes)
  fc.assert(
    fc.property(moments, ([a, b, one, other]) => {
      if (a !== b) expect(uuidv7(a, one) < uuidv7(b, other)).toBe(a < b)
    }),
  )
})

test('leaves the random bytes of the caller as they are', () => {
  const random = new Uint8Array(10).fill(255)
  uuidv7(0, random)
  expect(random).toEqual(new Uint8Array(10).fill(255))
})
