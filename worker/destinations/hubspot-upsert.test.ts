// HubSpot: leads are written by our own id, and no answer about one of them ever costs another.

import { expect, test } from 'vitest'
import { foldLead } from '../../shared/lead/lead.ts'
import { aLead, idOf } from '../../test/support/a-lead.ts'
import { noon, submissionIdOf } from '../../test/support/node-ledger.ts'
import { answer, delivering, inputsOf, type Script, written } from '../../test/support/scripted-hubspot.ts'

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
      lead_capture_revision: '1',
      lead_capture_original_source: 'newsletter',
    },
  })
})

test('tells of a renewed interest by a property of its own, which stays through a second form of one visit', async () => {
  const sent = async (...hours: readonly number[]) => {
    const [first] = aLead(1).submissions
    const submissions = hours.map((hour, n) => ({
      ...(first ?? fail()),
      id: submissionIdOf(n),
      occurredAt: new Date(noon + hour * 3_600_000).toISOString(),
    }))
    const lead = foldLead({ id: aLead(1).id, revision: hours.length }, submissions)
    const { calls } = await delivering(
      request => (request.method === 'GET' ? answer(404, {}) : answer(200, written(request))),
      [lead],
    )
    return calls.flatMap(inputsOf)[0]?.properties
  }
  const renewed = 'lead_capture_renewed_interest_at'
  expect(await sent(0)).toMatchObject({ lead_capture_submissions: '1', lead_capture_route: 'high-intent' })
  expect(await sent(0)).not.toHaveProperty(renewed)
  const at = new Date(noon + 30 * 3_600_000).toISOString()
  expect(await sent(0, 30)).toMatchObject({ lead_capture_submissions: '2', [renewed]: at })
  expect(await sent(0, 30, 31)).toMatchObject({ lead_capture_submissions: '3', [renewed]: at })
  // The third arrives late and shows that there was no gap.
  expect(await sent(0, 30, 15)).toMatchObject({ lead_capture_submissions: '3', [renewed]: '' })
})

function fail(): never {
  throw new Error('a lead has a submission')
}

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
    aLead(1, { profile: { fullName: 'X' } }),
    aLead(2),
    aLead(3, { profile: { email: 'x@example.com', message: 'x'.repeat(65_537) } }),
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

test('sends a state without its country, and one that is no code as it is', async () => {
  const { calls } = await delivering(
    request => answer(200, written(request)),
    [
      aLead(1, { profile: { email: 'a@example.com', country: 'BR', state: 'BR-SP' } }),
      aLead(2, { profile: { email: 'b@example.com', country: 'DE', state: 'Bayern' } }),
    ],
  )
  const states = calls.flatMap(inputsOf).map(({ properties }) => properties['state'])
  expect(states).toEqual(['SP', 'Bayern'])
})
