// Tokens in a gate's storage: nothing of them in clear, and of no use in another gate.

import { expect, test } from 'vitest'
import type { Env } from '../env.ts'
import { sealedTokens } from './sealed-tokens.ts'

const keyring = (byte: number) => JSON.stringify({ current: 1, keys: { 1: Buffer.alloc(32, byte).toString('base64') } })
const envOf = (byte: number) => ({ KEYRING: keyring(byte) }) as unknown as Env

/** Storage as far as tokens need it. */
function storage() {
  const rows = new Map<string, unknown>()
  const kv = { get: (key: string) => rows.get(key), put: (key: string, value: unknown) => rows.set(key, value) }
  return { rows, port: { kv } as unknown as DurableObjectStorage }
}

test('gives back what it was given, and holds nothing of it in clear', async () => {
  const { rows, port } = storage()
  const kept = sealedTokens(envOf(1), port, 'gate-1')
  expect(await kept.read()).toBeUndefined()
  await kept.write('{"refreshToken":"refresh-1"}')
  expect(await kept.read()).toBe('{"refreshToken":"refresh-1"}')
  expect(Buffer.from(Object.values(rows.get('tokens') ?? {})[2] as Uint8Array).toString('latin1')).not.toContain(
    'refresh',
  )
})

test('opens neither in another gate nor under another key, and says nothing instead of failing', async () => {
  const { port } = storage()
  await sealedTokens(envOf(1), port, 'gate-1').write('secret')
  expect(await sealedTokens(envOf(1), port, 'gate-2').read()).toBeUndefined()
  expect(await sealedTokens(envOf(2), port, 'gate-1').read()).toBeUndefined()
})
