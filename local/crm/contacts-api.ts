// HubSpot's contacts API: token, limits, then the call itself. From a request's parts to an answer, no I/O but the store.

import type { Result } from '../../shared/result.ts'
import { type Answer, jsonAnswer } from './answer.ts'
import type { ContactStore } from './contact-store.ts'
import { errorAnswer, notAllowed, unauthenticated, validationError } from './errors.ts'
import { bodyBytesMax } from './limits.ts'
import { listContacts } from './list-contacts.ts'
import { listProperties } from './list-properties.ts'
import { answerOneContact } from './one-contact.ts'
import { type RateLimit, rateLimited } from './rate-limit.ts'
import { readContacts } from './read-contacts.ts'
import { type BodyProblem, parseJson } from './request-body.ts'
import { searchContacts } from './search-contacts.ts'
import { upsertContacts } from './upsert-contacts.ts'

/** A call as it arrived. */
export interface ApiCall {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly authorization: string | undefined
  readonly contentType: string | undefined
  readonly body: Result<Buffer, BodyProblem>
}

export interface ContactsApi {
  readonly store: ContactStore
  readonly rateLimit: RateLimit
  /** The one good token; undefined means that any will do. */
  readonly token: string | undefined
  readonly now: () => Date
}

const root = '/crm/v3/objects/contacts'

/** Answers one call. */
export function answerApiCall(api: ContactsApi, call: ApiCall): Answer {
  if (!isAuthenticated(api, call.authorization)) return unauthenticated()
  const policy = api.rateLimit.admit(api.now().getTime())
  const answer = policy === undefined ? route(api, call) : rateLimited(policy)
  // HubSpot sends no rate-limit headers with a search.
  if (call.path === `${root}/search`) return answer
  return { ...answer, headers: { ...answer.headers, ...api.rateLimit.headers(api.now().getTime()) } }
}

function isAuthenticated({ token }: ContactsApi, authorization: string | undefined): boolean {
  const given = /^Bearer +(\S+)$/i.exec(authorization ?? '')?.[1]
  return given !== undefined && (token === undefined || given === token)
}

function route(api: ContactsApi, call: ApiCall): Answer {
  if (call.path === '/crm/v3/properties/contacts') {
    return call.method === 'GET' ? listProperties(api.store.uniqueProperties()) : notAllowed()
  }
  const posted = postedTo[call.path]
  if (posted) {
    if (call.method !== 'POST') return notAllowed()
    const body = readJson(call)
    return 'status' in body ? body : posted(api, body.json)
  }
  if (call.path === root) {
    return call.method === 'GET' ? listContacts(api.store, call.query) : notAllowed()
  }
  const id = idIn(call.path)
  if (id === undefined) return errorAnswer(404, 'OBJECT_NOT_FOUND', 'Unable to find resource')
  const body = call.method === 'PATCH' ? readJson(call) : { json: undefined }
  if ('status' in body) return body
  return answerOneContact(api.store, { ...call, id, body: body.json }, api.now)
}

const postedTo: Readonly<Record<string, (api: ContactsApi, body: unknown) => Answer>> = {
  [`${root}/batch/upsert`]: (api, body) => upsertContacts(api.store, body, api.now),
  [`${root}/batch/read`]: (api, body) => readContacts(api.store, body, api.now),
  [`${root}/search`]: (api, body) => searchContacts(api.store, body),
}

function idIn(path: string): string | undefined {
  const segment = path.startsWith(`${root}/`) ? path.slice(root.length + 1) : ''
  if (segment === '' || segment.includes('/')) return undefined
  try {
    return decodeURIComponent(segment)
  } catch {
    // A URIError for a broken escape: no contact has such an id.
    return undefined
  }
}

function readJson({ body, contentType }: ApiCall): Answer | { readonly json: unknown } {
  if (!/^application\/json\b/i.test(contentType ?? '')) {
    return jsonAnswer(415, { status: 'error', message: 'HTTP 415 Unsupported Media Type' })
  }
  const json = body.ok ? parseJson(body.value) : body
  if (json.ok) return { json: json.value }
  if (json.error === 'too-large') {
    return errorAnswer(413, 'VALIDATION_ERROR', `The request has more than ${bodyBytesMax} bytes`)
  }
  return validationError('Invalid input JSON: the request body could not be read')
}
