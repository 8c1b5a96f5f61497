import { expect, it } from 'vitest'
import { app } from './app.ts'
import type { Env } from './env.ts'

// Without a key nothing is asked of the bindings.
const statusOf = async (path: string, env: object) =>
  (await app.request(path, { method: 'POST', body: '{}' }, env as Env)).status

it('takes leads under the path that the deployment names, and still under its own', async () => {
  const env = { COLLECTOR_PATH: '/hello' }
  expect([await statusOf('/hello', env), await statusOf('/v1/leads', env)]).toEqual([401, 401])
})

it('takes leads under no other path', async () => {
  expect(await statusOf('/hello', {})).toBe(404)
  expect(await statusOf('/hello/more', { COLLECTOR_PATH: '/hello' })).toBe(404)
})

it('leads to the pages with their slash, and not in a circle', async () => {
  const get = (path: string) =>
    app.request(path, {}, { OPERATOR_TOKENS: '[]', INDEX_KEY: btoa('k'.repeat(32)) } as unknown as Env)
  const bare = await get('/app')
  expect([bare.status, bare.headers.get('location')]).toEqual([308, '/app/'])
  const list = await get('/app/')
  expect([list.status, list.headers.get('location')]).toEqual([303, '/app/sign-in'])
  expect((await get('/app/sign-in')).status).toBe(200)
  expect((await get('/healthz/')).status).toBe(404)
})

it.each([
  ['PATCH', '/v1/leads', 'GET, HEAD, POST, OPTIONS'],
  ['POST', '/v1/health', 'GET, HEAD'],
  ['GET', '/v1/subjects', 'DELETE'],
  ['GET', '/v1/deliveries/retry', 'POST'],
  ['PATCH', '/v1/leads/018f3c1e-7b1a-7c3d-9a51-1b2c3d4e5f99', 'GET, HEAD'],
  ['DELETE', '/v1/quarantine/x/release', 'POST'],
  ['POST', '/v1/destinations', 'GET, HEAD'],
  ['POST', '/healthz', 'GET, HEAD'],
  ['PUT', '/problems/not-found', 'GET, HEAD'],
])('names the methods of an address to %s %s', async (method, path, allow) => {
  const answer = await app.request(path, { method }, {} as Env)
  expect([answer.status, answer.headers.get('allow')]).toEqual([405, allow])
  expect(answer.headers.get('content-type')).toContain('application/problem+json')
})

it.each(['/v1', '/v1/nothing', '/v1/leads/x/y', '/v1/leads/', '/'])('knows no method of %s', async path => {
  const answer = await app.request(path, { method: 'PUT' }, {} as Env)
  expect([answer.status, answer.headers.get('allow')]).toEqual([404, null])
})
