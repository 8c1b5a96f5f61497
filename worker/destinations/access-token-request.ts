// One fetch of an access token: the request that a grant makes, and what the answer to it means.
// Codes: RFC 6749 §5.2; Salesforce "OAuth 2.0 Error Codes" and Zoho "OAuth API errors" add some (read 2026-11-24).

import * as z from 'zod/mini'
import { base64, utf8 } from '../platform/bytes.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import type { TokenAnswer, TokenGrant } from './access-token.ts'
import { signedAssertion } from './access-token-assertion.ts'
import { answerJson } from './answer-json.ts'
import { failureOf, isCode } from './http-outcome.ts'
import { isSafeUrl } from './safe-url.ts'
import { unambiguous } from './unambiguous.ts'

/** A token as it was granted; `refreshToken` where the vendor has put a new one in place of the old. */
export interface Granted {
  readonly kind: 'token'
  readonly token: string
  /** Milliseconds since 1970, a margin before the vendor's own end. */
  readonly expiresAt: number
  readonly origin?: string
  readonly refreshToken?: string
}

/** Salesforce names no lifetime; the shortest session that can be set there is 15 minutes. A 401 ends it earlier. */
const lifetimeSecondsDefault = 900
const marginSecondsMax = 60

/**
 * The request for a token; undefined when a secret is missing or holds no key.
 * @param refreshToken the rotated one, where there is one
 */
export async function tokenRequest(
  grant: TokenGrant,
  io: { secret: (name: string) => string | undefined; now: number },
  refreshToken?: string,
): Promise<HttpRequest | undefined> {
  const fields = await grantFields(grant, io, refreshToken)
  if (!fields) return undefined
  const { client_id: id = '', client_secret: secret = '', ...others } = fields
  const isBasic = 'clientAuth' in grant && grant.clientAuth === 'basic'
  const sent = isBasic ? others : fields
  const isJson = grant.encoding === 'json'
  return {
    method: 'POST',
    url: grant.tokenUrl,
    headers: {
      accept: 'application/json',
      'content-type': isJson ? 'application/json' : 'application/x-www-form-urlencoded',
      // RFC 6749 §2.3.1: both parts are form-encoded before they are joined.
      ...(isBasic ? { authorization: `Basic ${base64(utf8(`${formEncoded(id)}:${formEncoded(secret)}`))}` } : {}),
    },
    body: isJson ? JSON.stringify(sent) : new URLSearchParams(sent).toString(),
  }
}

const formEncoded = (value: string) => new URLSearchParams({ v: value }).toString().slice(2)

async function grantFields(
  grant: TokenGrant,
  io: { secret: (name: string) => string | undefined; now: number },
  rotated: string | undefined,
): Promise<Record<string, string> | undefined> {
  switch (grant.flow) {
    case 'refresh-token': {
      const token = rotated ?? io.secret(grant.refreshTokenName)
      const client = grant.clientSecretName === undefined ? '' : io.secret(grant.clientSecretName)
      if (!token || client === undefined) return undefined
      return {
        grant_type: 'refresh_token',
        refresh_token: token,
        client_id: grant.clientId,
        ...(client ? { client_secret: client } : {}),
      }
    }
    case 'client-credentials': {
      const client = io.secret(grant.clientSecretName)
      if (!client) return undefined
      return {
        grant_type: 'client_credentials',
        client_id: grant.clientId,
        client_secret: client,
        ...(grant.scope ? { scope: grant.scope } : {}),
      }
    }
    case 'jwt-bearer': {
      const assertion = await signedAssertion(grant, io.secret(grant.privateKeyName), io.now)
      return assertion ? { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion } : undefined
    }
  }
}

const answerShape = z.object({
  access_token: z.optional(z.string()),
  expires_in: z.optional(z.coerce.number()),
  refresh_token: z.optional(z.string()),
  instance_url: z.optional(z.string()),
  api_domain: z.optional(z.string()),
  error: z.optional(z.string()),
})

const credentialCodes = [
  'invalid_grant',
  'invalid_client',
  'unauthorized_client',
  'access_denied',
  'invalid_code',
  'invalid_client_secret',
  'invalid_client_id',
  'invalid_client_credentials',
  'invalid_app_access',
  'inactive_user',
  'inactive_org',
]
// Zoho writes a limit as "Access Denied", with a blank, and some vendors with 200.
const limitCodes = ['access denied', 'rate_limit_exceeded', 'slow_down', 'temporarily_unavailable']

/** Reads the answer to the request. Nothing is written by it, so that no failure is ambiguous. */
export function readTokenAnswer(answer: HttpAnswer, now: number): Granted | Extract<TokenAnswer, { kind: 'none' }> {
  const told = answer.kind === 'answer' ? answerShape.safeParse(answerJson(answer.body)).data : undefined
  if (answer.kind === 'answer' && answer.status < 300 && told?.access_token) {
    const seconds = told.expires_in && told.expires_in > 0 ? told.expires_in : lifetimeSecondsDefault
    const origin = told.instance_url ?? told.api_domain
    return {
      kind: 'token',
      token: told.access_token,
      expiresAt: now + (seconds - Math.min(marginSecondsMax, seconds / 2)) * 1_000,
      ...(origin && isSafeUrl(origin) ? { origin: new URL(origin).origin } : {}),
      ...(told.refresh_token ? { refreshToken: told.refresh_token } : {}),
    }
  }
  const code = told?.error?.toLowerCase()
  const codes = isCode(told?.error) ? [told.error] : []
  const general = failureOf(answer, { now, codes })
  const facts = general.answer ? { answer: general.answer } : {}
  if (code && limitCodes.includes(code)) {
    const after = general.kind === 'retry' && general.afterSeconds !== undefined ? general.afterSeconds : 60
    return none({ kind: 'retry', reason: 'rate_limited', afterSeconds: after, ...facts })
  }
  if (code && credentialCodes.includes(code)) return none({ kind: 'blocked', reason: 'unauthorized', ...facts })
  if (general.kind === 'retry') {
    // An error inside a 200 that is none of the above is about the request, which is all settings.
    if (codes.length > 0 && answer.kind === 'answer' && answer.status < 500 && answer.status !== 429) {
      return none({ kind: 'blocked', reason: 'misconfigured', ...facts })
    }
    return none(unambiguous(general))
  }
  return general.kind === 'blocked' ? none(general) : none({ kind: 'blocked', reason: 'misconfigured', ...facts })
}

const none = (outcome: Extract<TokenAnswer, { kind: 'none' }>['outcome']) => ({ kind: 'none', outcome }) as const
