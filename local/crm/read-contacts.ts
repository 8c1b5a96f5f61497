// POST /crm/v3/objects/contacts/batch/read. What is there is in `results`; what is not there makes the answer a 207 with one
// error that names the ids.

import * as z from 'zod'
import { type Answer, jsonAnswer } from './answer.ts'
import { contactObject } from './contact-object.ts'
import type { ContactStore } from './contact-store.ts'
import { validationError } from './errors.ts'
import { admitIdProperty } from './id-property.ts'
import { batchInputsMax } from './limits.ts'
import { keptValue } from './property-rules.ts'
import { findContact } from './write-contact.ts'

const readSchema = z.object({
  inputs: z
    .array(z.object({ id: z.string().min(1) }))
    .min(1)
    .max(batchInputsMax),
  idProperty: z.string().optional(),
  properties: z.array(z.string()),
  propertiesWithHistory: z.array(z.string()),
})

/** Reads a batch, by HubSpot's own id or by the value of a unique property. */
export function readContacts(store: ContactStore, body: unknown, now: () => Date): Answer {
  const parsed = readSchema.safeParse(body)
  if (!parsed.success) return validationError(`Invalid input JSON: ${z.prettifyError(parsed.error)}`)
  const { inputs, idProperty, properties } = parsed.data
  const refusal = idProperty === undefined ? undefined : admitIdProperty(store, idProperty)
  if (refusal !== undefined) return refusal
  const at = now().toISOString()
  const found = inputs.map(({ id }) => ({
    id,
    contact: findContact(store, keptValue(idProperty ?? '', id), idProperty),
  }))
  const results = found.flatMap(({ contact }) => (contact.ok ? [contactObject(contact.value, properties)] : []))
  const missing = found.flatMap(({ id, contact }) => (contact.ok ? [] : [id]))
  const error = {
    status: 'error',
    category: 'OBJECT_NOT_FOUND',
    message: 'Could not get some CONTACT objects, they may be deleted or not exist. Check that ids are valid.',
    errors: [],
    context: { ids: missing },
    links: {},
  }
  return jsonAnswer(missing.length > 0 ? 207 : 200, {
    status: 'COMPLETE',
    results,
    startedAt: at,
    completedAt: at,
    ...(missing.length > 0 ? { numErrors: 1, errors: [error] } : {}),
  })
}
