// RD Station Marketing: one conversion for each submission of a lead, never two for one.
// A contact takes 24 conversions a day and a repetition is one more, so the contact is looked at first: it shows the revision
// that it converted with. API: developers.rdstation.com, "Evento de conversão do contato", "Contatos", "Limite de requisições
// da API": 120 calls a minute on the smaller plans (read 2026-11-24).

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { ExternalId } from '../../shared/ids.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { ok } from '../../shared/result.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination } from './destination.ts'
import { sparing } from './mapped-lead.ts'
import { oneByOne } from './one-by-one.ts'
import { type Called, isAccepted, rdStationFailure, readContact, readFieldNames } from './rd-station-answers.ts'
import { callRdStation, type RdStationSettings, rdStationSettingsShape } from './rd-station-call.ts'
import {
  contactBody,
  conversionBody,
  type PreparedConversion,
  prepareConversion,
  textsOf,
} from './rd-station-conversion.ts'
import { unambiguous } from './unambiguous.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

/** How long a conversion may take to show in its contact, by our own estimate: RD Station answers before it is worked through. */
const settlingSeconds = 60

export const rdStation = {
  id: 'rd-station',
  settings: rdStationSettingsShape,
  // Two or three calls a lead.
  pace: { calls: 40, perSeconds: 60, deliveriesPerCall: 1 },
  secrets: ({ clientSecretName, refreshTokenName }) => [clientSecretName, refreshTokenName],
  prepare: prepareConversion,
  ...sparing,

  deliver: (prepared, settings, io) => oneByOne(prepared, one => convert(one, settings, io)),

  async check(settings, io) {
    const answer = await callRdStation(
      { method: 'GET', path: '/contacts/fields', answerBytesMax: metadataBytesMax },
      settings,
      io,
    )
    if (answer.kind === 'answer' && answer.status === 200) {
      const names = readFieldNames(answer)
      if (!names) return { kind: 'ready', notes: ['fields_unread'] }
      // Without the field of the revision nothing would tell that a contact has converted, and each retry would convert again.
      // Only fields of the account's own are in the list by the name that is written.
      const own = settings.fields.fields.map(({ to }) => to).filter(name => name.startsWith('cf_'))
      const written = [settings.idField, settings.revisionField, ...own].map(name => ({ name }))
      const told = names.map(name => [name, { type: 'text', isWritable: true }] as const)
      return checkFields(ok(Object.fromEntries(told)), written)
    }
    return failedCheck(failureIn(answer, io))
  },

  // No `find`: RD Station finds a contact by address or by its own id. `deliver` looks before each conversion instead.

  /**
   * @param recordId the contact's own id, as the ledger keeps it from the delivery. Without it the erasure is parked, so that
   *   somebody erases the contact by hand: counting it as done would leave a person there.
   */
  async erase(externalId: ExternalId, settings: RdStationSettings, io: DeliveryIo, recordId?: string) {
    if (!recordId) return { kind: 'rejected', reason: 'missing_required', field: 'uuid' }
    const answer = await callRdStation({ method: 'DELETE', path: `/contacts/uuid:${recordId}` }, settings, io)
    const isGone = answer.kind === 'answer' && (answer.status === 204 || answer.status === 404)
    return isGone ? { kind: 'delivered', externalId } : failureIn(answer, io)
  },
} satisfies Destination<RdStationSettings, PreparedConversion>

async function convert(one: PreparedConversion, settings: RdStationSettings, io: DeliveryIo): Promise<DeliveryOutcome> {
  const { externalId } = one
  // The vendor's only key is the address, and it stands in the path: there it goes to the vendor, and into nothing of ours.
  const path = `/contacts/email:${encodeURIComponent(one.email)}`
  const looked = await callRdStation({ method: 'GET', path }, settings, io)
  const seen = readContact(looked)
  const isAbsent = looked.kind === 'answer' && looked.status === 404
  // Nothing was written yet, so that nothing is in doubt. What is refused is the address, and so the lead.
  if (!seen && !isAbsent) return unambiguous(failureIn(looked, io))
  const theirs = textsOf(seen)
  const revision = Number.parseInt(theirs[settings.revisionField] ?? '', 10)
  const isConverted = theirs[settings.idField] === externalId && revision >= one.revision
  // A contact that is new is made first: so its fields are checked before a conversion is spent, and its id is known.
  const isWritten = isConverted || !seen
  const body = contactBody(one, theirs, settings.idField)
  const written = isWritten ? await callRdStation({ method: 'PATCH', path, body }, settings, io) : undefined
  const contact = written ? readContact(written) : seen
  if (!contact) return failureIn(written ?? looked, io)
  const delivered: DeliveryOutcome = { kind: 'delivered', externalId, recordId: contact.uuid, answer: { status: 200 } }
  if (isConverted) return delivered
  const event = conversionBody(one, theirs, settings)
  const answer = await callRdStation(
    { method: 'POST', path: '/events?event_type=conversion', body: event },
    settings,
    io,
  )
  if (isAccepted(answer)) return delivered
  const failure = failureIn(answer, io)
  if (failure.kind !== 'retry' || !failure.isAmbiguous) return failure
  return { ...failure, afterSeconds: Math.max(failure.afterSeconds ?? 0, settlingSeconds) }
}

const failureIn = (answer: Called, io: DeliveryIo): Failure =>
  answer.kind === 'none' ? answer.outcome : rdStationFailure(answer, io.now())
