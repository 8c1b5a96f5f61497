// The tokens of a destination in its gate's storage, sealed: a rotated refresh token is a credential that exists nowhere else.

import type { KeptText } from '../destinations/access-token-source.ts'
import type { Env } from '../env.ts'
import { open, type Sealed, seal } from '../privacy/vault.ts'

/** @param owner the id of the object that keeps them: sealed tokens moved to another gate do not open */
export function sealedTokens(env: Env, storage: DurableObjectStorage, owner: string): KeptText {
  const label = `tokens/${owner}`
  return {
    read: async () => {
      const sealed = storage.kv.get<Sealed>('tokens')
      if (!sealed) return undefined
      try {
        return await open(env, sealed, sealed.bytes, label)
      } catch {
        // A wrapping key that is missing from KEYRING, or altered bytes. The token of the secret is tried again; if that was
        // rotated away, the vendor says so and the destination is blocked until there is a new one.
        return undefined
      }
    },
    write: async text => {
      storage.kv.put<Sealed>('tokens', await seal(env, text, label))
    },
  }
}
