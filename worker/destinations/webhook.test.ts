// The webhook: the published library of Standard Webhooks verifies what is sent, and nothing goes out in clear.

import { Webhook } from 'standardwebhooks'
import { expect, test } from 'vitest'
import { externalId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import { leadIdOf, submissionIdOf } from '../../test/support/node-ledger.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import { bind, type DeliveryIo } from './destination.ts'
import { webhook } from './webhook.ts'

// The library refuses what is not signed about now, by the real clock.
const now = Date.now()
const at = new Date(now).toISOString()
const secretOf = (bytes: number) => `whsec_${Buffer.alloc(bytes, 7).toString('base64')}`
const secret = secretOf(32)
const id = externalId(leadIdOf(1))
const settings = webhook.settings.parse({ url: 'https://receiver.example/leads', secretName: 'HOOK' })
const destination = bind(webhook, settings)

const aLead = (revision = 1) =>
  foldLead({ id: leadIdOf(1), revision }, [
    {
      id: submissionIdOf(1),
      siteId: 'site' as Submission['siteId'],
      occurredAt: at,
      receivedAt: at,
      fields: [],
      profile: { email: 'ana@example.com', fullName: 'Ana Conceição' },
      custom: [{ name: 'cor', values: ['azul'] }],
      changes: [],
      issues: [],
      touchpoints: [{ at, utm_source: 'newsletter' }],
      consent: { state: 'granted', source: 'checkbox', channels: { email: true }, at },
      form: { how: 'api', intent: 'high', name: 'Demo' },
      page: {},
    },
  ])

const dayLater = new Date(now + 86_400_000).toISOString()
/** The same person a day later. */
const comingBack = ({ id, submissions: [first] }: Lead) => {
  if (!first) throw new Error('a lead has a submission')
  return foldLead({ id, revision: 2 }, [first, { ...first, id: submissionIdOf(2), occurredAt: dayLater }])
}

const answered = (status: number, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answer',
  status,
  header: name => headers[name] ?? null,
  body: 'thanks, ana@example.com',
})

function scripted(answer: HttpAnswer = answered(200), held: string | undefined = secret, clock = now) {
  const calls: HttpRequest[] = []
  const io: DeliveryIo = {
    call: async request => {
      calls.push(request)
      return answer
    },
    secret: name => (name === 'HOOK' ? held : undefined),
    now: () => clock,
  }
  return { io, calls }
}

async function theCall(io = scripted(), revision = 1) {
  await destination.deliver([aLead(revision)], io.io)
  const [call] = io.calls
  if (!call) throw new Error('nothing was sent')
  return { headers: { ...call.headers }, body: call.body ?? '', url: call.url }
}
const opens = (key: string, { headers, body }: { headers: Record<string, string>; body: string }) =>
  new Webhook(key).verify(body, headers)

test('sends what the library of Standard Webhooks verifies', async () => {
  const call = await theCall()
  expect(call.url).toBe('https://receiver.example/leads')
  expect(opens(secret, call)).toMatchObject({
    type: 'lead.created',
    timestamp: at,
    data: {
      id,
      revision: 1,
      renewedAt: null,
      submissions: 1,
      form: 'Demo',
      route: { route: 'demo', priority: 100 },
      profile: { email: 'ana@example.com', fullName: 'Ana Conceição' },
      custom: { cor: ['azul'] },
      attribution: { original: { utm_source: 'newsletter' } },
      consent: { state: 'granted' },
    },
  })
})

test('says that a known person has come back, and how often they were there', async () => {
  const io = scripted()
  await destination.deliver([comingBack(aLead())], io.io)
  expect(JSON.parse(io.calls[0]?.body ?? '{}').data).toMatchObject({ renewedAt: dayLater, submissions: 2 })
})

test('is not verified under another secret, with another body, another id or another time', async () => {
  const call = await theCall()
  expect(() => opens(secretOf(24), call)).toThrow()
  expect(() => opens(secret, { ...call, body: `${call.body} ` })).toThrow()
  expect(() => opens(secret, { ...call, headers: { ...call.headers, 'webhook-id': 'other' } })).toThrow()
  const later = String(Math.floor(now / 1_000) + 1)
  expect(() => opens(secret, { ...call, headers: { ...call.headers, 'webhook-timestamp': later } })).toThrow()
})

test('keeps the id of the message over retries, and gives a new revision a new one', async () => {
  const first = await theCall()
  const retried = await theCall(scripted(answered(500), secret, now + 1_000))
  const updated = await theCall(scripted(), 2)
  expect(retried.headers['webhook-id']).toBe(first.headers['webhook-id'])
  expect(retried.body).toBe(first.body)
  expect(retried.headers['webhook-signature']).not.toBe(first.headers['webhook-signature'])
  expect(updated.headers['webhook-id']).not.toBe(first.headers['webhook-id'])
  expect(opens(secret, updated)).toMatchObject({ type: 'lead.updated', data: { revision: 2 } })
})

test('tells the receiver of an erasure, signed and without the person', async () => {
  const { io, calls } = scripted()
  expect(await destination.erase?.(id, io)).toMatchObject({ kind: 'delivered', externalId: id })
  const [call] = calls
  expect(opens(secret, { headers: { ...call?.headers }, body: call?.body ?? '' })).toEqual({
    type: 'lead.erased',
    timestamp: at,
    data: { id },
  })
})

test.each([200, 201, 202, 204])('takes %i as delivered', async status => {
  expect(await destination.deliver([aLead()], scripted(answered(status)).io)).toEqual([
    { kind: 'delivered', externalId: id, answer: { status } },
  ])
})

test.each<[HttpAnswer, unknown]>([
  [answered(302), { kind: 'retry', reason: 'unreadable_answer' }],
  [answered(400), { kind: 'rejected', reason: 'refused' }],
  [answered(401), { kind: 'blocked', reason: 'unauthorized' }],
  [answered(402), { kind: 'blocked', reason: 'forbidden' }],
  [answered(404), { kind: 'retry', reason: 'server_error' }],
  [answered(405), { kind: 'retry', reason: 'server_error' }],
  [answered(408), { kind: 'retry', reason: 'timeout', isAmbiguous: true }],
  [answered(410), { kind: 'blocked', reason: 'gone' }],
  [answered(413), { kind: 'rejected', reason: 'too_large' }],
  [answered(429, { 'retry-after': '30' }), { kind: 'retry', reason: 'rate_limited', afterSeconds: 30 }],
  [answered(503, { 'retry-after': '60' }), { kind: 'retry', reason: 'server_error', afterSeconds: 60 }],
  [{ kind: 'timeout' }, { kind: 'retry', reason: 'timeout', isAmbiguous: true }],
  [{ kind: 'unsent' }, { kind: 'retry', reason: 'budget_spent' }],
])('does not take %j as delivered, and repeats nothing of its text', async (answer, outcome) => {
  const outcomes = await destination.deliver([aLead()], scripted(answer).io)
  expect(outcomes).toMatchObject([outcome])
  expect(JSON.stringify(outcomes)).not.toContain('ana')
})

test.each([24, 64])('takes a secret of %i bytes', async bytes => {
  expect(await destination.check(scripted(answered(200), secretOf(bytes)).io)).toEqual({ kind: 'ready' })
})

test.each(['', secretOf(23), secretOf(65), secret.slice('whsec_'.length), 'whsec_***'])(
  'sends nothing with the secret %j',
  async held => {
    const { io, calls } = scripted(answered(200), held)
    expect(await destination.deliver([aLead()], io)).toEqual([{ kind: 'blocked', reason: 'secret_missing' }])
    const missing = held ? { missing: [{ what: 'secret', name: 'HOOK', problem: 'malformed' }] } : {}
    expect(await destination.check(io)).toEqual({ kind: 'blocked', reason: 'secret_missing', ...missing })
    expect(calls).toEqual([])
  },
)

test.each(['https://a.example/x', 'http://127.0.0.1:9000/', 'http://localhost:9000/'])('takes the address %s', url => {
  expect(webhook.settings.safeParse({ url, secretName: 'HOOK' }).success).toBe(true)
})

test.each([
  'a.example',
  '',
  'http://a.example/x',
  'http://localhost.a.example/',
  'http://127.0.0.1.a.example/',
  'http://127.0.0.1@a.example/',
  'ftp://127.0.0.1/',
  'javascript:alert(1)',
])('refuses the address %j', url => {
  expect(webhook.settings.safeParse({ url, secretName: 'HOOK' }).success).toBe(false)
})
