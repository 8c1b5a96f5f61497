// The gate fetches access tokens in the real runtime: once for all who ask, and kept sealed over its restart.

import { runInDurableObject } from 'cloudflare:test'
import { env as bindings } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import { type TokenGrant, tokenGrantShape } from '../../worker/destinations/access-token.ts'
import type { Env } from '../../worker/env.ts'
import type { DestinationGate } from '../../worker/forward/destination-gate.ts'

const env = bindings as unknown as Env
afterEach(() => {
  vi.restoreAllMocks()
})

// INDEX_KEY stands for a secret that is there; what it holds does not matter to the vendor here.
const grantOf = (refreshTokenName: string): TokenGrant =>
  tokenGrantShape.parse({
    flow: 'refresh-token',
    tokenUrl: 'https://login.example/t',
    clientId: 'app',
    refreshTokenName,
  })

test('fetches one token for many who ask at once, and keeps nothing of it in clear', async () => {
  let fetches = 0
  vi.spyOn(globalThis, 'fetch').mockImplementation(async () => {
    fetches += 1
    return Response.json({ access_token: `token-${fetches}`, refresh_token: `refresh-${fetches}`, expires_in: 3_600 })
  })
  const gate = env.GATE.getByName('demo/tokens')
  const grant = grantOf('INDEX_KEY')
  const told = await Promise.all(Array.from({ length: 20 }, () => gate.token(grant)))
  expect(told).toEqual(Array.from({ length: 20 }, () => ({ kind: 'token', token: 'token-1' })))
  expect(await gate.token(grant, 'token-1')).toEqual({ kind: 'token', token: 'token-2' })
  expect(fetches).toBe(2)
  const kept = await runInDurableObject(gate, (_: DestinationGate, state) => {
    const sealed = state.storage.kv.get<{ bytes: Uint8Array }>('tokens')
    return new TextDecoder('latin1').decode(sealed?.bytes)
  })
  expect(kept.length).toBeGreaterThan(50)
  expect(kept).not.toMatch(/token-|refresh-/)
})

test('is blocked without a call when the secret is not there', async () => {
  const fetched = vi.spyOn(globalThis, 'fetch')
  const gate = env.GATE.getByName('demo/nothing')
  const none = { kind: 'none', outcome: { kind: 'blocked', reason: 'secret_missing' } }
  expect(await gate.token(grantOf('NO_SUCH_SECRET'))).toEqual(none)
  expect(fetched).not.toHaveBeenCalled()
})
