// POST /crm/v3/objects/contacts/batch/upsert. Each input is written or refused by itself, all in one transaction.
//
// Some inputs refused: 207, the others are written. All refused: 207 when the inputs carry an objectWriteTraceId,
// else the whole call has the status of the first refusal. (HubSpot promises the 207 only for inputs with a trace
// id; we answer it for every mixed batch, so that a caller is never told less than what was written.)

import * as z from 'zod'
import { err, ok, type Result } from '../../shared/result.ts'
import { type Answer, jsonAnswer } from './answer.ts'
import { contactObject } from './contact-object.ts'
import type { Contact, ContactStore } from './contact-store.ts'
import { batchEntry, batchRefusalAnswer, validationError } from './errors.ts'
import { admitIdProperty } from './id-property.ts'
import { batchInputsMax, propertiesMax } from './limits.ts'
import { keptValue } from './property-rules.ts'
import { findContact, type WriteRefusal, writeContact } from './write-contact.ts'

/** Property values by name, as a request sends them. */
export const propertiesSchema = z
  .record(z.string(), z.string())
  .refine(properties => Object.keys(properties).length <= propertiesMax, `at most ${propertiesMax} properties`)

const inputSchema = z.object({
  id: z.string().min(1),
  idProperty: z.string().optional(),
  objectWriteTraceId: z.string().optional(),
  properties: propertiesSchema,
})
const batchSchema = z.object({ inputs: z.array(inputSchema).min(1).max(batchInputsMax) })
type Input = z.infer<typeof inputSchema>

/** Upserts a batch. `now` is asked for each time that appears in the answer. */
export function upsertContacts(store: ContactStore, body: unknown, now: () => Date): Answer {
  const startedAt = now().toISOString()
  const parsed = batchSchema.safeParse(body)
  if (!parsed.success) return validationError(`Invalid input JSON: ${z.prettifyError(parsed.error)}`)
  const inputs = parsed.data.inputs.map(input => ({ ...input, id: keptValue(input.idProperty ?? '', input.id) }))
  const refusal = refuseBatch(store, inputs)
  if (refusal !== undefined) return refusal

  const outcomes = store.transaction(() => inputs.map(input => upsertOne(store, input, now().toISOString())))
  const results = outcomes.flatMap(({ written }) => (written.ok ? [written.value] : []))
  const refused = outcomes.flatMap(({ written, traceId }) => (written.ok ? [] : [{ refusal: written.error, traceId }]))
  const [first] = refused
  if (first !== undefined && results.length === 0 && refused.some(({ traceId }) => traceId === undefined)) {
    return batchRefusalAnswer(first.refusal)
  }
  const errors = refused.map(({ refusal, traceId }) => batchEntry(refusal, traceId))
  return jsonAnswer(errors.length > 0 ? 207 : 200, {
    status: 'COMPLETE',
    results,
    startedAt,
    completedAt: now().toISOString(),
    ...(errors.length > 0 ? { numErrors: errors.length, errors } : {}),
  })
}

/** What is wrong with the batch as a whole; such a batch writes nothing. */
function refuseBatch(store: ContactStore, inputs: readonly Input[]): Answer | undefined {
  const seen = new Set<string>()
  const repeated = inputs.filter(({ id, idProperty = '' }) => {
    const key = `${idProperty} ${id}`
    return seen.has(key) || !seen.add(key)
  })
  if (repeated.length > 0) {
    const ids = [...new Set(repeated.map(({ id }) => id))]
    const message = `Duplicate IDs found in batch input: [${ids.join(', ')}]. IDs must be unique`
    return validationError(message, { context: { ids } })
  }
  for (const property of new Set(inputs.map(({ idProperty }) => idProperty))) {
    const refusal = property === undefined ? undefined : admitIdProperty(store, property)
    if (refusal !== undefined) return refusal
  }
  return undefined
}

interface Outcome {
  readonly traceId: string | undefined
  readonly written: Result<Record<string, unknown>, WriteRefusal>
}

function upsertOne(store: ContactStore, input: Input, at: string): Outcome {
  const traceId = input.objectWriteTraceId
  const found = findContact(store, input.id, input.idProperty)
  const existing: Contact | undefined = found.ok ? found.value : undefined
  if (!found.ok && input.idProperty === undefined) return { traceId, written: found }
  const properties = {
    ...(input.idProperty === undefined ? {} : { [input.idProperty]: input.id }),
    ...input.properties,
  }
  const written = writeContact(store, existing, properties, at)
  if (!written.ok) return { traceId, written: err(written.error) }
  const object = {
    ...contactObject(written.value, Object.keys(written.value.properties)),
    new: existing === undefined,
    ...(traceId === undefined ? {} : { objectWriteTraceId: traceId }),
  }
  return { traceId, written: ok(object) }
}
