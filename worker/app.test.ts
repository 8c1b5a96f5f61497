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
