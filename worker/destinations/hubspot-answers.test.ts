// HubSpot: what each answer means for the leads of the call, without a word about the person.

import { expect, test } from 'vitest'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { aLead } from '../../test/support/a-lead.ts'
import { answer, delivering } from '../../test/support/scripted-hubspot.ts'
import type { HttpAnswer } from '../platform/http.ts'

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
    'a portal that moves as one that is locked until then',
    answer(477, { category: 'MIGRATION' }, { 'retry-after': '86400' }),
    { kind: 'retry', reason: 'locked', afterSeconds: 86_400 },
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
