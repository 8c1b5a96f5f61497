// What is refused before any list or ledger is asked.

import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import { app } from '../app.ts'
import type { Env } from '../env.ts'

const token = 'a-token-of-this-test'
const sha256 = createHash('sha256').update(token).digest('hex')
const OPERATOR_TOKENS = JSON.stringify([{ name: 'ana', sha256, scopes: ['read', 'erase', 'redrive'] }])
const env = { OPERATOR_TOKENS, INDEX_KEY: btoa('k'.repeat(32)) } as unknown as Env

async function call(path: string, method = 'GET', body?: string | Uint8Array<ArrayBuffer>) {
  const init = { method, headers: { authorization: `Bearer ${token}` }, ...(body === undefined ? {} : { body }) }
  const answer = await app.request(path, init, env)
  const { type, errors } = (await answer.json()) as { type: string; errors: readonly { pointer: string }[] }
  return [answer.status, type.split('/').at(-1), errors.map(({ pointer }) => pointer)]
}

test.each(['/v1/leads?email=a@example.com&email=b@example.com', '/v1/spam?limit=1&limit=2', '/v1/matches?x=1&x=1'])(
  'does not choose between two values of one parameter: %s',
  async path => expect(await call(path)).toEqual([400, 'ambiguous-parameter', []]),
)

test('says in words of any call that a body is missing', async () => {
  expect(await call('/v1/deliveries/retry', 'POST')).toEqual([400, 'empty-body', []])
})

test.each([
  ['{}', 422, 'validation-failed', ['']],
  ['{"mail":"ana@example.com"}', 422, 'validation-failed', ['']],
  ['{"email":"ana@"}', 422, 'validation-failed', ['/email']],
  ['{"phone":"call me"}', 422, 'validation-failed', ['/phone']],
  ['{"phone":"11 98765-4321","country":"XX"}', 422, 'validation-failed', ['/country', '/phone']],
  ['{"phone":"011 15 2345-6789","country":"BR"}', 422, 'validation-failed', ['/phone']],
  ['{"email":"ana@example.com","email":"eva@example.com"}', 400, 'duplicate-json-key', []],
  ['{"email":', 400, 'invalid-json', []],
  [Uint8Array.from('{"email":"jo\xe3o@example.com"}', c => c.charCodeAt(0)), 400, 'invalid-encoding', []],
])('erases nobody by %s, and says so', async (body, status, type, pointers) =>
  expect(await call('/v1/subjects', 'DELETE', body)).toEqual([status, type, pointers]),
)
