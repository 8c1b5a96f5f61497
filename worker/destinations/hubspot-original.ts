// HubSpot: whose original source stands in a record. It never moves, and HubSpot has no "write only where empty": so a record
// that may be there already is looked at before it is written. A lead in its first revision is new, and needs no look.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { DeliveryIo } from './destination.ts'
import type { HubspotSettings } from './hubspot-call.ts'
import { hubspotPropertyNames, type PreparedContact } from './hubspot-contact.ts'
import { lookAt } from './hubspot-look.ts'

/** The properties by which a record tells of its original source. */
export const originalNames = [hubspotPropertyNames.originalSource, hubspotPropertyNames.originalAt] as const

/** Each contact as it may be written, or the outcome when its record could not be looked at: then nothing is written. */
export async function withOriginalsKept(
  contacts: readonly PreparedContact[],
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<(PreparedContact | DeliveryOutcome)[]> {
  const known = contacts.filter(({ revision }) => revision > 1)
  const looked = (
    await lookAt(
      known.map(({ externalId }) => externalId),
      originalNames,
      settings,
      io,
    )
  ).values()
  return contacts.map(contact => {
    const found = contact.revision > 1 ? looked.next().value : undefined
    if (found?.kind === 'failed') return found.failure
    return found?.kind === 'held' ? besideOriginal(contact, found.contact.properties) : contact
  })
}

/**
 * What is written beside what the record holds. Its source stays, unless ours is of an earlier touch: a submission that
 * arrived late shows where the person came from first. A source without a time was there before us.
 */
export function besideOriginal(
  contact: PreparedContact,
  held: Readonly<Record<string, string | null | undefined>>,
): PreparedContact {
  if (!held[hubspotPropertyNames.originalSource]) return contact
  const theirs = Date.parse(held[hubspotPropertyNames.originalAt] ?? '')
  const ours = Date.parse(contact.properties[hubspotPropertyNames.originalAt] ?? '')
  return ours <= theirs ? contact : { ...contact, properties: contact.latestProperties }
}
