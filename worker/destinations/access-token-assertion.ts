// The assertion of the JWT bearer grant (RFC 7523 §2.1): who asks, for whom and until when, signed with RS256.

import { base64Url, fromBase64, utf8 } from '../platform/bytes.ts'
import type { TokenGrant } from './access-token.ts'

/** Salesforce takes assertions of at most three minutes ("OAuth 2.0 JWT Bearer Flow", read 2026-11-24). */
const assertionSeconds = 180

/** The assertion; undefined when the secret is missing or holds no RSA key. */
export async function signedAssertion(
  grant: Extract<TokenGrant, { flow: 'jwt-bearer' }>,
  pem: string | undefined,
  now: number,
): Promise<string | undefined> {
  // Where a secret is typed into one line, its line ends come as `\n`.
  const body = /-----BEGIN PRIVATE KEY-----([A-Za-z0-9+/=\s]+)-----END/.exec(pem?.replaceAll('\\n', '\n') ?? '')?.[1]
  const pkcs8 = body === undefined ? undefined : fromBase64(body.replace(/\s/g, ''))
  if (!pkcs8) return undefined
  const algorithm = { name: 'RSASSA-PKCS1-v1_5', hash: 'SHA-256' }
  try {
    const key = await crypto.subtle.importKey('pkcs8', pkcs8, algorithm, false, ['sign'])
    const iat = Math.floor(now / 1_000)
    const claims = { iss: grant.clientId, sub: grant.subject, aud: grant.audience, iat, exp: iat + assertionSeconds }
    const content = `${encoded({ alg: 'RS256', typ: 'JWT' })}.${encoded(claims)}`
    const signature = new Uint8Array(await crypto.subtle.sign(algorithm.name, key, utf8(content)))
    return `${content}.${base64Url(signature)}`
  } catch {
    // The PEM holds something else than an RSA key.
    return undefined
  }
}

const encoded = (part: unknown) => base64Url(utf8(JSON.stringify(part)))
