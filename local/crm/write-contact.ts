// Writes one contact as HubSpot would, or says why not. Runs inside the caller's transaction.
// One e-mail is one contact; a custom property that was ever used as an idProperty is unique from then on.

import { err, ok, type Result } from '../../shared/result.ts'
import type { Contact, ContactStore, Properties } from './contact-store.ts'
import { type PropertyIssue, readProperties } from './property-rules.ts'

/** Why a contact was not written. */
export type WriteRefusal =
  | { readonly kind: 'not-found'; readonly id: string }
  | { readonly kind: 'invalid-properties'; readonly issues: readonly PropertyIssue[] }
  | { readonly kind: 'email-taken'; readonly email: string; readonly existingId: string }
  | {
      readonly kind: 'unique-value-taken'
      readonly property: string
      readonly value: string
      readonly existingId: string
      readonly ownId: string
    }

/** Creates a contact, or updates `existing`. An empty value clears a property, an absent one is left alone. */
export function writeContact(
  store: ContactStore,
  existing: Contact | undefined,
  properties: Properties,
  at: string,
): Result<Contact, WriteRefusal> {
  const { kept, issues } = readProperties(properties)
  if (issues.length > 0) return err({ kind: 'invalid-properties', issues })
  const taken = findTaken(store, existing, kept)
  if (taken !== undefined) return err(taken)

  const merged = Object.entries({ ...existing?.properties, ...kept }).filter(([, value]) => value !== '')
  const after = Object.fromEntries(merged)
  return ok(existing === undefined ? store.insert(after, at) : store.update(existing.id, after, at))
}

/** The contact that an id names, or why there is none. Without `idProperty` the id is HubSpot's own. */
export function findContact(store: ContactStore, id: string, idProperty?: string): Result<Contact, WriteRefusal> {
  const found = idProperty === undefined ? store.byId(id) : store.byUniqueValue(idProperty, id)
  return found === undefined || found.archivedAt !== null ? err({ kind: 'not-found', id }) : ok(found)
}

function findTaken(store: ContactStore, existing: Contact | undefined, kept: Properties): WriteRefusal | undefined {
  const ownerOf = (property: string): Contact | undefined => {
    const value = Object.hasOwn(kept, property) ? kept[property] : undefined
    const owner = value === undefined || value === '' ? undefined : store.byUniqueValue(property, value)
    return owner === undefined || owner.id === existing?.id ? undefined : owner
  }
  const emailOwner = ownerOf('email')
  if (emailOwner !== undefined) {
    return { kind: 'email-taken', email: kept.email ?? '', existingId: emailOwner.id }
  }
  for (const property of store.uniqueProperties()) {
    const owner = ownerOf(property)
    if (owner === undefined) continue
    const value = kept[property] ?? ''
    return { kind: 'unique-value-taken', property, value, existingId: owner.id, ownId: existing?.id ?? 'new contact' }
  }
  return undefined
}
