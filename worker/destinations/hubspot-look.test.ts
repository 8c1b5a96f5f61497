// HubSpot: many contacts looked up in one call, and what an answer says of each.

import { expect, test } from 'vitest'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { answer, delivering, destination, type Script, scripted, written } from '../../test/support/scripted-hubspot.ts'
import type { HttpAnswer } from '../platform/http.ts'

const ids = [idOf(1), idOf(2), idOf(3)]
const held = (n: number, more: object = {}) => ({
  id: `9${n}`,
  properties: { lead_capture_id: idOf(n), lead_capture_revision: '2', ...more },
})
const missing = { category: 'OBJECT_NOT_FOUND', context: { ids: [idOf(2)] } }
const lookingUp = async (script: Script) => {
  const { io, calls } = scripted(script)
  return { found: await destination.findMany?.(ids, io), calls }
}
const answering = (is: HttpAnswer) => lookingUp(() => is)

test('asks once for all, by our id', async () => {
  const { found, calls } = await answering(answer(207, { results: [held(3), held(1)], errors: [missing] }))
  expect(found).toEqual([
    { kind: 'found', recordId: '91', revision: 2 },
    { kind: 'absent' },
    { kind: 'found', recordId: '93', revision: 2 },
  ])
  expect(calls.map(({ method, url }) => [method, url])).toEqual([
    ['POST', 'https://crm.example/crm/v3/objects/contacts/batch/read'],
  ])
  expect(JSON.parse(calls[0]?.body ?? '')).toEqual({
    idProperty: 'lead_capture_id',
    inputs: ids.map(id => ({ id })),
    properties: ['lead_capture_revision', 'lead_capture_id'],
    propertiesWithHistory: [],
  })
})

test.each<[string, HttpAnswer, object]>([
  ['a 503', answer(503, ''), { kind: 'retry', reason: 'server_error' }],
  ['a 429', answer(429, {}, { 'retry-after': '7' }), { kind: 'retry', reason: 'rate_limited', afterSeconds: 7 }],
  ['a timeout', { kind: 'timeout' }, { kind: 'retry', reason: 'timeout' }],
  ['a 200 with HTML', answer(200, '<html>'), { kind: 'retry', reason: 'unreadable_answer' }],
  ['a 401', answer(401, {}), { kind: 'blocked', reason: 'unauthorized' }],
  ['a 400, which is no lead’s fault', answer(400, {}), { kind: 'blocked', reason: 'misconfigured' }],
])('knows nothing of any after %s', async (_, is, outcome) => {
  const { found } = await answering(is)
  expect(found).toMatchObject(ids.map(() => ({ kind: 'unknown', outcome })))
})

test('takes none for absent when an error is about something else', async () => {
  const errors = [missing, { category: 'INTERNAL_ERROR' }]
  const { found } = await answering(answer(207, { results: [held(1)], errors }))
  expect(found?.map(({ kind }) => kind)).toEqual(['found', 'unknown', 'unknown'])
})

test('asks one by one where there is no such call', async () => {
  const { found, calls } = await lookingUp(request =>
    request.method === 'POST'
      ? answer(404, {})
      : request.url.includes(idOf(2))
        ? answer(404, {})
        : answer(200, held(1)),
  )
  expect(found?.map(({ kind }) => kind)).toEqual(['found', 'absent', 'found'])
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'GET', 'GET'])
})

test('keeps the original sources of a whole batch after one look', async () => {
  const leads = [aLead(1, { revision: 2 }), aLead(2), aLead(3, { revision: 2 })]
  const results = [held(1, { lead_capture_original_source: 'fair' }), held(3)]
  const { outcomes, calls } = await delivering(
    request => (request.url.endsWith('/batch/read') ? answer(200, { results }) : answer(200, written(request))),
    leads,
  )
  expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'delivered', 'delivered'])
  expect(calls.map(({ url }) => url.split('/').at(-1))).toEqual(['read', 'upsert'])
  const properties = JSON.parse(calls[1]?.body ?? '').inputs.map((input: { properties: object }) => input.properties)
  expect(properties.map((one: object) => 'lead_capture_original_source' in one)).toEqual([false, true, true])
})
