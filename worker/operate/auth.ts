// Who an operator is: a bearer token for calls, a signed cookie for pages. Tokens are stored as SHA-256, which is enough
// for tokens that are random: they have at least 128 bits and cannot be guessed from their hash.

import * as z from 'zod/mini'
import { sessionHoursMax } from '../../shared/limits.ts'
import { parseJson } from '../../shared/parse-json.ts'
import { type Env, textBinding } from '../env.ts'
import { base64Url, fromBase64Url, hex, utf8 } from '../platform/bytes.ts'
import { log } from '../platform/log.ts'
import { isMac, mac } from '../privacy/blind-index.ts'

/** What a token may do. `read` sees people; the others act. */
export const scopes = ['read', 'redrive', 'release', 'merge', 'erase'] as const
export type Scope = (typeof scopes)[number]

export interface Operator {
  readonly name: string
  readonly scopes: readonly Scope[]
}

const tokenShape = z.object({
  name: z.string().check(z.minLength(1), z.maxLength(64)),
  sha256: z.string().check(z.regex(/^[0-9a-f]{64}$/)),
  scopes: z.array(z.enum(scopes)),
})

type KnownToken = z.output<typeof tokenShape>

/** The operator of an `Authorization` header; undefined for another scheme or an unknown token. */
export async function operatorOfHeader(env: Env, authorization: string | null): Promise<Operator | undefined> {
  const token = /^Bearer ([\x21-\x7e]{1,512})$/i.exec(authorization ?? '')?.[1]
  return token === undefined ? undefined : operatorOfToken(env, token)
}

/** The operator of a token. */
export async function operatorOfToken(env: Env, token: string): Promise<KnownToken | undefined> {
  const digest = hex(new Uint8Array(await crypto.subtle.digest('SHA-256', utf8(token))))
  // Compared as hashes: how long it takes tells of the hash, and nothing about the token follows from that.
  return readTokens(env).find(known => known.sha256 === digest)
}

/** A cookie value for this operator, good for `sessionHoursMax`. Removing or replacing the token ends it too. */
export async function openSession(env: Env, token: string, now: number): Promise<string | undefined> {
  const known = await operatorOfToken(env, token)
  if (!known) return undefined
  const claims = base64Url(utf8(`${now + sessionHoursMax * 3_600_000} ${known.sha256}`))
  return `${claims}.${base64Url(await mac(env, 'session', claims))}`
}

/** The operator of a cookie value; undefined when it is not ours, has expired, or its token is gone. */
export async function operatorOfSession(
  env: Env,
  cookie: string | undefined,
  now: number,
): Promise<Operator | undefined> {
  const [claims = '', signature = ''] = (cookie ?? '').slice(0, 512).split('.')
  const bytes = fromBase64Url(signature)
  if (!bytes || !(await isMac(env, 'session', bytes, claims))) return undefined
  const [until = '0', sha256 = ''] = new TextDecoder().decode(fromBase64Url(claims)).split(' ')
  return Number(until) > now ? readTokens(env).find(known => known.sha256 === sha256) : undefined
}

const tokensOf = new WeakMap<Env, readonly KnownToken[]>()

// One entry that is malformed is left out and logged: it must not lock the others out.
function readTokens(env: Env): readonly KnownToken[] {
  const known = tokensOf.get(env)
  if (known) return known
  const read = parseJson(textBinding(env, 'OPERATOR_TOKENS') ?? '[]')
  const entries = read.ok && Array.isArray(read.value) ? read.value : undefined
  const tokens = (entries ?? []).flatMap(entry => tokenShape.safeParse(entry).data ?? [])
  const rejected = entries ? entries.length - tokens.length : 1
  if (rejected > 0) log.fact('configuration.rejected', { count: rejected })
  tokensOf.set(env, tokens)
  return tokens
}
