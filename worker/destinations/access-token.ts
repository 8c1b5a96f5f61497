// Access tokens of OAuth 2: what a destination's settings say about them, and how a destination gets one.
// Whoever implements TokenSource fetches each token once for all who ask: the gate does it for the product.

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import type { DeliveryIo } from './destination.ts'
import { safeUrlShape } from './safe-url.ts'

const secretName = z.string().check(z.minLength(1), z.maxLength(100))
const text = z.string().check(z.minLength(1), z.maxLength(500))
const common = {
  tokenUrl: safeUrlShape,
  clientId: text,
  /** How the request is written: OAuth says form (RFC 6749 §4), some vendors take JSON. */
  encoding: z._default(z.enum(['form', 'json']), 'form'),
}

/** How a token is asked for. Names of secrets, never secrets: it travels to the gate and is kept nowhere. */
export const tokenGrantShape = z.discriminatedUnion('flow', [
  /** RFC 6749 §6. The refresh token of the secret is the first one; where the vendor rotates them, the gate keeps the next. */
  z.object({
    flow: z.literal('refresh-token'),
    ...common,
    clientSecretName: z.optional(secretName),
    refreshTokenName: secretName,
    clientAuth: z._default(z.enum(['body', 'basic']), 'body'),
  }),
  /** RFC 6749 §4.4. */
  z.object({
    flow: z.literal('client-credentials'),
    ...common,
    clientSecretName: secretName,
    scope: z.optional(text),
    clientAuth: z._default(z.enum(['body', 'basic']), 'body'),
  }),
  /** RFC 7523 §2.1, signed with RS256. The secret holds a private key as PEM (PKCS #8). */
  z.object({
    flow: z.literal('jwt-bearer'),
    ...common,
    subject: text,
    audience: text,
    privateKeyName: secretName,
  }),
])
export type TokenGrant = z.output<typeof tokenGrantShape>

export type TokenAnswer =
  /** `origin` is where the vendor wants to be called with it, where it says so. */
  | { readonly kind: 'token'; readonly token: string; readonly origin?: string }
  | { readonly kind: 'none'; readonly outcome: Exclude<DeliveryOutcome, { kind: 'delivered' }> }

/** @param refused a token that the vendor has just answered with 401: it is never given out again */
export type TokenSource = (grant: TokenGrant, refused?: string) => Promise<TokenAnswer>

/**
 * Calls with an access token. A 401 gets a fresh token and one repetition; a second one is the answer.
 * @param isRefused for vendors that say it in another way than 401
 */
export async function callWithToken(
  io: DeliveryIo,
  grant: TokenGrant,
  build: (granted: { token: string; origin?: string }) => HttpRequest,
  isRefused: (answer: HttpAnswer) => boolean = answer => answer.kind === 'answer' && answer.status === 401,
): Promise<HttpAnswer | Extract<TokenAnswer, { kind: 'none' }>> {
  // No source of tokens where this runs: the deployment is wired wrongly, and no lead is to blame.
  if (!io.token) return { kind: 'none', outcome: { kind: 'blocked', reason: 'misconfigured' } }
  const first = await io.token(grant)
  if (first.kind === 'none') return first
  const answer = await io.call(build(first))
  if (!isRefused(answer)) return answer
  const second = await io.token(grant, first.token)
  return second.kind === 'none' ? second : io.call(build(second))
}
