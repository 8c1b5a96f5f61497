// A contact as HubSpot's API shows it. Pure.

import type { Contact, Properties } from './contact-store.ts'

const shownByDefault = ['email', 'firstname', 'lastname']

/** All properties of a contact, with the three that HubSpot maintains itself. */
export const allProperties = (contact: Contact): Properties => ({
  ...contact.properties,
  createdate: contact.createdAt,
  hs_object_id: contact.id,
  lastmodifieddate: contact.updatedAt,
})

/** The value of a property, or undefined. */
export function propertyOf(contact: Contact, name: string): string | undefined {
  const properties = allProperties(contact)
  return Object.hasOwn(properties, name) ? properties[name] : undefined
}

/** A contact as an object of the API, with the properties asked for. Properties without a value are left out. */
export function contactObject(contact: Contact, asked: readonly string[] = shownByDefault): Record<string, unknown> {
  const shown = new Set([
    ...(asked.length > 0 ? asked : shownByDefault),
    'createdate',
    'hs_object_id',
    'lastmodifieddate',
  ])
  return {
    id: contact.id,
    properties: Object.fromEntries(Object.entries(allProperties(contact)).filter(([name]) => shown.has(name))),
    createdAt: contact.createdAt,
    updatedAt: contact.updatedAt,
    archived: contact.archivedAt !== null,
    ...(contact.archivedAt === null ? {} : { archivedAt: contact.archivedAt }),
  }
}
