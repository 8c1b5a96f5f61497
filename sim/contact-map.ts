// The contacts of the stand-in CRM in memory: its store behind the same interface, so that its rules of HubSpot are the
// real ones and a call costs no disk.

import type { Contact, ContactStore, Properties } from '../local/crm/contact-store.ts'

/** An empty store that tells of every write. */
export function contactMap(onWrite: (properties: Properties) => void): ContactStore {
  const contacts = new Map<string, Contact>()
  const ids = new Map<string, string>()
  const unique = new Set<string>(['email'])
  let last = 500
  const keysOf = ({ properties }: Contact) =>
    [...unique].flatMap(name => (properties[name] === undefined ? [] : [`${name} ${properties[name]}`]))
  const put = (contact: Contact): Contact => {
    const before = contacts.get(contact.id)
    if (before) for (const key of keysOf(before)) if (ids.get(key) === contact.id) ids.delete(key)
    contacts.set(contact.id, contact)
    if (contact.archivedAt === null) for (const key of keysOf(contact)) ids.set(key, contact.id)
    return contact
  }
  const present = (id: string): Contact => {
    const contact = contacts.get(id)
    if (!contact) throw new Error('a write to a contact that is not there')
    return contact
  }
  const all = () => [...contacts.values()].filter(({ archivedAt }) => archivedAt === null)
  return {
    transaction: work => work(),
    byId: id => contacts.get(id),
    byUniqueValue: (property, value) => contacts.get(ids.get(`${property} ${value}`) ?? ''),
    insert: (properties, at) => {
      onWrite(properties)
      last += 1
      return put({ id: String(last), properties, writes: 1, createdAt: at, updatedAt: at, archivedAt: null })
    },
    update: (id, properties, at) => {
      onWrite(properties)
      const before = present(id)
      return put({ ...before, properties, writes: before.writes + 1, updatedAt: at })
    },
    archive: (id, at) => {
      put({ ...present(id), archivedAt: at, updatedAt: at })
    },
    all,
    count: () => all().length,
    uniqueProperties: () => [...unique].filter(name => name !== 'email'),
    declareUnique: property => {
      unique.add(property)
      for (const contact of all()) put(contact)
    },
    forget: () => {
      contacts.clear()
      ids.clear()
    },
    close: () => {},
  }
}
