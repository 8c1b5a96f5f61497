// GET /crm/v3/objects/contacts: the contacts by id, page by page. The cursor is the last id of the page before.

import { type Answer, jsonAnswer } from './answer.ts'
import { contactObject } from './contact-object.ts'
import type { ContactStore } from './contact-store.ts'
import { validationError } from './errors.ts'
import { listResultsDefault, listResultsMax } from './limits.ts'

/** Lists the contacts that are not archived. */
export function listContacts(store: ContactStore, query: URLSearchParams): Answer {
  const limit = Number(query.get('limit') ?? listResultsDefault)
  if (!Number.isInteger(limit) || limit < 1 || limit > listResultsMax) {
    return validationError(`limit must be between 1 and ${listResultsMax}`)
  }
  const after = query.get('after') ?? '0'
  if (!/^\d{1,15}$/.test(after)) return validationError('after is not a cursor of this list')
  const properties = query.getAll('properties').flatMap(list => list.split(','))
  const rest = store.all().filter(({ id }) => Number(id) > Number(after))
  const page = rest.slice(0, limit)
  const last = page.at(-1)
  return jsonAnswer(200, {
    results: page.map(contact => contactObject(contact, properties)),
    ...(last !== undefined && rest.length > limit ? { paging: { next: { after: last.id } } } : {}),
  })
}
