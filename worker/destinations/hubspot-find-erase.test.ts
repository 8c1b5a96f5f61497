// HubSpot: a record is found by our id, and an erasure is done only when the record is gone.

import { expect, test } from 'vitest'
import { idOf } from '../../test/support/a-lead.ts'
import { answer, destination, type Script, scripted } from '../../test/support/scripted-hubspot.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { hubspotSettings } from './hubspot-call.ts'
import { eraseContact } from './hubspot-erase.ts'

test.each<[string, HttpAnswer, object]>([
  [
    'a record with its revision as found',
    answer(200, { id: '7', properties: { lead_capture_revision: '3' } }),
    { kind: 'found', recordId: '7', revision: 3 },
  ],
  ['a record without a revision as found', answer(200, { id: '7' }), { kind: 'found', recordId: '7' }],
  ['404, and nothing else, as absent', answer(404, { category: 'OBJECT_NOT_FOUND' }), { kind: 'absent' }],
  [
    '200 with HTML as unknown',
    answer(200, '<html>'),
    { kind: 'unknown', outcome: { kind: 'retry', reason: 'unreadable_answer' } },
  ],
  ['401 as unknown', answer(401, {}), { kind: 'unknown', outcome: { kind: 'blocked' } }],
  ['a timeout as unknown', { kind: 'timeout' }, { kind: 'unknown', outcome: { kind: 'retry', reason: 'timeout' } }],
])('looks for a record by our id, and takes %s', async (_, given, expected) => {
  expect(await destination.find?.(idOf(1), scripted(() => given).io)).toMatchObject(expected)
})

test('erases the record that it finds, and is done when there is none', async () => {
  const found = scripted(({ method }) => (method === 'GET' ? answer(200, { id: '7' }) : answer(204, '')))
  expect(await destination.erase?.(idOf(1), found.io)).toEqual({ kind: 'delivered', externalId: idOf(1) })
  expect(found.calls[1]).toMatchObject({ method: 'DELETE', url: 'https://crm.example/crm/v3/objects/contacts/7' })
  const absent = scripted(() => answer(404, {}))
  expect(await destination.erase?.(idOf(1), absent.io)).toMatchObject({ kind: 'delivered' })
  expect(absent.calls).toHaveLength(1)
})

test('does not take an erasure for done that failed', async () => {
  const failing = scripted(({ method }) => (method === 'GET' ? answer(200, { id: '7' }) : answer(500, '')))
  expect(await destination.erase?.(idOf(1), failing.io)).toMatchObject({ kind: 'retry', reason: 'server_error' })
  expect(await destination.erase?.(idOf(1), scripted(() => answer(500, '')).io)).toMatchObject({ kind: 'retry' })
})

/** Erases the record 7, of which the ledger knows, where a look by our id finds nothing. */
async function erasingRecord(atSeven: Script, deleted: HttpAnswer = answer(204, '')) {
  const { io, calls } = scripted(request => {
    if (request.method === 'DELETE') return deleted
    return request.url.includes('idProperty=') ? answer(404, {}) : atSeven(request)
  })
  const outcome = await eraseContact(idOf(1), hubspotSettings.parse({ baseUrl: 'https://crm.example' }), io, '7')
  return { outcome, deleted: calls.filter(({ method }) => method === 'DELETE').map(({ url }) => url.split('/').at(-1)) }
}

test.each<[string, Script]>([
  ['reads lag behind', () => answer(404, {})],
  ['it has our id all the same', () => answer(200, { id: '7', properties: { lead_capture_id: idOf(1) } })],
  ['somebody took our id out of it', () => answer(200, { id: '7', properties: { lead_capture_id: '' } })],
])('erases the record that the ledger knows where %s', async (_, atSeven) => {
  expect(await erasingRecord(atSeven)).toEqual({
    outcome: { kind: 'delivered', externalId: idOf(1) },
    deleted: ['7'],
  })
})

test('leaves the record that the ledger knows to the lead that has it now', async () => {
  const anothers = answer(200, { id: '7', properties: { lead_capture_id: idOf(2) } })
  expect(await erasingRecord(() => anothers)).toEqual({
    outcome: { kind: 'delivered', externalId: idOf(1) },
    deleted: [],
  })
})

test('does not take an erasure for done where the known record could not be looked at or deleted', async () => {
  const unseen = await erasingRecord(() => answer(503, ''))
  expect(unseen).toMatchObject({ outcome: { kind: 'retry', reason: 'server_error' }, deleted: [] })
  const kept = await erasingRecord(() => answer(404, {}), { kind: 'timeout' })
  expect(kept).toMatchObject({ outcome: { kind: 'retry', reason: 'timeout' }, deleted: ['7'] })
})
