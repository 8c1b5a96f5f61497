// HubSpot: a record that is in the way is adopted if it is of the same address, and never written to otherwise.

import { expect, test } from 'vitest'
import { idOf } from '../../test/support/a-lead.ts'
import { answer, delivering } from '../../test/support/scripted-hubspot.ts'

const conflicts = [
  ['the older shape', { category: 'CONFLICT', message: 'Contact already exists. Existing ID: 500' }],
  ['the newer shape', { category: 'OBJECT_ALREADY_EXISTS', message: 'Contact already exists. Existing ID: 500' }],
] as const

test.each(conflicts)('adopts the record of the same address after a 409 of %s', async (_, body) => {
  const { outcomes, calls } = await delivering(request => {
    if (request.method === 'POST') return answer(409, body)
    return answer(200, { id: '500', properties: { email: 'Person-1@Example.com' } })
  })
  expect(outcomes).toMatchObject([{ kind: 'delivered', externalId: idOf(1), recordId: '500' }])
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'PATCH'])
  expect(JSON.parse(calls[2]?.body ?? '{}').properties).toMatchObject({
    lead_capture_id: idOf(1),
    lead_capture_original_source: 'newsletter',
  })
})

test.each(conflicts)('never writes into the record of another address after a 409 of %s', async (_, body) => {
  const { outcomes, calls } = await delivering(request => {
    if (request.method === 'POST') return answer(409, body)
    return answer(200, { id: '500', properties: { email: 'other@example.com' } })
  })
  expect(outcomes).toMatchObject([{ kind: 'retry', reason: 'conflict' }])
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET'])
})

test('keeps the original source that an adopted record has', async () => {
  const { calls } = await delivering(request => {
    if (request.method === 'POST') return answer(409, conflicts[0][1])
    const properties = { email: 'person-1@example.com', lead_capture_original_source: 'google' }
    return answer(200, { id: '500', properties })
  })
  const { properties } = JSON.parse(calls[2]?.body ?? '{}')
  expect(properties).toMatchObject({ lead_capture_latest_source: 'newsletter' })
  expect(Object.keys(properties).filter(name => /original|^utm_/.test(name))).toEqual([])
})

test('adopts nothing when a 409 names no record', async () => {
  const { outcomes, calls } = await delivering(() => answer(409, { category: 'CONFLICT', message: 'Conflict' }))
  expect(outcomes).toMatchObject([{ kind: 'retry', reason: 'conflict' }])
  expect(calls).toHaveLength(1)
})
