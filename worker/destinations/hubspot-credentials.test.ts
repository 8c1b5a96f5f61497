// HubSpot: nothing goes out without a token, and a check of the token writes nothing.

import { expect, test } from 'vitest'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { answer, destination, scripted } from '../../test/support/scripted-hubspot.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { hubspot } from './hubspot.ts'

test('calls nobody without a token', async () => {
  const { io, calls } = scripted(() => answer(200, {}), '')
  expect(await destination.deliver([aLead(1)], io)).toEqual([{ kind: 'blocked', reason: 'secret_missing' }])
  expect(await destination.check(io)).toEqual({ kind: 'blocked', reason: 'secret_missing' })
  expect(await destination.find?.(idOf(1), io)).toMatchObject({ kind: 'unknown' })
  expect(await destination.erase?.(idOf(1), io)).toMatchObject({ kind: 'blocked' })
  expect(calls).toEqual([])
})

test.each<[string, HttpAnswer, unknown]>([
  ['a list of contacts as ready', answer(200, { results: [] }), { kind: 'ready' }],
  ['401 as blocked', answer(401, {}), { kind: 'blocked', reason: 'unauthorized' }],
  ['503 as unreachable', answer(503, ''), { kind: 'unreachable' }],
  ['a broken connection as unreachable', { kind: 'network' }, { kind: 'unreachable' }],
])('checks the token without writing, and reads %s', async (_, given, expected) => {
  const { io, calls } = scripted(() => given)
  expect(await destination.check(io)).toEqual(expected)
  expect(calls.map(({ method }) => method)).toEqual(['GET'])
})

test('takes settings with an address and a property name, and no others', () => {
  expect(hubspot.settings.safeParse({}).success).toBe(true)
  expect(hubspot.settings.safeParse({ idProperty: 'Not A Name' }).success).toBe(false)
  expect(hubspot.settings.safeParse({ baseUrl: 'crm' }).success).toBe(false)
})
