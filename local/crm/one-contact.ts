// GET, PATCH and DELETE /crm/v3/objects/contacts/{id}. The id is HubSpot's own, or with `?idProperty=` the value of
// a unique property. A deleted contact is archived: only `GET ?archived=true` still shows it.

import * as z from 'zod'
import type { Answer } from './answer.ts'
import { emptyAnswer, jsonAnswer } from './answer.ts'
import { contactObject } from './contact-object.ts'
import type { ContactStore } from './contact-store.ts'
import { notAllowed, refusalAnswer, validationError } from './errors.ts'
import { admitIdProperty } from './id-property.ts'
import { keptValue } from './property-rules.ts'
import { propertiesSchema } from './upsert-contacts.ts'
import { findContact, writeContact } from './write-contact.ts'

/** What a call about one contact says. */
export interface ContactCall {
  readonly method: string
  readonly id: string
  readonly query: URLSearchParams
  readonly body: unknown
}

const patchSchema = z.object({ properties: propertiesSchema })

/** Reads, updates or archives one contact. */
export function answerOneContact(store: ContactStore, call: ContactCall, now: () => Date): Answer {
  const idProperty = call.query.get('idProperty') ?? undefined
  const refusal = idProperty === undefined ? undefined : admitIdProperty(store, idProperty)
  if (refusal !== undefined) return refusal
  const id = keptValue(idProperty ?? '', call.id)
  switch (call.method) {
    case 'GET':
      return readContact(store, id, idProperty, call.query)
    case 'PATCH':
      return updateContact(store, id, idProperty, call.body, now)
    case 'DELETE':
      return archiveContact(store, id, now)
    default:
      return notAllowed()
  }
}

function readContact(store: ContactStore, id: string, idProperty: string | undefined, query: URLSearchParams): Answer {
  const properties = query.getAll('properties').flatMap(list => list.split(','))
  if (query.get('archived') === 'true') {
    const archived = store.byId(id)
    if (archived !== undefined && archived.archivedAt !== null)
      return jsonAnswer(200, contactObject(archived, properties))
    return refusalAnswer({ kind: 'not-found', id })
  }
  const found = findContact(store, id, idProperty)
  return found.ok ? jsonAnswer(200, contactObject(found.value, properties)) : refusalAnswer(found.error)
}

function updateContact(
  store: ContactStore,
  id: string,
  idProperty: string | undefined,
  body: unknown,
  now: () => Date,
): Answer {
  const parsed = patchSchema.safeParse(body)
  if (!parsed.success) return validationError(`Invalid input JSON: ${z.prettifyError(parsed.error)}`)
  return store.transaction(() => {
    const found = findContact(store, id, idProperty)
    if (!found.ok) return refusalAnswer(found.error)
    const written = writeContact(store, found.value, parsed.data.properties, now().toISOString())
    if (!written.ok) return refusalAnswer(written.error)
    return jsonAnswer(200, contactObject(written.value, Object.keys(written.value.properties)))
  })
}

function archiveContact(store: ContactStore, id: string, now: () => Date): Answer {
  const found = findContact(store, id)
  if (!found.ok) return refusalAnswer(found.error)
  store.archive(found.value.id, now().toISOString())
  return emptyAnswer(204)
}
