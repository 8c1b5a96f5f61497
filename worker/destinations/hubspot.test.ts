// HubSpot: what each of its answers means for each lead, and that no answer ever costs another lead or tells of a person.

import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import { leadIdOf, noon, submissionIdOf } from '../../test/support/node-ledger.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import { bind, type DeliveryIo } from './destination.ts'
import { hubspot } from './hubspot.ts'

const settings = hubspot.settings.parse({ baseUrl: 'https://crm.example' })
const destination = bind(hubspot, settings)
const at = new Date(noon).toISOString()

function aLead(
  n: number,
  profile: Lead['profile'] = { email: `person-${n}@example.com`, firstName: 'Joaquina' },
): Lead {
  const submission = {
    id: submissionIdOf(n),
    siteId: 'site' as Submission['siteId'],
    occurredAt: at,
    receivedAt: at,
    fields: [],
    profile,
    custom: [],
    changes: [],
    issues: [],
    touchpoints: [{ at, utm_source: 'newsletter', utm_medium: 'email' }],
    consent: { state: 'unknown', source: 'none', channels: {}, at },
    form: { how: 'api', intent: 'high' },
    page: {},
  } satisfies Submission
  return foldLead({ id: leadIdOf(n), revision: 3 }, [submission])
}
const idOf = (n: number) => externalId(leadIdOf(n))

type Script = (request: HttpRequest, nth: number) => HttpAnswer
const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answer',
  status,
  header: name => headers[name] ?? null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** An io that answers by the script and remembers what it was asked. */
function scripted(script: Script, token: string | undefined = 'token') {
  const calls: HttpRequest[] = []
  const io: DeliveryIo = {
    call: async request => {
      calls.push(request)
      return script(request, calls.length)
    },
    secret: name => (name === 'HUBSPOT_TOKEN' ? token : undefined),
    now: () => noon,
  }
  return { io, calls }
}
const inputsOf = (request: HttpRequest): { id: ExternalId; properties: Record<string, string> }[] =>
  request.body === undefined ? [] : JSON.parse(request.body).inputs
const written = (request: HttpRequest, but: readonly ExternalId[] = []) => ({
  results: inputsOf(request)
    .filter(({ id }) => !but.includes(id))
    .map(({ id, properties }) => ({ id: `9${id.slice(-3)}`, objectWriteTraceId: id, properties })),
})

async function delivering(script: Script, leads: readonly Lead[] = [aLead(1)]) {
  const { io, calls } = scripted(script)
  const outcomes = await destination.deliver(leads, io)
  expect(outcomes).toHaveLength(leads.length)
  const told = JSON.stringify(outcomes)
  for (const word of ['@', 'person-', 'Joaquina']) expect(told).not.toContain(word)
  return { outcomes, calls }
}

test('upserts by our own id, with the token, and delivers what the answer names', async () => {
  const { outcomes, calls } = await delivering(request => answer(200, written(request)), [aLead(1), aLead(2)])
  expect(outcomes).toMatchObject([
    { kind: 'delivered', externalId: idOf(1), recordId: '9001' },
    { kind: 'delivered', externalId: idOf(2), recordId: '9002' },
  ])
  expect(calls).toHaveLength(1)
  expect(calls[0]).toMatchObject({ method: 'POST', url: 'https://crm.example/crm/v3/objects/contacts/batch/upsert' })
  expect(calls[0]?.headers).toMatchObject({ authorization: 'Bearer token' })
  expect(calls.flatMap(inputsOf)[0]).toMatchObject({
    id: idOf(1),
    idProperty: 'lead_capture_id',
    properties: {
      email: 'person-1@example.com',
      lead_capture_id: idOf(1),
      lead_capture_revision: '3',
      lead_capture_original_source: 'newsletter',
    },
  })
})

test('takes a result by its id property where the trace id is missing, and by nothing else', async () => {
  const by = (properties: Record<string, string>) =>
    delivering(() => answer(200, { results: [{ id: '5', properties }] }))
  expect((await by({ lead_capture_id: idOf(1) })).outcomes).toMatchObject([{ kind: 'delivered', recordId: '5' }])
  expect((await by({ email: 'person-1@example.com' })).outcomes).toMatchObject([
    { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true },
  ])
})

test('reads a 207 lead by lead: what was written, what was refused, and what it does not mention', async () => {
  const errors = [
    {
      category: 'VALIDATION_ERROR',
      message: 'Property values were not valid: person-2@example.com',
      errors: [{ code: 'INVALID_EMAIL', in: 'email', message: 'person-2@example.com is no address' }],
      context: { objectWriteTraceId: [idOf(2)] },
    },
  ]
  const script: Script = request => answer(207, { ...written(request, [idOf(2), idOf(3)]), errors })
  const { outcomes, calls } = await delivering(script, [aLead(1), aLead(2), aLead(3)])
  expect(outcomes).toMatchObject([
    { kind: 'delivered', externalId: idOf(1) },
    {
      kind: 'rejected',
      reason: 'invalid_value',
      field: 'email',
      answer: { codes: ['VALIDATION_ERROR', 'INVALID_EMAIL'] },
    },
    { kind: 'retry', reason: 'unreadable_answer' },
  ])
  expect(calls).toHaveLength(1)
})

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

const policy = (policyName: string) => ({ category: 'RATE_LIMITS', policyName })
test.each<[string, HttpAnswer, DeliveryOutcome]>([
  [
    'the rolling limit as ten seconds',
    answer(429, policy('TEN_SECONDLY_ROLLING')),
    { kind: 'retry', reason: 'rate_limited', afterSeconds: 10 },
  ],
  [
    'the daily limit as an hour',
    answer(429, policy('DAILY')),
    { kind: 'retry', reason: 'rate_limited', afterSeconds: 3_600 },
  ],
  [
    'Retry-After before the policy',
    answer(429, policy('DAILY'), { 'retry-after': '7' }),
    { kind: 'retry', reason: 'rate_limited', afterSeconds: 7 },
  ],
  ['401 as blocked', answer(401, { category: 'EXPIRED_AUTHENTICATION' }), { kind: 'blocked', reason: 'unauthorized' }],
  ['403 as blocked', answer(403, { category: 'MISSING_SCOPES' }), { kind: 'blocked', reason: 'forbidden' }],
  ['423 as locked', answer(423, { category: 'LOCKED' }), { kind: 'retry', reason: 'locked' }],
  [
    '500 as maybe written',
    answer(500, { category: 'INTERNAL_ERROR', message: 'person-1@example.com' }),
    { kind: 'retry', reason: 'server_error', isAmbiguous: true },
  ],
  ['502 with HTML as maybe written', answer(502, '<h1>'), { kind: 'retry', reason: 'server_error', isAmbiguous: true }],
  [
    '200 with HTML as no answer',
    answer(200, '<html>'),
    { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true },
  ],
  ['an empty 200 as no answer', answer(200, ''), { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }],
  ['200 with {} as no answer', answer(200, {}), { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }],
  ['a redirect as no answer', answer(302, ''), { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }],
  ['a timeout as maybe written', { kind: 'timeout' }, { kind: 'retry', reason: 'timeout', isAmbiguous: true }],
  [
    'a broken connection as maybe written',
    { kind: 'network' },
    { kind: 'retry', reason: 'network', isAmbiguous: true },
  ],
  ['no time left as not sent', { kind: 'unsent' }, { kind: 'retry', reason: 'budget_spent' }],
])('reads %s, for every lead of the batch in one call', async (_, given, outcome) => {
  const { outcomes, calls } = await delivering(() => given, [aLead(1), aLead(2)])
  expect(outcomes).toMatchObject([outcome, outcome])
  expect(calls).toHaveLength(1)
  if (!('isAmbiguous' in outcome)) for (const one of outcomes) expect(one).not.toHaveProperty('isAmbiguous')
})

test.each([
  ['errors[].in', { errors: [{ code: 'INVALID_EMAIL', in: 'email' }] }, 'invalid_value', 'email'],
  [
    'errors[].context',
    { errors: [{ code: 'PROPERTY_DOESNT_EXIST', context: { propertyName: ['utm_source'] } }] },
    'unknown_property',
    'utm_source',
  ],
  ['the sentence', { message: 'not valid: [{"isValid":false,"name":"phone"}]' }, 'invalid_value', 'phone'],
])('names the field of a 400 from %s', async (_, body, reason, field) => {
  const { outcomes } = await delivering(() => answer(400, { category: 'VALIDATION_ERROR', ...body }))
  expect(outcomes).toMatchObject([{ kind: 'rejected', reason, field, answer: { status: 400 } }])
})

test('takes no field and no code from a 400 that holds a sentence where a name should be', async () => {
  const errors = [{ code: 'person-1@example.com is wrong', in: 'person-1@example.com' }]
  const { outcomes } = await delivering(() => answer(400, { category: 'Joaquina is wrong', errors }))
  expect(outcomes).toEqual([{ kind: 'rejected', reason: 'invalid_value', answer: { status: 400, codes: [] } }])
})

test('sends a refused batch lead by lead, so that one bad lead does not fail the others', async () => {
  const script: Script = request => {
    const isBad = inputsOf(request).some(({ id }) => id === idOf(2))
    return isBad ? answer(400, { category: 'VALIDATION_ERROR' }) : answer(200, written(request))
  }
  const { outcomes, calls } = await delivering(script, [aLead(1), aLead(2), aLead(3)])
  expect(outcomes.map(({ kind }) => kind)).toEqual(['delivered', 'rejected', 'delivered'])
  expect(calls).toHaveLength(4)
})

test('rejects a lead without a way to reach it before any call, and sends the others in their places', async () => {
  const leads = [
    aLead(1, { fullName: 'X' }),
    aLead(2),
    aLead(3, { email: 'x@example.com', message: 'x'.repeat(65_537) }),
  ]
  const { outcomes, calls } = await delivering(request => answer(200, written(request)), leads)
  expect(outcomes).toMatchObject([
    { kind: 'rejected', reason: 'missing_required', field: 'email' },
    { kind: 'delivered', externalId: idOf(2) },
    { kind: 'rejected', reason: 'too_large', field: 'message' },
  ])
  expect(calls.flatMap(inputsOf)).toHaveLength(1)
})

test('sends 25 leads in one call and 26 in two', async () => {
  const many = (count: number) => Array.from({ length: count }, (_, n) => aLead(n))
  const script: Script = request => answer(200, written(request))
  expect((await delivering(script, many(25))).calls).toHaveLength(1)
  expect((await delivering(script, many(26))).calls).toHaveLength(2)
})

test('calls nobody without a token', async () => {
  const { io, calls } = scripted(() => answer(200, {}), '')
  expect(await destination.deliver([aLead(1)], io)).toEqual([{ kind: 'blocked', reason: 'secret_missing' }])
  expect(await destination.check(io)).toEqual({ kind: 'blocked', reason: 'secret_missing' })
  expect(await destination.find?.(idOf(1), io)).toMatchObject({ kind: 'unknown' })
  expect(await destination.erase?.(idOf(1), io)).toMatchObject({ kind: 'blocked' })
  expect(calls).toEqual([])
})

test.each<[HttpAnswer, unknown]>([
  [answer(200, { results: [] }), { kind: 'ready' }],
  [answer(401, {}), { kind: 'blocked', reason: 'unauthorized' }],
  [answer(503, ''), { kind: 'unreachable' }],
  [{ kind: 'network' }, { kind: 'unreachable' }],
])('checks the credentials without writing: case %#', async (given, expected) => {
  const { io, calls } = scripted(() => given)
  expect(await destination.check(io)).toEqual(expected)
  expect(calls.map(({ method }) => method)).toEqual(['GET'])
})

test.each<[HttpAnswer, unknown]>([
  [answer(200, { id: '7', properties: { lead_capture_revision: '3' } }), { kind: 'found', recordId: '7', revision: 3 }],
  [answer(200, { id: '7' }), { kind: 'found', recordId: '7' }],
  [answer(404, { category: 'OBJECT_NOT_FOUND' }), { kind: 'absent' }],
  [answer(200, '<html>'), { kind: 'unknown', outcome: { kind: 'retry', reason: 'unreadable_answer' } }],
  [answer(401, {}), { kind: 'unknown', outcome: { kind: 'blocked' } }],
  [{ kind: 'timeout' }, { kind: 'unknown', outcome: { kind: 'retry', reason: 'timeout' } }],
])('finds a record by our id, and only a 404 means that it is absent: case %#', async (given, expected) => {
  expect(await destination.find?.(idOf(1), scripted(() => given).io)).toMatchObject({ ...Object(expected) })
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

test('takes settings with an address and a property name, and no others', () => {
  expect(hubspot.settings.safeParse({}).success).toBe(true)
  expect(hubspot.settings.safeParse({ idProperty: 'Not A Name' }).success).toBe(false)
  expect(hubspot.settings.safeParse({ baseUrl: 'crm' }).success).toBe(false)
})
