// What a faulty call is answered: the body that the fault brings, or HubSpot's own for that status.

import { type Answer, emptyAnswer, htmlAnswer, jsonAnswer } from './answer.ts'
import { errorAnswer, validationError } from './errors.ts'
import type { Fault } from './faults.ts'
import { rateLimited } from './rate-limit.ts'

/** The answer of a fault that has a status. */
export function faultAnswer(status: number, fault: Pick<Fault, 'body' | 'headers'>): Answer {
  const answer = fault.body === undefined ? ownAnswer(status) : givenAnswer(status, fault.body)
  const headers = Object.entries(fault.headers).map(([name, value]) => [name.toLowerCase(), value])
  return { ...answer, status, headers: { ...answer.headers, ...Object.fromEntries(headers) } }
}

function givenAnswer(status: number, body: NonNullable<Fault['body']> | null): Answer {
  if (typeof body !== 'string') return jsonAnswer(status, body)
  if (body.trimStart().startsWith('<')) return htmlAnswer(status, body)
  const type = /^\s*[[{]/.test(body) ? 'application/json;charset=utf-8' : 'text/plain;charset=utf-8'
  return { status, headers: { 'content-type': type }, body }
}

function ownAnswer(status: number): Answer {
  switch (status) {
    case 204:
    case 304:
      return emptyAnswer(status)
    case 400:
      return validationError('Invalid input (details will vary based on the error)')
    case 401:
      return errorAnswer(
        401,
        'EXPIRED_AUTHENTICATION',
        'The OAuth token used to make this call expired 25 minute(s) ago.',
        {
          context: { 'expire time': ['2026-11-24T05:15:00Z'] },
        },
      )
    case 403:
      return errorAnswer(403, 'MISSING_SCOPES', "This app hasn't been granted all required scopes", {
        errors: [
          {
            message: 'One or more of the following scopes are required.',
            context: { requiredGranularScopes: ['crm.objects.contacts.write'] },
          },
        ],
      })
    case 404:
      return errorAnswer(404, 'OBJECT_NOT_FOUND', 'Object not found.')
    case 409:
      return errorAnswer(409, 'CONFLICT', 'Contact already exists. Existing ID: 500')
    case 423:
      return errorAnswer(423, 'LOCKED', 'This resource is locked by another update. Try again later.')
    case 429:
      return rateLimited('TEN_SECONDLY_ROLLING')
    case 502:
    case 504:
    case 521:
    case 523:
      // These come from the gateway in front of HubSpot, which speaks HTML.
      return htmlAnswer(
        status,
        `<html><head><title>${status}</title></head><body><h1>Error ${status}</h1></body></html>`,
      )
    default:
      return status < 400
        ? jsonAnswer(status, {})
        : errorAnswer(status, 'INTERNAL_ERROR', 'There was a problem with the request.')
  }
}
