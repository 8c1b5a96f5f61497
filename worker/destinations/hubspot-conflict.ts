// HubSpot: the address of a lead belongs to another contact, which the answer names. One address is one contact there. If the
// contact is nobody's lead, it is this person's and ours to update; if it is another lead's, ours is written beside it; if that
// lead is being erased, ours waits.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { DeliveryIo } from './destination.ts'
import { type HubspotFailure, readContact } from './hubspot-answers.ts'
import { authorized, contactsPath, type HubspotSettings, patchContact, upsertContacts } from './hubspot-call.ts'
import { type PreparedContact, withSharedEmail } from './hubspot-contact.ts'
import { besideOriginal, originalNames } from './hubspot-original.ts'

type HeldContact = NonNullable<ReturnType<typeof readContact>>

/** What becomes of an upsert's outcome: itself, or what came of settling with the record in the way. */
export async function settleConflict(
  outcome: DeliveryOutcome | HubspotFailure,
  contact: PreparedContact | undefined,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  if (!('existingId' in outcome)) return outcome
  const { existingId, ...failure } = outcome
  if (!contact || !existingId) return failure
  const properties = ['email', settings.idProperty, ...originalNames].join(',')
  const path = `${contactsPath}/${existingId}?properties=${properties}`
  const look = authorized(settings, io, { method: 'GET', path })
  const held = look && readContact(await io.call(look))
  const { email } = contact.properties
  if (!held || email === undefined) return failure
  // An answer that names somebody else's record must not move us to write anything.
  if (held.properties['email']?.toLowerCase() !== email) return failure
  const owner = held.properties[settings.idProperty]
  if (!owner || owner === contact.externalId) return adopt(contact, held, settings, io)
  // It frees the address when it goes: beside it, this lead would be without one for good.
  if (await io.isBeingErased?.(owner)) return failure
  return writeBeside(contact, settings, io)
}

// Two people behind one mailbox. If each took the record over, every delivery would turn one person into the other.
async function writeBeside(
  contact: PreparedContact,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  const upserted = await upsertContacts([withSharedEmail(contact)], settings, io)
  const outcome = upserted.kind === 'answered' ? upserted.outcomes[0] : upserted.failure
  if (!outcome) return { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }
  if (!('existingId' in outcome)) return outcome
  // Without an address only our own id can be in the way, in a race with another delivery: the next attempt finds it.
  const { existingId: _, ...failure } = outcome
  return failure
}

async function adopt(
  contact: PreparedContact,
  held: HeldContact,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  const { properties } = besideOriginal(contact, held.properties)
  const ours = { ...properties, [settings.idProperty]: contact.externalId }
  const delivered = { kind: 'delivered', externalId: contact.externalId, recordId: held.id } as const
  return (await patchContact(held.id, ours, settings, io)) ?? { ...delivered, answer: { status: 200 } }
}
