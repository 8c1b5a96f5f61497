// What can be looked up without being readable: HMACs of addresses, numbers and bodies, each under a key of its own.

import type { Env } from '../env.ts'
import { utf8 } from '../platform/bytes.ts'
import { type KeyPurpose, macKey } from './secret-keys.ts'

/** HMAC-SHA-256 of a text or of bytes under the key of a purpose. 32 bytes. */
export async function mac(
  env: Env,
  purpose: KeyPurpose,
  content: string | Uint8Array<ArrayBuffer>,
): Promise<Uint8Array<ArrayBuffer>> {
  return sign(await macKey(env, purpose), typeof content === 'string' ? utf8(content) : content)
}

/** The same for several texts, in their order. */
export async function macs(
  env: Env,
  purpose: KeyPurpose,
  texts: readonly string[],
): Promise<Uint8Array<ArrayBuffer>[]> {
  const key = await macKey(env, purpose)
  return Promise.all(texts.map(text => sign(key, utf8(text))))
}

const sign = async (key: CryptoKey, bytes: Uint8Array<ArrayBuffer>) =>
  new Uint8Array(await crypto.subtle.sign('HMAC', key, bytes))

/** Whether `signature` is the HMAC of `content`, in constant time. */
export async function isMac(
  env: Env,
  purpose: KeyPurpose,
  signature: Uint8Array<ArrayBuffer>,
  content: string,
): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await macKey(env, purpose), signature, utf8(content))
}
