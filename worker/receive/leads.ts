// `POST /v1/leads`: guards in the order of their price, then the pipeline. Before a site key is known nothing is kept;
// after it, whatever has a body is either a lead or in quarantine.

import type { Context } from 'hono'
import { parseHttpUrl } from '../../shared/normalize/url.ts'
import type { ProblemType } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Env } from '../env.ts'
import { receive, refuse } from '../pipeline.ts'
import { base64Url } from '../platform/bytes.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { mac } from '../privacy/blind-index.ts'
import { acceptedMediaTypes, readBody, readMediaType } from './body.ts'
import type { ReceivedBody } from './envelope.ts'
import { isForm, wantedRedirect } from './form-body.ts'
import { findKey, isAllowedOrigin, type Site, type SiteKey } from './sites.ts'

type LeadsContext = Context<{ Bindings: Env }>

/** The methods of the collector's path; the operator's list is on it too. */
export const leadsMethods = 'GET, HEAD, POST, OPTIONS'

/** Where a plain form post ends up when it names no page of its own. */
export const thanksPath = '/thanks'

// The window of the rate limit binding: after it the whole quota is there again.
const limitWindowSeconds = 60

/** Takes one submission. */
export async function postLead(c: LeadsContext): Promise<Response> {
  const request = c.req.raw
  const found = identify(c)
  if (!found.ok) return problemAnswer(request, { type: found.error })
  const { site, key } = found.value
  const origin = request.headers.get('origin')
  const cors = corsHeaders(site, origin)
  if (key.isRevoked) return problemAnswer(request, { type: 'site-key-revoked' }, cors)
  if (!(await isWithinLimit(c, key)))
    return problemAnswer(request, { type: 'quota-exceeded' }, { 'retry-after': String(limitWindowSeconds), ...cors })
  const mediaType = readMediaType(request.headers.get('content-type'))
  if (!mediaType) {
    const accept = acceptedMediaTypes.join(', ')
    return problemAnswer(request, { type: 'unsupported-media-type' }, { 'accept-post': accept, ...cors })
  }
  const read = await readBody(request)
  if (!read.ok) return problemAnswer(request, { type: read.error }, cors)
  const referer = request.headers.get('referer')
  const contentType = (request.headers.get('content-type') ?? '').slice(0, 200)
  const body: ReceivedBody = { bytes: read.value, mediaType, contentType, ...(referer ? { referer } : {}) }
  const received = { site, body, receivedAt: Date.now() }
  // A server sends no origin; a page always does. CORS alone stops only the answer, never the request.
  const isAllowed = origin === null || isAllowedOrigin(site, origin)
  const result = await (isAllowed ? receive(c.env, received) : refuse(c.env, received, { type: 'origin-not-allowed' }))
  if (!result.ok) return problemAnswer(request, result.error, cors)
  if (isForm(mediaType)) return Response.redirect(await redirectFor(request, site, body), 303)
  return Response.json(result.value, { status: 202, headers: { 'cache-control': 'no-store', ...cors } })
}

/** The preflight of a page that sends JSON with its own content type. */
export function optionsLead(c: LeadsContext): Response {
  const found = identify(c)
  const origin = c.req.raw.headers.get('origin')
  const cors = found.ok ? corsHeaders(found.value.site, origin) : {}
  const isPreflight = 'access-control-allow-origin' in cors
  return new Response(null, {
    status: 204,
    headers: {
      allow: leadsMethods,
      ...cors,
      ...(isPreflight
        ? {
            'access-control-allow-methods': 'POST',
            'access-control-allow-headers': 'content-type',
            'access-control-max-age': '86400',
          }
        : {}),
    },
  })
}

// Until a key names its site there is no list of origins, so no page may read these refusals: an answer by the lists of
// all sites would tell whoever asks which origins this deployment serves.
function identify(c: LeadsContext): Result<{ site: Site; key: SiteKey }, ProblemType> {
  const keys = new URL(c.req.raw.url).searchParams.getAll('k')
  // Two keys mean two sites, and whichever we took would surprise somebody.
  if (keys.length > 1) return err('ambiguous-parameter')
  const [key] = keys
  if (!key) return err('site-key-missing')
  const found = findKey(c.env, key)
  return found ? ok(found) : err('site-key-unknown')
}

async function isWithinLimit(c: LeadsContext, key: SiteKey): Promise<boolean> {
  if (key.requestsPerMinute === undefined) return true
  const limiter = key.requestsPerMinute === 60 ? c.env.LIMIT_60 : c.env.LIMIT_600
  // The address as the platform gives it: a forwarding header is the sender's own word. Hashed, since it is a person's.
  const address = c.req.raw.headers.get('cf-connecting-ip') ?? 'unknown'
  const counted = base64Url(await mac(c.env, 'address', `${key.key} ${address}`))
  return (await limiter.limit({ key: counted })).success
}

function corsHeaders(site: Site, origin: string | null): Readonly<Record<string, string>> {
  if (origin === null || !isAllowedOrigin(site, origin)) return {}
  return { 'access-control-allow-origin': origin, 'access-control-expose-headers': 'retry-after', vary: 'origin' }
}

// Only to pages of the site itself: an open redirect would lend our name to whoever writes a link.
async function redirectFor(request: Request, site: Site, body: ReceivedBody): Promise<string> {
  const wanted = parseHttpUrl(await wantedRedirect(body))
  return wanted && isAllowedOrigin(site, wanted.origin) ? wanted.href : new URL(thanksPath, request.url).href
}
