// Attio: what the workspace says of the attributes of people, and which of them are written.
// API: docs.attio.com/rest-api/endpoint-reference/attributes/list-attributes (read 2026-11-28); archived ones are not listed.
// What a select takes is not in it.

import * as z from 'zod/mini'
import type { FieldFacts } from '../../shared/delivery/fit-fields.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { err, ok } from '../../shared/result.ts'
import { attioFailure, success } from './attio-answers.ts'
import { call } from './attio-call.ts'
import { type AttioSettings, nameParts, noteField, type PreparedPerson } from './attio-person.ts'
import { catalogOf, kindOf, type Written } from './check-fields.ts'
import type { Destination } from './destination.ts'
import { writtenBy } from './mapped-lead.ts'

/** Attributes that are asked for: more than a workspace has. */
const attributesMax = 500

export const writtenFields = ({ idField, revisionField, fields }: AttioSettings): Written[] => [
  { name: idField, as: 'text' },
  { name: revisionField, as: 'number' },
  ...writtenBy(fields.fields),
]

const attributeShape = z.object({
  api_slug: z.string(),
  type: z.string(),
  is_writable: z.boolean(),
  is_required: z.boolean(),
})
const attributesShape = z.object({ data: z.array(attributeShape) })

export const describePeople: NonNullable<Destination<AttioSettings, PreparedPerson>['describe']> = async (
  settings,
  io,
) => {
  const path = `/v2/objects/people/attributes?limit=${attributesMax}`
  const answer = await call({ method: 'GET', path, answerBytesMax: metadataBytesMax }, settings, io)
  if (answer.kind === 'blocked') return err(answer)
  const found = attributesShape.safeParse(success(answer)).data?.data
  if (!found) return err(attioFailure(answer, io.now()))
  const told = found.flatMap(attribute => namesOf(attribute).map(name => [name, factsOf(attribute)] as const))
  return ok(catalogOf(writtenFields(settings), noteField, told))
}

const isName = ({ type }: z.output<typeof attributeShape>) => type === 'personal-name'
const namesOf = (attribute: z.output<typeof attributeShape>) => (isName(attribute) ? nameParts : [attribute.api_slug])

const factsOf = (attribute: z.output<typeof attributeShape>): FieldFacts => ({
  type: kindOf(attribute.type === 'checkbox' ? 'boolean' : attribute.type),
  isWritable: attribute.is_writable,
  // One part of a name is a name.
  isRequired: attribute.is_required && !isName(attribute),
})
