// HubSpot: what the portal says of its contact properties, and which of them are written.
// API: developers.hubspot.com/docs/api-reference/legacy/crm/properties/get-properties, `GET /crm/v3/properties/contacts`
// (read 2026-11-28). The scope crm.objects.contacts.read is enough for it.

import * as z from 'zod/mini'
import type { FieldCatalog, FieldFacts } from '../../shared/delivery/fit-fields.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { answerJson } from './answer-json.ts'
import { catalogOf, kindOf, optionsOf, type Written } from './check-fields.ts'
import type { DeliveryIo, Failure } from './destination.ts'
import { hubspotFailure } from './hubspot-answers.ts'
import { authorized, type HubspotSettings } from './hubspot-call.ts'
import { hubspotPropertyNames, propertyNames } from './hubspot-contact.ts'

/** Every property that a lead may fill. A text takes numbers too, so that only texts must not meet a number. */
export const writtenProperties = ({ idProperty, form }: HubspotSettings): Written[] => [
  { name: idProperty, as: 'text', isUnique: true },
  ...propertyNames().map((name): Written => (numbers.includes(name) ? { name } : { name, as: 'text' })),
  ...(form ? [{ name: hubspotPropertyNames.formSubmission, as: 'text' } as const] : []),
]
const numbers: readonly string[] = [hubspotPropertyNames.revision, 'lead_capture_submissions']

const propertyShape = z.object({
  name: z.string(),
  type: z.string(),
  fieldType: z.optional(z.string()),
  hasUniqueValue: z.optional(z.boolean()),
  calculated: z.optional(z.boolean()),
  options: z._default(z.array(z.object({ value: z.string() })), []),
  modificationMetadata: z.optional(z.object({ readOnlyValue: z.optional(z.boolean()) })),
})
const propertiesShape = z.object({ results: z.array(propertyShape) })

export async function describeContacts(
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<Result<FieldCatalog, Failure>> {
  const request = authorized(settings, io, { method: 'GET', path: '/crm/v3/properties/contacts' })
  if (!request) return err({ kind: 'blocked', reason: 'secret_missing' })
  const answer = await io.call({ ...request, answerBytesMax: metadataBytesMax })
  const isRead = answer.kind === 'answer' && answer.status === 200
  const found = isRead ? propertiesShape.safeParse(answerJson(answer.body)).data?.results : undefined
  if (!found) return err(hubspotFailure(answer, io.now()))
  const told = found.map(property => [property.name, factsOf(property)] as const)
  return ok(catalogOf(writtenProperties(settings), hubspotPropertyNames.note, told))
}

function factsOf(property: z.output<typeof propertyShape>): FieldFacts {
  const { type, fieldType, options } = property
  const values = options.map(({ value }) => value)
  const isList = type === 'enumeration'
  const picklist = fieldType === 'checkbox' ? 'multi_picklist' : 'picklist'
  return {
    type: isList ? picklist : kindOf(type),
    isWritable: property.modificationMetadata?.readOnlyValue !== true && property.calculated !== true,
    isUnique: property.hasUniqueValue === true,
    ...(isList ? optionsOf(values) : {}),
  }
}

/** The scopes that a refusal asks for. Only HubSpot's own names are taken. */
export const scopesIn = (body: string): string[] => [
  ...new Set((body.match(/\bcrm\.(?:objects|schemas)\.[a-z_]+\.[a-z]+\b/g) ?? []).slice(0, 10)),
]
