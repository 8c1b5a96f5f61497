// The token request of each grant, checked with Node's own crypto, and what answers mean.

import { generateKeyPairSync, verify } from 'node:crypto'
import { expect, test } from 'vitest'
import { type TokenGrant, tokenGrantShape } from './access-token.ts'
import { readTokenAnswer, tokenRequest } from './access-token-request.ts'
import { noon } from './fixtures/canary-lead.ts'
import { httpAnswer } from './fixtures/scripted-vendor.ts'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const pem = privateKey.export({ type: 'pkcs8', format: 'pem' }).toString()
const base = { tokenUrl: 'https://login.example/token', clientId: 'our app' }
const jwt = {
  flow: 'jwt-bearer',
  ...base,
  subject: 'ana@example.com',
  audience: 'https://login.example',
  privateKeyName: 'KEY',
}
const refresh = { flow: 'refresh-token', ...base, clientSecretName: 'CLIENT', refreshTokenName: 'REFRESH' }
const client = { flow: 'client-credentials', ...base, clientSecretName: 'CLIENT' }
const grantOf = (grant: unknown): TokenGrant => tokenGrantShape.parse(grant)
const secrets: Record<string, string> = { KEY: pem, CLIENT: 'a secret:%', REFRESH: 'refresh-1' }
const io = (held = secrets) => ({ secret: (name: string) => held[name], now: noon })
const sent = async (grant: unknown, rotated?: string) => {
  const request = await tokenRequest(grantOf(grant), io(), rotated)
  return { ...request, form: Object.fromEntries(new URLSearchParams(request?.body)) }
}

test('asks for a token with the refresh token of the secret, and with the rotated one when there is one', async () => {
  const form = {
    grant_type: 'refresh_token',
    refresh_token: 'refresh-1',
    client_id: 'our app',
    client_secret: 'a secret:%',
  }
  expect((await sent(refresh)).form).toEqual(form)
  expect((await sent(refresh, 'refresh-2')).form).toEqual({ ...form, refresh_token: 'refresh-2' })
})

test('asks with client credentials in the body, as JSON or in the Basic header, each encoded by its rule', async () => {
  expect((await sent(client)).form).toMatchObject({ grant_type: 'client_credentials', client_secret: 'a secret:%' })
  const json = await sent({ ...client, encoding: 'json', scope: 'api' })
  expect(JSON.parse(json.body ?? '')).toMatchObject({ client_id: 'our app', scope: 'api' })
  const basic = await sent({ ...client, clientAuth: 'basic' })
  expect(basic.form).toEqual({ grant_type: 'client_credentials' })
  expect(basic.headers?.['authorization']).toBe(`Basic ${btoa('our+app:a+secret%3A%25')}`)
})

test('signs an assertion that the public key verifies, for three minutes', async () => {
  const { form } = await sent(jwt)
  expect(form['grant_type']).toBe('urn:ietf:params:oauth:grant-type:jwt-bearer')
  const [header = '', claims = '', signature = ''] = form['assertion']?.split('.') ?? []
  const content = Buffer.from(`${header}.${claims}`)
  expect(verify('RSA-SHA256', content, publicKey, Buffer.from(signature, 'base64url'))).toBe(true)
  expect(
    verify('RSA-SHA256', Buffer.concat([content, Buffer.from('x')]), publicKey, Buffer.from(signature, 'base64url')),
  ).toBe(false)
  expect(JSON.parse(Buffer.from(claims, 'base64url').toString())).toEqual({
    iss: 'our app',
    sub: 'ana@example.com',
    aud: 'https://login.example',
    iat: noon / 1_000,
    exp: noon / 1_000 + 180,
  })
})

test('takes a key on one line, and makes no request of a key that is none', async () => {
  const oneLine = await tokenRequest(grantOf(jwt), io({ KEY: pem.replaceAll('\n', '\\n') }))
  expect(oneLine?.body).toContain('assertion=')
  const ec = generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' })
  for (const key of ['', 'no key', '-----BEGIN PRIVATE KEY-----\nAAAA\n-----END PRIVATE KEY-----', String(ec)]) {
    expect(await tokenRequest(grantOf(jwt), io({ KEY: key }))).toBeUndefined()
  }
})

test.each([refresh, client, jwt])('makes no request without its secrets: $flow', async grant => {
  expect(await tokenRequest(grantOf(grant), io({}))).toBeUndefined()
})

test.each(['http://login.example/token', 'https://user:pass@login.example/', 'nowhere'])(
  'refuses the address %j',
  tokenUrl => {
    expect(tokenGrantShape.safeParse({ ...client, tokenUrl }).success).toBe(false)
  },
)

const granted = { access_token: 'token-1', token_type: 'Bearer' }
test.each([
  ['a lifetime, less a minute', { ...granted, expires_in: 3_600 }, { expiresAt: noon + 3_540_000 }],
  ['a lifetime as text', { ...granted, expires_in: '3600' }, { expiresAt: noon + 3_540_000 }],
  ['a short lifetime, less half of it', { ...granted, expires_in: 60 }, { expiresAt: noon + 30_000 }],
  ['no lifetime as a quarter of an hour', granted, { expiresAt: noon + 840_000 }],
  ['where to call', { ...granted, instance_url: 'https://acme.example/path' }, { origin: 'https://acme.example' }],
  ['a rotated refresh token', { ...granted, refresh_token: 'refresh-2' }, { refreshToken: 'refresh-2' }],
])('reads %s', (_, body, token) => {
  expect(readTokenAnswer(httpAnswer({ status: 200, body }), noon)).toMatchObject({
    kind: 'token',
    token: 'token-1',
    ...token,
  })
})

test('calls nowhere that an answer names without https', () => {
  const body = { ...granted, api_domain: 'http://elsewhere.example' }
  expect(readTokenAnswer(httpAnswer({ status: 200, body }), noon)).not.toHaveProperty('origin')
})

const code = (error: string) => ({ error, error_description: 'ana@example.com has left' })
test.each([
  ['invalid_grant', 400, code('invalid_grant'), { kind: 'blocked', reason: 'unauthorized' }],
  ['invalid_client', 401, code('invalid_client'), { kind: 'blocked', reason: 'unauthorized' }],
  ['an error inside a 200', 200, code('invalid_code'), { kind: 'blocked', reason: 'unauthorized' }],
  ['an unknown error inside a 200', 200, code('strange'), { kind: 'blocked', reason: 'misconfigured' }],
  ['a wrong request', 400, code('invalid_request'), { kind: 'blocked', reason: 'misconfigured' }],
  ['an address that is not there', 404, '<html>', { kind: 'blocked', reason: 'misconfigured' }],
  ['a limit with a blank', 400, code('Access Denied'), { kind: 'retry', reason: 'rate_limited', afterSeconds: 60 }],
  ['429', 429, '', { kind: 'retry', reason: 'rate_limited' }],
  ['503', 503, '', { kind: 'retry', reason: 'server_error' }],
  ['503 with a code', 503, code('strange'), { kind: 'retry', reason: 'server_error' }],
  ['200 with HTML', 200, '<html>', { kind: 'retry', reason: 'unreadable_answer' }],
])('reads %s, and repeats no sentence', (_, status, body, outcome) => {
  const read = readTokenAnswer(httpAnswer({ status, body }), noon)
  expect(read).toMatchObject({ kind: 'none', outcome })
  expect(JSON.stringify(read)).not.toMatch(/ana|isAmbiguous/)
})
