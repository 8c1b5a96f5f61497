// Who an operator is.

import { expect, test, vi } from 'vitest'
import type { Env } from '../env.ts'
import { hex, utf8 } from '../platform/bytes.ts'
import { operatorOfHeader } from './auth.ts'

const sha256Of = async (token: string) => hex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(token))))

test.each([
  ['a hash that is none', { name: 'rui', sha256: 'secret', scopes: ['read'] }],
  ['a scope that nobody knows', { name: 'rui', sha256: '0'.repeat(64), scopes: ['write'] }],
  ['no entry', 7],
])('an entry with %s locks nobody else out', async (_, entry) => {
  const logged = vi.spyOn(console, 'log').mockImplementation(() => undefined)
  const ana = { name: 'ana', sha256: await sha256Of('token-of-ana'), scopes: ['read'] }
  const env = { OPERATOR_TOKENS: JSON.stringify([entry, ana]) } as unknown as Env
  expect(await operatorOfHeader(env, 'Bearer token-of-ana')).toMatchObject({ name: 'ana' })
  expect(await operatorOfHeader(env, 'Bearer secret')).toBeUndefined()
  expect(logged.mock.calls.flat().join()).toContain('configuration.rejected')
})
