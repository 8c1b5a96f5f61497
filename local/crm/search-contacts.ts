// POST /crm/v3/objects/contacts/search: filters, free text, order and paging over all contacts.
// Unlike HubSpot's index, which lags some seconds behind, it sees every write at once.

import * as z from 'zod'
import { type Answer, jsonAnswer } from './answer.ts'
import { contactObject, propertyOf } from './contact-object.ts'
import type { Contact, ContactStore } from './contact-store.ts'
import { validationError } from './errors.ts'
import {
  searchFiltersPerGroupMax,
  searchGroupsMax,
  searchReachMax,
  searchResultsDefault,
  searchResultsMax,
  searchValuesMax,
} from './limits.ts'
import { matchesFilter, operators } from './search-filter.ts'

const value = z.string()
const filterSchema = z.object({
  propertyName: z.string().min(1),
  operator: z.enum(operators),
  value: value.optional(),
  highValue: value.optional(),
  values: z.array(value).max(searchValuesMax).optional(),
})
const sortSchema = z.union([
  z.string().transform(text => ({ propertyName: text.replace(/^-/, ''), descending: text.startsWith('-') })),
  z
    .object({ propertyName: z.string(), direction: z.enum(['ASCENDING', 'DESCENDING']).default('ASCENDING') })
    .transform(({ propertyName, direction }) => ({ propertyName, descending: direction === 'DESCENDING' })),
])
const searchSchema = z.object({
  filterGroups: z
    .array(z.object({ filters: z.array(filterSchema).max(searchFiltersPerGroupMax) }))
    .max(searchGroupsMax)
    .default([]),
  properties: z.array(z.string()).default([]),
  sorts: z.array(sortSchema).max(1).default([]),
  query: z.string().max(3_000).default(''),
  limit: z.int().min(0).max(searchResultsMax).default(searchResultsDefault),
  after: z
    .union([z.string(), z.number()])
    .transform(String)
    .pipe(z.string().regex(/^\d{0,6}$/))
    .default(''),
})
type Search = z.infer<typeof searchSchema>

/** Searches the contacts that are not archived. */
export function searchContacts(store: ContactStore, body: unknown): Answer {
  const parsed = searchSchema.safeParse(body)
  if (!parsed.success) return validationError(`Invalid input JSON: ${z.prettifyError(parsed.error)}`)
  const search = parsed.data
  const start = Number(search.after)
  if (start + search.limit > searchReachMax) {
    return validationError(`Paging through search reaches at most ${searchReachMax} results`)
  }
  const found = inOrder(
    store.all().filter(contact => matches(contact, search)),
    search,
  )
  const end = start + search.limit
  return jsonAnswer(200, {
    total: found.length,
    results: found.slice(start, end).map(contact => contactObject(contact, search.properties)),
    ...(end < found.length && search.limit > 0 ? { paging: { next: { after: String(end) } } } : {}),
  })
}

/** Groups are alternatives, the filters of a group must all hold. */
function matches(contact: Contact, { filterGroups, query }: Search): boolean {
  const inText =
    query === '' ||
    ['firstname', 'lastname', 'email', 'phone', 'company'].some(name =>
      propertyOf(contact, name)?.toLowerCase().includes(query.toLowerCase()),
    )
  const holds = filterGroups.some(({ filters }) =>
    filters.every(filter => matchesFilter(propertyOf(contact, filter.propertyName), filter)),
  )
  return inText && (filterGroups.length === 0 || holds)
}

function inOrder(contacts: readonly Contact[], { sorts: [sort] }: Search): readonly Contact[] {
  if (sort === undefined) return contacts
  const keyOf = (contact: Contact): string => propertyOf(contact, sort.propertyName) ?? ''
  const sign = sort.descending ? -1 : 1
  return contacts.toSorted((a, b) => sign * (keyOf(a) < keyOf(b) ? -1 : keyOf(a) > keyOf(b) ? 1 : 0))
}
