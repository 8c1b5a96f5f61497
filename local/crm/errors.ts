// HubSpot's error bodies. The envelopes are those of its published API description; texts that it does not publish
// are as seen in public code and threads. Some repeat the refused value: so do HubSpot's, which is why callers mask.

import { randomUUID } from 'node:crypto'
import { assertNever } from '../../shared/result.ts'
import { type Answer, jsonAnswer } from './answer.ts'
import type { WriteRefusal } from './write-contact.ts'

/** What is said of an error beyond its category and message. */
export interface ErrorFacts {
  readonly errors?: readonly unknown[]
  readonly context?: Readonly<Record<string, readonly string[]>>
}

/** An error answer in HubSpot's envelope. */
export const errorAnswer = (status: number, category: string, message: string, facts: ErrorFacts = {}): Answer =>
  jsonAnswer(status, { status: 'error', message, correlationId: randomUUID(), ...facts, category })

/** 400 in HubSpot's words for a request that says nothing it could use. */
export const validationError = (message: string, facts: ErrorFacts = {}): Answer =>
  errorAnswer(400, 'VALIDATION_ERROR', message, facts)

/** 405 for a method that the path does not have. */
export const notAllowed = (): Answer => errorAnswer(405, 'METHOD_NOT_ALLOWED', 'HTTP 405 Method Not Allowed')

/** 401 for a call without a good token. */
export const unauthenticated = (): Answer =>
  errorAnswer(
    401,
    'INVALID_AUTHENTICATION',
    'Authentication credentials not found. This API supports OAuth 2.0 authentication and you can find more details at https://developers.hubspot.com/docs/methods/auth/oauth-overview',
  )

/** The refusal as the answer to a call about one contact. A taken e-mail has the older of HubSpot's two shapes. */
export function refusalAnswer(refusal: WriteRefusal): Answer {
  switch (refusal.kind) {
    case 'not-found':
      return errorAnswer(404, 'OBJECT_NOT_FOUND', 'Object not found.  objectId are usually numeric.')
    case 'invalid-properties':
      return validationError(singleMessage(refusal), { errors: detailsOf(refusal) })
    case 'email-taken':
      return errorAnswer(409, 'CONFLICT', existsMessage(refusal.existingId))
    case 'unique-value-taken':
      return validationError(takenMessage(refusal), { errors: detailsOf(refusal) })
    default:
      return assertNever(refusal)
  }
}

/** The refusal as the answer to a whole batch. A taken e-mail has the newer of HubSpot's two shapes. */
export function batchRefusalAnswer(refusal: WriteRefusal): Answer {
  if (refusal.kind !== 'email-taken') return refusalAnswer(refusal)
  const { email, existingId } = refusal
  return jsonAnswer(409, {
    status: 'error',
    error: 'CONTACT_EXISTS',
    category: 'OBJECT_ALREADY_EXISTS',
    message: existsMessage(existingId),
    identityProfile: {
      vid: Number(existingId),
      identity: [{ type: 'EMAIL', value: email, isPrimary: true }],
      isContact: true,
    },
    errors: [{ message: `A contact with email ${email} already exists. Existing ID: ${existingId}`, in: 'email' }],
    correlationId: randomUUID(),
  })
}

/** The refusal as one entry in the `errors` of a 207. */
export function batchEntry(refusal: WriteRefusal, traceId: string | undefined): unknown {
  return {
    status: 'error',
    category: categoryOf(refusal),
    message: entryMessage(refusal),
    errors: detailsOf(refusal),
    context: {
      ...(traceId === undefined ? {} : { objectWriteTraceId: [traceId] }),
      ...(refusal.kind === 'not-found' ? { ids: [refusal.id] } : {}),
    },
    links: {},
  }
}

const existsMessage = (existingId: string): string => `Contact already exists. Existing ID: ${existingId}`

type Taken = Extract<WriteRefusal, { kind: 'unique-value-taken' }>
type Invalid = Extract<WriteRefusal, { kind: 'invalid-properties' }>

const takenMessage = ({ property, value, existingId, ownId }: Taken): string =>
  `Cannot set PropertyValueCoordinates{propertyName=${property}, value=${value}} on ${ownId}. ${existingId} already has that value.`

function singleMessage({ issues }: Invalid): string {
  const [first] = issues
  if (first?.code === 'PROPERTY_DOESNT_EXIST') return first.message
  const listed = issues.map(({ property, code, message }) => ({
    isValid: false,
    message,
    error: code,
    name: property,
    localizedErrorMessage: message,
  }))
  return `Property values were not valid: ${JSON.stringify(listed)}`
}

function categoryOf(refusal: WriteRefusal): string {
  if (refusal.kind === 'not-found') return 'OBJECT_NOT_FOUND'
  return refusal.kind === 'email-taken' ? 'OBJECT_ALREADY_EXISTS' : 'VALIDATION_ERROR'
}

function entryMessage(refusal: WriteRefusal): string {
  switch (refusal.kind) {
    case 'not-found':
      return 'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.'
    case 'invalid-properties':
      return 'Property values were not valid'
    case 'email-taken':
      return existsMessage(refusal.existingId)
    case 'unique-value-taken':
      return takenMessage(refusal)
    default:
      return assertNever(refusal)
  }
}

function detailsOf(refusal: WriteRefusal): readonly unknown[] {
  switch (refusal.kind) {
    case 'not-found':
      return []
    case 'invalid-properties':
      return refusal.issues.map(({ property, code, message }) => ({
        message,
        code,
        in: property,
        context: { propertyName: [property] },
      }))
    case 'email-taken':
      return [{ message: existsMessage(refusal.existingId), code: 'CONTACT_EXISTS', in: 'email' }]
    case 'unique-value-taken':
      return [{ message: takenMessage(refusal), code: 'CONFLICTING_UNIQUE_VALUE', in: refusal.property }]
    default:
      return assertNever(refusal)
  }
}
