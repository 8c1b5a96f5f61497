// Salesforce: what the org says of the fields of a Lead, and which of them are written.
// API: REST API Developer Guide, "sObject Describe", `/sobjects/Lead/describe`; what each property means: Object Reference,
// "API Field Properties" (developer.salesforce.com/docs/platform/object-reference/guide/access-for-fields.html, read
// 2026-11-28). Only fields that the user may see are in it.

import * as z from 'zod/mini'
import type { FieldFacts } from '../../shared/delivery/fit-fields.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { err, ok } from '../../shared/result.ts'
import { answerJson } from './answer-json.ts'
import { catalogOf, kindOf, optionsOf, type Written } from './check-fields.ts'
import type { Destination } from './destination.ts'
import { writtenBy } from './mapped-lead.ts'
import { callSalesforce, failed } from './salesforce-call.ts'
import { noteField, type PreparedRecord, type SalesforceSettings } from './salesforce-lead.ts'

export const writtenFields = ({ idField, revisionField, fields }: SalesforceSettings): Written[] => [
  { name: idField, as: 'text', isUnique: true },
  { name: revisionField, as: 'number' },
  ...writtenBy(fields.fields),
]

const fieldShape = z.object({
  name: z.string(),
  type: z.string(),
  length: z._default(z.number(), 0),
  createable: z.boolean(),
  updateable: z.boolean(),
  nillable: z.boolean(),
  defaultedOnCreate: z.boolean(),
  unique: z._default(z.boolean(), false),
  externalId: z._default(z.boolean(), false),
  restrictedPicklist: z._default(z.boolean(), false),
  picklistValues: z._default(z.array(z.object({ value: z.string(), active: z.boolean() })), []),
})
const describeShape = z.object({ fields: z.array(fieldShape) })

export const describeLead: NonNullable<Destination<SalesforceSettings, PreparedRecord>['describe']> = async (
  settings,
  io,
) => {
  const asked = { method: 'GET', path: '/sobjects/Lead/describe', answerBytesMax: metadataBytesMax } as const
  const answer = await callSalesforce(settings, io, asked)
  const isRead = answer.kind === 'answer' && answer.status === 200
  const found = isRead ? describeShape.safeParse(answerJson(answer.body)).data?.fields : undefined
  if (!found) return err(failed(answer, settings, io))
  const told = found.map(field => [field.name, factsOf(field)] as const)
  return ok(catalogOf(writtenFields(settings), noteField, told))
}

function factsOf(field: z.output<typeof fieldShape>): FieldFacts {
  const values = field.picklistValues.flatMap(({ value, active }) => (active ? [value] : []))
  const type = kindOf(field.type)
  return {
    type,
    isWritable: field.createable && field.updateable,
    isUnique: field.unique && field.externalId,
    isRequired: field.createable && !field.nillable && !field.defaultedOnCreate && type !== 'boolean',
    ...(type === 'text' && field.length > 0 ? { maxLength: field.length } : {}),
    // Others take values that are not in their list.
    ...(field.restrictedPicklist ? optionsOf(values) : {}),
  }
}
