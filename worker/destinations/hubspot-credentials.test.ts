// HubSpot: nothing goes out without a token, and a check of the token writes nothing.

import { expect, test } from 'vitest'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { answer, destination, scripted } from '../../test/support/scripted-hubspot.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import { portalProperties } from './fixtures/hubspot/vendor.ts'
import { hubspot } from './hubspot.ts'

test('calls nobody without a token', async () => {
  const { io, calls } = scripted(() => answer(200, {}), '')
  expect(await destination.deliver([aLead(1)], io)).toEqual([{ kind: 'blocked', reason: 'secret_missing' }])
  expect(await destination.check(io)).toEqual({ kind: 'blocked', reason: 'secret_missing' })
  expect(await destination.find?.(idOf(1), io)).toMatchObject({ kind: 'unknown' })
  expect(await destination.erase?.(idOf(1), io)).toMatchObject({ kind: 'blocked' })
  expect(calls).toEqual([])
})

/** HubSpot with these properties, where the list of contacts can be read. */
const portal = (properties: unknown) => (request: HttpRequest) =>
  request.url.includes('/properties/') ? answer(200, properties) : answer(200, { results: [] })

test('is ready where the portal has each property that is written, and finds that out without writing', async () => {
  const { io, calls } = scripted(portal({ results: portalProperties }))
  const checked = await destination.check(io)
  expect(checked).toEqual({ kind: 'ready', fields: portalProperties.map(({ name }) => name) })
  expect(calls.map(({ method }) => method)).toEqual(['GET', 'GET'])
  // The answer is longer than what is read of others.
  expect(calls[1]?.answerBytesMax).toBeGreaterThan(1_000_000)
})

test('says which properties are missing, not unique, read-only or a number', async () => {
  const changes: Readonly<Record<string, object>> = {
    lead_capture_id: { hasUniqueValue: false },
    lead_capture_route: { type: 'number' },
    lead_capture_submissions: { type: 'number' },
    utm_id: { modificationMetadata: { readOnlyValue: true } },
    utm_term: { calculated: true },
  }
  const results = portalProperties
    .filter(({ name }) => name !== 'lead_capture_note')
    .map(property => ({ ...property, ...changes[property.name] }))
  const checked = await destination.check(scripted(portal({ results })).io)
  expect(checked.kind).toBe('incomplete')
  expect(Object.fromEntries((checked.missing ?? []).map(({ name, problem }) => [name, problem]))).toEqual({
    lead_capture_id: 'not_unique',
    lead_capture_note: 'absent',
    lead_capture_route: 'wrong_type',
    utm_id: 'read_only',
    utm_term: 'read_only',
  })
})

test('names the scopes that a refusal asks for', async () => {
  const context = { requiredGranularScopes: ['crm.objects.contacts.read', 'crm.objects.contacts.write'] }
  const refusal = answer(403, { category: 'MISSING_SCOPES', message: 'x', errors: [{ message: 'x', context }] })
  expect(await destination.check(scripted(() => refusal).io)).toMatchObject({
    kind: 'blocked',
    reason: 'forbidden',
    missing: [
      { what: 'scope', name: 'crm.objects.contacts.read', problem: 'absent' },
      { what: 'scope', name: 'crm.objects.contacts.write', problem: 'absent' },
    ],
  })
})

test.each<[string, HttpAnswer, unknown]>([
  ['401 as blocked', answer(401, {}), { kind: 'blocked', reason: 'unauthorized' }],
  ['503 as unreachable', answer(503, ''), { kind: 'unreachable' }],
  ['a broken connection as unreachable', { kind: 'network' }, { kind: 'unreachable' }],
])('checks the token without writing, and reads %s', async (_, given, expected) => {
  const { io, calls } = scripted(() => given)
  expect(await destination.check(io)).toMatchObject(expected as object)
  expect(calls.map(({ method }) => method)).toEqual(['GET'])
})

test('is ready with a note where the token may not read properties, and unreachable where they do not come', async () => {
  const refusing = (refused: HttpAnswer) => (request: HttpRequest) =>
    request.url.includes('/properties/') ? refused : answer(200, { results: [] })
  const forbidden = await destination.check(scripted(refusing(answer(403, {}))).io)
  expect(forbidden).toEqual({ kind: 'ready', notes: ['fields_unread'] })
  expect(await destination.check(scripted(refusing({ kind: 'timeout' })).io)).toMatchObject({ kind: 'unreachable' })
})

test('takes settings with an address and a property name, and no others', () => {
  expect(hubspot.settings.safeParse({}).success).toBe(true)
  expect(hubspot.settings.safeParse({ idProperty: 'Not A Name' }).success).toBe(false)
  expect(hubspot.settings.safeParse({ baseUrl: 'crm' }).success).toBe(false)
})
