// A source of access tokens that fetches each one once: whoever asks meanwhile waits for the same fetch.
// The gate runs it, since several isolates deliver at once and a vendor that rotates refresh tokens forgives no second fetch.

import * as z from 'zod/mini'
import { hex, utf8 } from '../platform/bytes.ts'
import type { TokenAnswer, TokenGrant, TokenSource } from './access-token.ts'
import { readTokenAnswer, tokenRequest } from './access-token-request.ts'
import type { DeliveryIo } from './destination.ts'

/** Where the source keeps one text over restarts. It holds tokens: whoever implements it seals it. */
export interface KeptText {
  readonly read: () => Promise<string | undefined>
  readonly write: (text: string) => Promise<void>
}

const keptShape = z.object({
  /** Of the grant and its secrets: tokens of another grant, or from before a new secret, are forgotten. */
  fingerprint: z.string(),
  token: z.string(),
  expiresAt: z.number(),
  origin: z.optional(z.string()),
  refreshToken: z.optional(z.string()),
})
type Kept = z.output<typeof keptShape>

export function tokenSource(io: Pick<DeliveryIo, 'call' | 'secret' | 'now'>, kept: KeptText): TokenSource {
  let held: Kept | undefined
  let loading: Promise<void> | undefined
  const fetching = new Map<string, Promise<TokenAnswer>>()

  async function load(): Promise<void> {
    try {
      held = readKept(await kept.read())
    } catch (thrown) {
      // Storage that fails now may work for the next caller.
      loading = undefined
      throw thrown
    }
  }

  async function fetchToken(grant: TokenGrant, fingerprint: string): Promise<TokenAnswer> {
    const before = held?.fingerprint === fingerprint ? held.refreshToken : undefined
    const request = await tokenRequest(grant, { secret: io.secret, now: io.now() }, before)
    if (!request) return { kind: 'none', outcome: { kind: 'blocked', reason: 'secret_missing' } }
    const granted = readTokenAnswer(await io.call(request), io.now())
    if (granted.kind === 'none') return granted
    const { kind: _, ...fresh } = granted
    const refreshToken = granted.refreshToken ?? before
    held = { ...fresh, fingerprint, ...(refreshToken ? { refreshToken } : {}) }
    // Kept before anyone gets it: a rotated refresh token that is lost with this object cannot be had again.
    await kept.write(JSON.stringify(held))
    return answerOf(held)
  }

  return async (grant, refused) => {
    const fingerprint = await fingerprintOf(grant, io.secret)
    loading ??= load()
    await loading
    // From here to the entry in `fetching` nothing waits, so that two who ask at once cannot both start.
    const isGood = held?.fingerprint === fingerprint && held.token !== refused && held.expiresAt > io.now()
    if (held && isGood) return answerOf(held)
    const under = fetching.get(fingerprint)
    if (under) return under
    const started = fetchToken(grant, fingerprint).finally(() => fetching.delete(fingerprint))
    fetching.set(fingerprint, started)
    return started
  }
}

const answerOf = ({ token, origin }: Kept): TokenAnswer => ({ kind: 'token', token, ...(origin ? { origin } : {}) })

async function fingerprintOf(grant: TokenGrant, secret: DeliveryIo['secret']): Promise<string> {
  const names = Object.entries(grant).flatMap(([key, name]) => (key.endsWith('Name') && name ? [name] : []))
  const content = utf8(JSON.stringify([grant, names.map(name => secret(name) ?? null)]))
  return hex(new Uint8Array(await crypto.subtle.digest('SHA-256', content)))
}

function readKept(text: string | undefined): Kept | undefined {
  try {
    return text === undefined ? undefined : keptShape.safeParse(JSON.parse(text)).data
  } catch {
    // Written by us and sealed, so only a version that wrote it otherwise. A new token is fetched.
    return undefined
  }
}
