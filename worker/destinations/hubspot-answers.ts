// What HubSpot's answers mean. Pure. The shapes follow HubSpot's published OpenAPI description of contacts v3; the two
// shapes of 409 and the policies of 429 are known from its documentation and community (read 2026-11).

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import { failureOf, isCode } from './http-outcome.ts'
import type { PreparedContact } from './hubspot-contact.ts'

const optionalText = z.optional(z.string())
const contextShape = z.record(z.string(), z.array(z.string()))

const errorShape = z.object({
  category: optionalText,
  message: optionalText,
  policyName: optionalText,
  errors: z.catch(
    // The forms API says `errorType` where all others say `code`.
    z.optional(
      z.array(
        z.object({
          code: optionalText,
          errorType: optionalText,
          in: optionalText,
          context: z.optional(contextShape),
        }),
      ),
    ),
    undefined,
  ),
  context: z.catch(z.optional(contextShape), undefined),
})
type HubspotError = z.output<typeof errorShape>

const contactShape = z.object({
  id: z.string(),
  objectWriteTraceId: optionalText,
  properties: z._default(z.record(z.string(), z.nullish(z.string())), {}),
})

const batchShape = z.object({ results: z.array(contactShape), errors: z.optional(z.array(errorShape)) })

/** A failure, and the record that HubSpot says is in the way. */
export type HubspotFailure = Exclude<DeliveryOutcome, { kind: 'delivered' }> & { readonly existingId?: string }

export type HeldContact = z.output<typeof contactShape>

/** The contacts of a batch that was read; undefined when the answer is none. */
export function readBatch(answer: HttpAnswer): z.output<typeof batchShape> | undefined {
  if (answer.kind !== 'answer' || (answer.status !== 200 && answer.status !== 207)) return undefined
  return batchShape.safeParse(answerJson(answer.body)).data
}

/** One contact of an answer 200; undefined when it is none. */
export function readContact(answer: HttpAnswer): HeldContact | undefined {
  if (answer.kind !== 'answer' || answer.status !== 200) return undefined
  return contactShape.safeParse(answerJson(answer.body)).data
}

/** One outcome for each contact, from a 200 or a 207: HubSpot's 207 is partly a failure. */
export function readBatchAnswer(
  answer: Extract<HttpAnswer, { kind: 'answer' }>,
  contacts: readonly PreparedContact[],
  idProperty: string,
): (DeliveryOutcome | HubspotFailure)[] {
  const batch = batchShape.safeParse(answerJson(answer.body)).data
  // 200 with HTML, or with nothing: something in between answered, or HubSpot did and we cannot tell for whom.
  if (!batch) return contacts.map(() => unreadable(answer.status))
  return contacts.map(contact => {
    const id = contact.externalId
    const result = batch.results.find(one => one.objectWriteTraceId === id || one.properties[idProperty] === id)
    if (result) return { kind: 'delivered', externalId: id, recordId: result.id, answer: { status: answer.status } }
    const error = batch.errors?.find(one => one.context?.['objectWriteTraceId']?.includes(id))
    return error ? classify(error, 207) : unreadable(answer.status)
  })
}

/** What an answer without success means. */
export function hubspotFailure(answer: HttpAnswer, now: number): HubspotFailure {
  if (answer.kind !== 'answer') return failureOf(answer, { now })
  const error = errorShape.safeParse(answerJson(answer.body)).data
  const codes = codesOf(error)
  const general = failureOf(answer, { now, codes })
  if (!error) return general
  if (general.kind === 'retry' && general.reason === 'rate_limited') {
    // HubSpot promises no Retry-After. The rolling limit counts ten seconds; the daily one ends at the portal's
    // midnight, which we do not know, so we ask again every hour.
    const afterSeconds = general.afterSeconds ?? (error.policyName === 'DAILY' ? 3_600 : 10)
    return { ...general, afterSeconds }
  }
  if (answer.status === 400 || answer.status === 409 || answer.status === 423) return classify(error, answer.status)
  return general
}

function classify(error: HubspotError, status: number): HubspotFailure {
  const answer = { status, codes: codesOf(error) }
  const existingId = /Existing ID: (\d{1,20})/.exec(error.message ?? '')?.[1]
  const isConflict = error.category === 'CONFLICT' || error.category === 'OBJECT_ALREADY_EXISTS' || status === 409
  if (isConflict) return { kind: 'retry', reason: 'conflict', answer, ...(existingId ? { existingId } : {}) }
  if (status === 423) return { kind: 'retry', reason: 'locked', answer }
  const field = propertyNamed(error)
  const isUnknown = answer.codes.includes('PROPERTY_DOESNT_EXIST')
  return {
    kind: 'rejected',
    reason: isUnknown ? 'unknown_property' : 'invalid_value',
    ...(field ? { field } : {}),
    answer,
  }
}

function codesOf(error: HubspotError | undefined): string[] {
  const codes = [error?.category, error?.policyName, ...(error?.errors ?? []).map(one => one.code ?? one.errorType)]
  return [...new Set(codes.filter(isCode))].slice(0, 5)
}

// HubSpot names the property in three places, one of them JSON inside the sentence. Only a property name is taken.
function propertyNamed(error: HubspotError): string | undefined {
  const inside = /"name":"([a-z0-9_]{1,100})"/.exec(error.message ?? '')?.[1]
  const names = (error.errors ?? []).flatMap(one => [one.context?.['propertyName']?.[0], one.in])
  return [...names, inside].find(name => name !== undefined && /^[a-z][a-z0-9_]{0,99}$/.test(name))
}

const unreadable = (status: number): DeliveryOutcome => ({
  kind: 'retry',
  reason: 'unreadable_answer',
  isAmbiguous: true,
  answer: { status },
})
