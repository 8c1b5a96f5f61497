// Which refusals a page may read: those of a key that is known, where the page's origin is allowed to the key's site.

import { expect, test } from 'vitest'
import { app } from '../app.ts'
import type { Env } from '../env.ts'

const allowed = 'https://www.example.com'
const site = {
  id: 'main',
  origins: [allowed],
  keys: [
    { key: 'pk_test_main' },
    { key: 'pk_test_revoked', isRevoked: true },
    { key: 'pk_test_limited', requestsPerMinute: 60 },
  ],
  defaultCountry: 'BR',
  destinations: [{ id: 'crm', kind: 'log' }],
}
// No ledger is asked: each of these is refused before.
const env = {
  SITE_MAIN: site,
  INDEX_KEY: btoa('k'.repeat(32)),
  LIMIT_60: { limit: async () => ({ success: false }) },
} as unknown as Env

const send = (query: string, origin: string, method = 'POST') =>
  app.request(`/v1/leads${query}`, { method, headers: { origin }, ...(method === 'POST' ? { body: '{}' } : {}) }, env)

test.each([
  ['a revoked key', '?k=pk_test_revoked', 401],
  ['too many requests', '?k=pk_test_limited', 429],
])('lets an allowed page read the refusal of %s, and no other page', async (_, query, status) => {
  const readable = await send(query, allowed)
  expect([readable.status, readable.headers.get('access-control-allow-origin')]).toEqual([status, allowed])
  const hidden = await send(query, 'https://evil.example')
  expect([hidden.status, hidden.headers.get('access-control-allow-origin')]).toEqual([status, null])
})

test('says when to come back, where a page can read it', async () => {
  const { headers } = await send('?k=pk_test_limited', allowed)
  expect([headers.get('retry-after'), headers.get('access-control-expose-headers')]).toEqual(['60', 'retry-after'])
})

test.each([
  ['an unknown key', '?k=pk_test_nope', 401],
  ['no key', '', 401],
  ['two keys', '?k=pk_test_main&k=pk_test_revoked', 400],
])('lets no page read the refusal of %s, which would tell whose origins are served', async (_, query, status) => {
  const refused = await send(query, allowed)
  expect([refused.status, refused.headers.get('access-control-allow-origin')]).toEqual([status, null])
})

test('answers the preflight of a known key, also a revoked one, so that its refusal can be read', async () => {
  const origins = async (query: string, origin: string) =>
    (await send(query, origin, 'OPTIONS')).headers.get('access-control-allow-origin')
  expect(await origins('?k=pk_test_main', allowed)).toBe(allowed)
  expect(await origins('?k=pk_test_revoked', allowed)).toBe(allowed)
  expect(await origins('?k=pk_test_revoked', 'https://evil.example')).toBeNull()
  expect(await origins('?k=pk_test_nope', allowed)).toBeNull()
})
