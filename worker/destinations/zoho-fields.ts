// Zoho: what the account says of the fields of a module, and which of them are written.
// API: "Fields Meta Data", `GET /settings/fields?module=Leads` (zoho.com/crm/developer/docs/api/v8/field-meta.html, read
// 2026-11-28). It needs the scope ZohoCRM.settings.fields.READ. What a layout requires on top is not in it.

import * as z from 'zod/mini'
import type { FieldFacts } from '../../shared/delivery/fit-fields.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { err, ok } from '../../shared/result.ts'
import { answerJson } from './answer-json.ts'
import { catalogOf, kindOf, optionsOf, type Written } from './check-fields.ts'
import type { Destination } from './destination.ts'
import { writtenBy } from './mapped-lead.ts'
import { zohoFailure } from './zoho-answers.ts'
import { callZoho, type ZohoSettings } from './zoho-call.ts'
import { noteField, type PreparedLead } from './zoho-lead.ts'

export const writtenFields = ({ idField, revisionField, fields }: ZohoSettings): Written[] => [
  { name: idField, as: 'text', isUnique: true },
  { name: revisionField, as: 'text' },
  ...writtenBy(fields.fields),
]

const fieldShape = z.object({
  api_name: z.string(),
  data_type: z.string(),
  length: z.optional(z.number()),
  system_mandatory: z.optional(z.boolean()),
  read_only: z.optional(z.boolean()),
  operation_type: z.optional(z.object({ api_create: z.optional(z.boolean()) })),
  /** `{}` where duplicates are allowed. */
  unique: z.optional(z.record(z.string(), z.unknown())),
  pick_list_values: z._default(
    z.array(z.object({ display_value: z.optional(z.string()), actual_value: z.optional(z.string()) })),
    [],
  ),
})
const fieldsShape = z.object({ fields: z.array(fieldShape) })

export const describeModule: NonNullable<Destination<ZohoSettings, PreparedLead>['describe']> = async (
  settings,
  io,
) => {
  const path = `/settings/fields?module=${settings.module}`
  const answer = await callZoho({ method: 'GET', path, answerBytesMax: metadataBytesMax }, settings, io)
  if (answer.kind === 'none') return err(answer.outcome)
  const isRead = answer.kind === 'answer' && answer.status === 200
  const found = isRead ? fieldsShape.safeParse(answerJson(answer.body)).data?.fields : undefined
  if (!found) return err(zohoFailure(answer, io.now()))
  const told = found.map(field => [field.api_name, factsOf(field)] as const)
  return ok(catalogOf(writtenFields(settings), noteField, told))
}

function factsOf(field: z.output<typeof fieldShape>): FieldFacts {
  const values = field.pick_list_values.flatMap(({ display_value: shown, actual_value: kept }) => [shown, kept])
  const options = [...new Set(values.filter(value => value !== undefined))]
  const type = kindOf(field.data_type)
  const isList = type === 'picklist' || type === 'multi_picklist'
  return {
    type,
    isWritable: field.read_only !== true && field.operation_type?.api_create !== false,
    isUnique: Object.keys(field.unique ?? {}).length > 0,
    isRequired: field.system_mandatory === true,
    ...(type === 'text' && field.length ? { maxLength: field.length } : {}),
    ...(isList ? optionsOf(options) : {}),
  }
}
