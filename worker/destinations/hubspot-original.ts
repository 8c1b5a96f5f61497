// HubSpot: whose original source stands in a record. It never moves, and HubSpot has no "write only where empty": so a record
// that may be there already is looked at before it is written. A lead in its first revision is new, and needs no look.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { DeliveryIo } from './destination.ts'
import { hubspotFailure, readContact } from './hubspot-answers.ts'
import { authorized, contactsPath, type HubspotSettings } from './hubspot-call.ts'
import { hubspotPropertyNames, type PreparedContact } from './hubspot-contact.ts'
import { unambiguous } from './unambiguous.ts'

/** The properties by which a record tells of its original source. */
export const originalNames = [hubspotPropertyNames.originalSource, hubspotPropertyNames.originalAt] as const

/** The contact as it may be written, or the outcome when the record could not be looked at: then nothing is written. */
export async function withOriginalKept(
  contact: PreparedContact,
  settings: HubspotSettings,
  io: DeliveryIo,
): Promise<PreparedContact | DeliveryOutcome> {
  if (contact.revision <= 1) return contact
  const query = `idProperty=${settings.idProperty}&properties=${originalNames.join(',')}`
  const path = `${contactsPath}/${encodeURIComponent(contact.externalId)}?${query}`
  const look = authorized(settings, io, { method: 'GET', path })
  if (!look) return { kind: 'blocked', reason: 'secret_missing' }
  const answer = await io.call(look)
  const held = readContact(answer)
  if (held) return besideOriginal(contact, held.properties)
  const isAbsent = answer.kind === 'answer' && answer.status === 404
  return isAbsent ? contact : unambiguous(hubspotFailure(answer, io.now()))
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
