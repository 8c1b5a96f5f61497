// One fetch for all who ask, a refused token never twice, and rotated refresh tokens that outlive the object.

import { expect, test } from 'vitest'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import { callWithToken, tokenGrantShape } from './access-token.ts'
import { tokenSource } from './access-token-source.ts'
import { noon } from './fixtures/canary-lead.ts'
import { httpAnswer } from './fixtures/scripted-vendor.ts'

const grant = tokenGrantShape.parse({
  flow: 'refresh-token',
  tokenUrl: 'https://login.example/token',
  clientId: 'app',
  refreshTokenName: 'REFRESH',
})

/** A vendor that rotates: each refresh token works once, and grants the next one. */
function rotating() {
  const world = {
    clock: noon,
    secret: 'refresh-0',
    stored: undefined as string | undefined,
    valid: 'refresh-0',
    fetches: 0,
  }
  const used: string[] = []
  const answer = (request: HttpRequest): HttpAnswer => {
    const given = new URLSearchParams(request.body).get('refresh_token') ?? ''
    used.push(given)
    if (given !== world.valid) return httpAnswer({ status: 400, body: { error: 'invalid_grant' } })
    world.fetches += 1
    world.valid = `refresh-${world.fetches}`
    const body = { access_token: `token-${world.fetches}`, expires_in: 3_600, refresh_token: world.valid }
    return httpAnswer({ status: 200, body })
  }
  const source = (call: (request: HttpRequest) => Promise<HttpAnswer> = async request => answer(request)) =>
    tokenSource(
      { call, secret: () => world.secret, now: () => world.clock },
      {
        read: async () => world.stored,
        write: async text => {
          world.stored = text
        },
      },
    )
  return { world, used, source, answer }
}

test('fetches once for a hundred who ask at once, and once for a hundred whose token was refused', async () => {
  const { world, source, answer } = rotating()
  // The vendor answers only when all have asked: a hundred digests that start later are done later than theirs.
  const allHaveAsked = () =>
    Promise.all(Array.from({ length: 100 }, () => crypto.subtle.digest('SHA-256', new Uint8Array(2_000))))
  const tokens = source(async request => {
    await allHaveAsked()
    return answer(request)
  })
  const askedAtOnce = async (refused?: string) => {
    const told = await Promise.all(Array.from({ length: 100 }, () => tokens(grant, refused)))
    return new Set(told.map(one => (one.kind === 'token' ? one.token : one.outcome.kind)))
  }
  expect(await askedAtOnce()).toEqual(new Set(['token-1']))
  expect(await askedAtOnce('token-1')).toEqual(new Set(['token-2']))
  expect(world.fetches).toBe(2)
})

test('gives a token out until it ends, and never one that was refused', async () => {
  const { world, source } = rotating()
  const tokens = source()
  await tokens(grant)
  world.clock += 3_539_999
  expect(await tokens(grant)).toMatchObject({ token: 'token-1' })
  world.clock += 1
  expect(await tokens(grant)).toMatchObject({ token: 'token-2' })
  // Somebody is late with a refusal of the token before: the one that is good stays.
  expect(await tokens(grant, 'token-1')).toMatchObject({ token: 'token-2' })
  expect(world.fetches).toBe(2)
})

test('goes on with the rotated refresh token after a restart', async () => {
  const { world, used, source } = rotating()
  await source()(grant)
  const restarted = source()
  expect(await restarted(grant)).toMatchObject({ token: 'token-1' })
  expect(await restarted(grant, 'token-1')).toMatchObject({ token: 'token-2' })
  expect(used).toEqual(['refresh-0', 'refresh-1'])
  expect(world.stored).toContain('refresh-2')
})

test('forgets what it kept when the secret or the grant is another', async () => {
  const { world, used, source } = rotating()
  const tokens = source()
  await tokens(grant)
  world.secret = world.valid = 'authorized-anew'
  expect(await tokens(grant)).toMatchObject({ token: 'token-2' })
  world.secret = world.valid = 'authorized-anew'
  expect(await tokens({ ...grant, clientId: 'another app' })).toMatchObject({ token: 'token-3' })
  expect(used).toEqual(['refresh-0', 'authorized-anew', 'authorized-anew'])
})

test('is blocked by invalid_grant, and works again with a new secret', async () => {
  const { world, source } = rotating()
  world.valid = 'somebody else used it'
  const tokens = source()
  expect(await tokens(grant)).toMatchObject({ kind: 'none', outcome: { kind: 'blocked', reason: 'unauthorized' } })
  world.secret = world.valid
  expect(await tokens(grant)).toMatchObject({ kind: 'token' })
})

test('asks again after a failure that may pass, with the same refresh token', async () => {
  const { source, answer } = rotating()
  let isDown = true
  const tokens = source(async request => (isDown ? { kind: 'timeout' } : answer(request)))
  expect(await tokens(grant)).toEqual({ kind: 'none', outcome: { kind: 'retry', reason: 'timeout' } })
  isDown = false
  expect(await tokens(grant)).toMatchObject({ kind: 'token', token: 'token-1' })
})

test('takes storage that holds nonsense for empty, and tries storage that failed again', async () => {
  const { world, source } = rotating()
  world.stored = 'nonsense'
  expect(await source()(grant)).toMatchObject({ token: 'token-1' })
  let isBroken = true
  const tokens = tokenSource(
    { call: async () => httpAnswer({ status: 200, body: { access_token: 'x' } }), secret: () => 's', now: () => noon },
    {
      read: async () => {
        if (isBroken) throw new Error('storage')
        return undefined
      },
      write: async () => {},
    },
  )
  await expect(tokens(grant)).rejects.toThrow('storage')
  isBroken = false
  expect(await tokens(grant)).toMatchObject({ token: 'x' })
})

test('repeats a call once with a fresh token after a 401, and no more', async () => {
  for (const [accepted, status, calls] of [
    ['token-1', 200, ['token-1']],
    ['token-2', 200, ['token-1', 'token-2']],
    ['none', 401, ['token-1', 'token-2']],
  ] as const) {
    const { source } = rotating()
    const sent: string[] = []
    const call = async (request: HttpRequest) => {
      sent.push(request.url)
      return httpAnswer({ status: request.url === accepted ? 200 : 401 })
    }
    const io = { call, secret: () => undefined, now: () => noon, token: source() }
    const answer = await callWithToken(io, grant, ({ token }) => ({ method: 'GET', url: token, headers: {} }))
    expect(answer).toMatchObject({ kind: 'answer', status })
    expect(sent).toEqual(calls)
  }
})

test('calls nobody without a source of tokens', async () => {
  const io = { call: async () => httpAnswer({ status: 200 }), secret: () => undefined, now: () => noon }
  const answer = await callWithToken(io, grant, () => ({ method: 'GET', url: 'https://crm.example', headers: {} }))
  expect(answer).toEqual({ kind: 'none', outcome: { kind: 'blocked', reason: 'misconfigured' } })
})
