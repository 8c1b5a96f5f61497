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
  const bytes = typeof content === 'string' ? utf8(content) : content
  return new Uint8Array(await crypto.subtle.sign('HMAC', await macKey(env, purpose), bytes))
}

/** Whether `signature` is the HMAC of `content`, in constant time. */
export async function isMac(
  env: Env,
  purpose: KeyPurpose,
  signature: Uint8Array<ArrayBuffer>,
  content: string,
): Promise<boolean> {
  return crypto.subtle.verify('HMAC', await macKey(env, purpose), signature, utf8(content))
}
