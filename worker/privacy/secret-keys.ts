// The keys of a deployment, read once an isolate: from KEYRING those that wrap data keys, from INDEX_KEY, each for its
// own purpose, those that index and sign.

import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { fromBase64, utf8 } from '../platform/bytes.ts'

const keyringShape = z.object({
  current: z.int().check(z.positive()),
  keys: z.record(z.string().check(z.regex(/^\d+$/)), z.string()),
})

/** What a derived key is for. A key of one purpose says nothing about another (HKDF, RFC 5869 §3.2). */
export type KeyPurpose = 'email' | 'phone' | 'named' | 'block' | 'account' | 'body' | 'address' | 'cursor' | 'session'

export interface WrappingKeys {
  readonly current: number
  readonly byVersion: ReadonlyMap<number, CryptoKey>
}

const wrappingKeysOf = new Map<string, Promise<WrappingKeys>>()
const macKeysOf = new Map<string, Promise<CryptoKey>>()

/** The wrapping keys. Throws where KEYRING is missing or malformed: without it no lead may be accepted. */
export function wrappingKeys(env: Env): Promise<WrappingKeys> {
  return once(wrappingKeysOf, env.KEYRING, () => readKeyring(env.KEYRING))
}

/** The HMAC-SHA-256 key of a purpose. Throws where INDEX_KEY is missing or malformed. */
export function macKey(env: Env, purpose: KeyPurpose): Promise<CryptoKey> {
  return once(macKeysOf, `${purpose} ${env.INDEX_KEY}`, () => deriveMacKey(env.INDEX_KEY, purpose))
}

function once<T>(cache: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const known = cache.get(key)
  if (known) return known
  const made = make()
  cache.set(key, made)
  return made
}

async function readKeyring(text: string): Promise<WrappingKeys> {
  const keyring = keyringShape.parse(JSON.parse(text))
  const byVersion = new Map<number, CryptoKey>()
  for (const [version, encoded] of Object.entries(keyring.keys)) {
    const key = await crypto.subtle.importKey('raw', keyBytes(encoded), 'AES-GCM', false, ['encrypt', 'decrypt'])
    byVersion.set(Number(version), key)
  }
  if (!byVersion.has(keyring.current)) throw new Error('KEYRING names a current version that it does not hold')
  return { current: keyring.current, byVersion }
}

async function deriveMacKey(root: string, purpose: KeyPurpose): Promise<CryptoKey> {
  const material = await crypto.subtle.importKey('raw', keyBytes(root), 'HKDF', false, ['deriveKey'])
  const hkdf = { name: 'HKDF', hash: 'SHA-256', salt: new Uint8Array(), info: utf8(`lead-capture ${purpose} v1`) }
  const hmac = { name: 'HMAC', hash: 'SHA-256', length: 256 }
  return crypto.subtle.deriveKey(hkdf, material, hmac, false, ['sign', 'verify'])
}

function keyBytes(encoded: string): Uint8Array<ArrayBuffer> {
  const bytes = fromBase64(encoded ?? '')
  if (bytes?.byteLength !== 32) throw new Error('a key must be 32 bytes in base64')
  return bytes
}
