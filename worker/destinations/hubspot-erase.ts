// HubSpot: the record of an erased person is found by our id and deleted by its own.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { ExternalId } from '../../shared/ids.ts'
import type { DeliveryIo } from './destination.ts'
import { hubspotFailure } from './hubspot-answers.ts'
import { authorized, contactsPath, type HubspotSettings } from './hubspot-call.ts'
import { type Looked, lookAt, lookAtRecord } from './hubspot-look.ts'

/**
 * @param recordId HubSpot's own id of the record, as the ledger keeps it from the delivery. A read may lag behind a write: what
 *   is not found by our id is deleted by this one.
 */
export async function eraseContact(
  externalId: ExternalId,
  settings: HubspotSettings,
  io: DeliveryIo,
  recordId?: string,
): Promise<DeliveryOutcome> {
  const [byOurs = absent] = await lookAt([externalId], [settings.idProperty], settings, io)
  const looked = byOurs.kind === 'absent' && recordId ? await lookAtRecord(recordId, settings, io) : byOurs
  if (looked.kind === 'failed') return looked.failure
  const owner = looked.kind === 'held' ? looked.contact.properties[settings.idProperty] : undefined
  // Somebody took our id out of the record, and another lead has it since.
  const isAnothers = looked !== byOurs && !!owner && owner !== externalId
  const id = looked.kind === 'held' ? looked.contact.id : recordId
  if (id === undefined || isAnothers) return { kind: 'delivered', externalId }
  const request = authorized(settings, io, { method: 'DELETE', path: `${contactsPath}/${id}` })
  if (!request) return { kind: 'blocked', reason: 'secret_missing' }
  const answer = await io.call(request)
  const isGone = answer.kind === 'answer' && (answer.status === 204 || answer.status === 404)
  return isGone ? { kind: 'delivered', externalId } : hubspotFailure(answer, io.now())
}

const absent: Looked = { kind: 'absent' }
