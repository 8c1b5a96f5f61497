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
