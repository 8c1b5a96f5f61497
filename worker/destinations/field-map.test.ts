// What a rule of an operator means that says no more than `from` and `to`.

import { expect, test } from 'vitest'
import { fieldMapShape } from './field-map.ts'

const ownerOf = (from: string, owner?: string) => {
  const written = { version: 1, fields: [{ from, to: 'X', ...(owner ? { owner } : {}) }] }
  return fieldMapShape([], /^X$/).parse(written).fields[0]?.owner
}

test.each([
  ['latest.campaign', 'always'],
  ['consent.channels.email', 'always'],
  ['original.source', 'whenPresent'],
  ['company', 'whenPresent'],
])('%s is written %s unless the map says otherwise', (from, owner) => {
  expect(ownerOf(from)).toBe(owner)
  expect(ownerOf(from, 'onlyWhenEmpty')).toBe('onlyWhenEmpty')
})
