// Encryption at rest: AES-256-GCM under a data key of its own for every sealed thing, and the data key wrapped under a
// versioned key of the deployment. Destroying the wrapped data keys of a person destroys the person, backups included.

import type { Env } from '../env.ts'
import { utf8 } from '../platform/bytes.ts'
import { wrappingKeys } from './secret-keys.ts'

/** A wrapped data key, and the version of the key that wrapped it. */
export interface WrappedKey {
  readonly keyVersion: number
  readonly wrapped: Uint8Array<ArrayBuffer>
}

export interface Sealed extends WrappedKey {
  /** Nonce (12 bytes), then ciphertext and tag. */
  readonly bytes: Uint8Array<ArrayBuffer>
}

const nonceBytes = 12
const dataKeyBytes = 32

/**
 * Seals a text or bytes under a new data key.
 * @param label what it is and whose (`submission/<site>/<id>`): a sealed text moved to another row does not open
 */
export async function seal(env: Env, content: string | Uint8Array<ArrayBuffer>, label: string): Promise<Sealed> {
  const plain = typeof content === 'string' ? utf8(content) : content
  const { current, byVersion } = await wrappingKeys(env)
  const wrapping = byVersion.get(current)
  if (!wrapping) throw new Error('no current wrapping key')
  const raw = crypto.getRandomValues(new Uint8Array(dataKeyBytes))
  const dataKey = await crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt'])
  const [bytes, wrapped] = await Promise.all([encrypt(dataKey, plain, label), encrypt(wrapping, raw, 'data-key')])
  return { keyVersion: current, wrapped, bytes }
}

/** Seals a text under a data key that exists, so that it dies with it. */
export async function sealUnder(
  env: Env,
  key: WrappedKey,
  text: string,
  label: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return encrypt(await unwrap(env, key), utf8(text), label)
}

/** Opens a sealed text. Throws when key, label or bytes do not belong together. */
export async function open(env: Env, key: WrappedKey, bytes: Uint8Array, label: string): Promise<string> {
  return new TextDecoder().decode(await openBytes(env, key, bytes, label))
}

/** Opens sealed bytes. Throws when key, label or bytes do not belong together. */
export async function openBytes(
  env: Env,
  key: WrappedKey,
  bytes: Uint8Array,
  label: string,
): Promise<Uint8Array<ArrayBuffer>> {
  return new Uint8Array(await decrypt(await unwrap(env, key), bytes, label))
}

async function unwrap(env: Env, key: WrappedKey): Promise<CryptoKey> {
  const wrapping = (await wrappingKeys(env)).byVersion.get(key.keyVersion)
  if (!wrapping) throw new Error('the wrapping key of this version is not in KEYRING')
  const raw = await decrypt(wrapping, key.wrapped, 'data-key')
  return crypto.subtle.importKey('raw', raw, 'AES-GCM', false, ['encrypt', 'decrypt'])
}

async function encrypt(
  key: CryptoKey,
  plain: Uint8Array<ArrayBuffer>,
  label: string,
): Promise<Uint8Array<ArrayBuffer>> {
  // A data key seals few texts and a wrapping key fewer than 2^32, so that random nonces are safe
  // (NIST SP 800-38D §8.3).
  const nonce = crypto.getRandomValues(new Uint8Array(nonceBytes))
  const algorithm = { name: 'AES-GCM', iv: nonce, additionalData: utf8(label) }
  const sealed = new Uint8Array(await crypto.subtle.encrypt(algorithm, key, plain))
  const bytes = new Uint8Array(nonceBytes + sealed.byteLength)
  bytes.set(nonce)
  bytes.set(sealed, nonceBytes)
  return bytes
}

async function decrypt(key: CryptoKey, bytes: Uint8Array, label: string): Promise<ArrayBuffer> {
  const algorithm = { name: 'AES-GCM', iv: bytes.slice(0, nonceBytes), additionalData: utf8(label) }
  return crypto.subtle.decrypt(algorithm, key, bytes.slice(nonceBytes))
}
