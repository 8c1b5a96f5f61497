// HubSpot: a record that is in the way is adopted if it is of the same address and nobody's lead, and never written to otherwise.

import { expect, test } from 'vitest'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import {
  answer,
  delivering,
  destination,
  inputsOf,
  type Script,
  scripted,
  written,
} from '../../test/support/scripted-hubspot.ts'

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

/** HubSpot where record 500 has the address of the first lead and belongs to `owner`. */
const ownedBy =
  (owner: string): Script =>
  request => {
    if (request.method !== 'POST') {
      return answer(200, { id: '500', properties: { email: 'person-1@example.com', lead_capture_id: owner } })
    }
    const hasAddress = inputsOf(request).some(({ properties }) => properties['email'] === 'person-1@example.com')
    return hasAddress ? answer(409, conflicts[0][1]) : answer(200, written(request))
  }

test('writes a lead beside the record of another lead, with the address where nothing is matched by it', async () => {
  const { outcomes, calls } = await delivering(ownedBy(idOf(9)))
  expect(outcomes).toMatchObject([{ kind: 'delivered', externalId: idOf(1), recordId: `9${idOf(1).slice(-3)}` }])
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
  const [beside] = calls.slice(2).flatMap(inputsOf)
  expect(beside).toMatchObject({
    id: idOf(1),
    properties: {
      firstname: 'Joaquina',
      lead_capture_shared_email: 'person-1@example.com',
      lead_capture_original_source: 'newsletter',
    },
  })
  expect(beside?.properties).not.toHaveProperty('email')
})

test('waits for the address of a lead that is being erased, and writes nothing beside it', async () => {
  const { io, calls } = scripted(ownedBy(idOf(9)))
  const asked: string[] = []
  const isBeingErased = async (externalId: string) => asked.push(externalId) > 0
  expect(await destination.deliver([aLead(1)], { ...io, isBeingErased })).toMatchObject([
    { kind: 'retry', reason: 'conflict' },
  ])
  expect([asked, calls.map(({ method }) => method)]).toEqual([[idOf(9)], ['POST', 'GET']])
  await destination.deliver([aLead(1)], { ...io, isBeingErased: async () => false })
  expect(calls.slice(2).map(({ method }) => method)).toEqual(['POST', 'GET', 'POST'])
})

test.each([idOf(1), ''])('adopts the record whose id is %j', async owner => {
  const { calls } = await delivering(request =>
    request.method === 'PATCH' ? answer(200, { id: '500' }) : ownedBy(owner)(request),
  )
  expect(calls.map(({ method }) => method)).toEqual(['POST', 'GET', 'PATCH'])
})

test('asks whose a record is by the property that the settings name, and settles a batch one by one', async () => {
  const { outcomes, calls } = await delivering(ownedBy(idOf(9)), [aLead(1), aLead(2)])
  expect(outcomes).toMatchObject([
    { kind: 'delivered', externalId: idOf(1) },
    { kind: 'delivered', externalId: idOf(2) },
  ])
  expect(calls.find(({ method }) => method === 'GET')?.url).toContain('email,lead_capture_id,')
})

test.each([
  ['another conflict', answer(409, conflicts[0][1]), { kind: 'retry', reason: 'conflict' }],
  ['a 503', answer(503, ''), { kind: 'retry', reason: 'server_error', isAmbiguous: true }],
  ['a 400', answer(400, { category: 'VALIDATION_ERROR' }), { kind: 'rejected', reason: 'invalid_value' }],
  ['a 401', answer(401, {}), { kind: 'blocked', reason: 'unauthorized' }],
])('tries once to write beside, and takes %s for what it is', async (_, second, outcome) => {
  let posts = 0
  const { outcomes, calls } = await delivering(request =>
    request.method === 'POST' && posts++ > 0 ? second : ownedBy(idOf(9))(request),
  )
  expect(outcomes).toMatchObject([outcome])
  expect(outcomes[0]).not.toHaveProperty('existingId')
  expect(calls).toHaveLength(3)
})
