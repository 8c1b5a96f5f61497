// What ActiveCampaign's answers mean. Pure. Pages: developers.activecampaign.com, "Overview" (status codes), "Rate limits"
// (5 calls a second an account, Retry-After in seconds), "Retrieve account information" (a bad token is 403) (read 2026-11-24).

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { answerJson } from './answer-json.ts'
import { failureOf, isCode } from './http-outcome.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

const errorShape = z.object({
  code: z.catch(z.optional(z.string()), undefined),
  source: z.catch(z.optional(z.object({ pointer: z.string() })), undefined),
})
const errorsShape = z.object({ errors: z.array(errorShape) })

/** Contacts with their own fields as texts. */
const contactShape = z.object({ contact: z.looseObject({ id: z.coerce.string() }) })
const valueShape = z.object({
  contact: z.coerce.string(),
  field: z.coerce.string(),
  value: z.nullish(z.coerce.string()),
})
const valuesShape = z.object({ fieldValues: z.array(valueShape) })
export type FieldValue = z.output<typeof valueShape>
export type Contact = z.output<typeof contactShape>['contact']

/** The contact of an answer; undefined when there is none. Create and update both answer 201, or 200. */
export const readContact = (answer: HttpAnswer): Contact | undefined =>
  contactShape.safeParse(success(answer)).data?.contact

/** The values of custom fields; undefined when the answer has no list of them. */
export const readValues = (answer: HttpAnswer): readonly FieldValue[] | undefined =>
  valuesShape.safeParse(success(answer)).data?.fieldValues

const fieldsShape = z.object({ fields: z.array(z.object({ id: z.string() })) })

/** The numbers of one page of an account's custom fields; undefined when the answer is none. */
export const readFieldIds = (answer: HttpAnswer): readonly string[] | undefined =>
  fieldsShape.safeParse(success(answer)).data?.fields.map(({ id }) => id)

export function activeCampaignFailure(answer: HttpAnswer, now: number): Failure {
  if (answer.kind !== 'answer') return failureOf(answer, { now })
  const { status } = answer
  const errors = errorsShape.safeParse(answerJson(answer.body)).data?.errors ?? []
  const codes = [...new Set(errors.map(error => error.code).filter(isCode))].slice(0, 5)
  const facts = { status, codes }
  const general = failureOf(answer, { now, codes })
  // 403 is a token that is missing or wrong, 402 an account that is not paid for.
  if (status === 403) return { kind: 'blocked', reason: 'unauthorized', answer: facts }
  if (status === 402) return { kind: 'blocked', reason: 'forbidden', answer: facts }
  // An account that is not there; whether a contact is there is asked of the calls that name one.
  if (status === 404) return { kind: 'blocked', reason: 'misconfigured', answer: facts }
  if (general.kind === 'retry' && general.reason === 'rate_limited') return { afterSeconds: 1, ...general }
  if (general.kind !== 'rejected' || errors.length === 0) return general
  const field = errors.map(({ source }) => /\/(\w{1,50})$/.exec(source?.pointer ?? '')?.[1]).find(Boolean)
  const named = field ? { field } : {}
  if (codes.includes('field_missing')) return { kind: 'rejected', reason: 'missing_required', ...named, answer: facts }
  // The address is another contact's: one person has two there, and only someone who knows them can join the two.
  if (codes.includes('duplicate'))
    return { kind: 'rejected', reason: 'refused', field: field ?? 'email', answer: facts }
  return { kind: 'rejected', reason: 'invalid_value', ...named, answer: facts }
}

function success(answer: HttpAnswer): unknown {
  const isGood = answer.kind === 'answer' && (answer.status === 200 || answer.status === 201)
  return isGood ? answerJson(answer.body) : undefined
}
