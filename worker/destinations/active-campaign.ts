// ActiveCampaign contacts: synced by address, and by our own id once we know the contact.
// API: developers.activecampaign.com, "Sync a contact's data", "Update a contact", "List all custom field values", "Delete an
// existing contact". Limit: "Rate limits", 5 calls a second for all keys of an account (all read 2026-11-24).

import * as z from 'zod/mini'
import { type FieldRule, fieldsToRead, type MappedField, writesOf } from '../../shared/delivery/field-map.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import { metadataBytesMax } from '../../shared/limits.ts'
import { err, ok } from '../../shared/result.ts'
import { activeCampaignFailure, type FieldValue, readFieldIds } from './active-campaign-answers.ts'
import { call, contactsOf, valuesOf, writeContact } from './active-campaign-call.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination, Found } from './destination.ts'
import { fieldMapShape } from './field-map.ts'
import { type FittedLead, fitLead, sparing, writtenBy } from './mapped-lead.ts'
import { oneByOne } from './one-by-one.ts'
import { safeUrlShape } from './safe-url.ts'

/** Custom fields of an account that a check looks through ("List all custom fields", read 2026-11-28). */
const fieldsPerPage = 100
const fieldPagesMax = 5

const fieldId = z.string().check(z.regex(/^\d{1,10}$/))

/** Only the fields that every account has; custom ones have numbers of their own in each. */
const standard: readonly FieldRule[] = [
  { from: 'firstName', to: 'firstName', owner: 'whenPresent' },
  { from: 'lastName', to: 'lastName', owner: 'whenPresent' },
  { from: 'phone', to: 'phone', owner: 'whenPresent' },
]

const settingsShape = z.object({
  /** `https://ACCOUNT.api-us1.com`, from the account's developer settings. */
  baseUrl: safeUrlShape,
  secretName: z._default(z.string().check(z.minLength(1), z.maxLength(100)), 'ACTIVE_CAMPAIGN_TOKEN'),
  /** Numbers of two text fields: our lead id, and the lead's revision. */
  idField: fieldId,
  revisionField: fieldId,
  fields: fieldMapShape(standard, /^(?:firstName|lastName|phone|\d{1,10})$/),
})
export type ActiveCampaignSettings = z.output<typeof settingsShape>

export interface PreparedContact {
  readonly externalId: ExternalId
  readonly revision: number
  readonly email: string
  readonly fitted: FittedLead
}

export const activeCampaign: Destination<ActiveCampaignSettings, PreparedContact> = {
  id: 'active-campaign',
  settings: settingsShape,
  // One call a lead, a second where the lead is not new, two more where a field must be seen first: half of the limit.
  pace: { calls: 5, perSeconds: 2, deliveriesPerCall: 1 },

  secrets: ({ secretName }) => [secretName],
  ...sparing,

  prepare(lead, settings) {
    const { email } = lead.profile
    if (!email) return err({ reason: 'missing_required', field: 'email' })
    const fitted = fitLead(lead, settings.fields.fields)
    if (!fitted.ok) return fitted
    return ok({ externalId: externalId(lead.id), revision: lead.revision, email, fitted: fitted.value })
  },

  deliver: (prepared, settings, io) => oneByOne(prepared, contact => write(contact, settings, io)),

  async check(settings, io) {
    const ids: string[] = []
    for (let page = 0; page < fieldPagesMax; page += 1) {
      const path = `/fields?limit=${fieldsPerPage}&offset=${ids.length}`
      const answer = await call({ method: 'GET', path, answerBytesMax: metadataBytesMax }, settings, io)
      if (answer.kind === 'blocked') return { kind: 'blocked', reason: 'secret_missing' }
      const read = readFieldIds(answer)
      if (!read) return failedCheck(activeCampaignFailure(answer, io.now()))
      ids.push(...read)
      if (read.length < fieldsPerPage) break
    }
    const told = [...standard.map(({ to }) => to), ...ids].map(id => [id, { type: 'text', isWritable: true }] as const)
    const { idField, revisionField, fields } = settings
    const written = [idField, revisionField, ...writtenBy(fields.fields).map(({ name }) => name)]
    return checkFields(
      ok(Object.fromEntries(told)),
      written.map(name => ({ name })),
    )
  },

  async find(id, settings, io): Promise<Found> {
    const known = await contactsOf(id, settings, io)
    if (known.kind === 'failed') return { kind: 'unknown', outcome: known.outcome }
    const [recordId] = known.ids
    if (recordId === undefined) return { kind: 'absent' }
    const held = await valuesOf(recordId, settings, io)
    if (held.kind === 'failed') return { kind: 'unknown', outcome: held.outcome }
    const revision = Number.parseInt(valueIn(held.values, settings.revisionField), 10)
    return { kind: 'found', recordId, ...(Number.isInteger(revision) ? { revision } : {}) }
  },

  async erase(id, settings, io) {
    const known = await contactsOf(id, settings, io)
    if (known.kind === 'failed') return known.outcome
    for (const recordId of known.ids) {
      const answer = await call({ method: 'DELETE', path: `/contacts/${recordId}` }, settings, io)
      if (answer.kind === 'blocked') return answer
      const isGone = answer.kind === 'answer' && [200, 204, 404].includes(answer.status)
      if (!isGone) return activeCampaignFailure(answer, io.now())
    }
    return { kind: 'delivered', externalId: id }
  },
}

// Fields that must be seen first are written after the others, and the revision last of all: it says that all is there.
async function write(
  contact: PreparedContact,
  settings: ActiveCampaignSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  const known = contact.revision > 1 ? await contactsOf(contact.externalId, settings, io) : undefined
  if (known?.kind === 'failed') return known.outcome
  const looked = fieldsToRead(settings.fields.fields)
  const isLooked = ({ to, ours, fallback }: MappedField) =>
    looked.includes(to) && (ours !== '' || fallback !== undefined)
  const mustLook = contact.fitted.fields.some(isLooked)
  const revision = { [settings.revisionField]: String(contact.revision) }
  const first = { ...writesOf(contact.fitted.fields, undefined), [settings.idField]: contact.externalId }
  // An address may change while the contact stays the same, so ours is updated by its number.
  const written = await writeContact(
    { id: known?.ids[0], email: contact.email, writes: mustLook ? first : { ...first, ...revision } },
    settings,
    io,
  )
  if (written.kind === 'failed') return written.outcome
  const { id } = written.contact
  const delivered: DeliveryOutcome = { kind: 'delivered', externalId: contact.externalId, recordId: id }
  if (!mustLook) return delivered
  const held = await valuesOf(id, settings, io)
  if (held.kind === 'failed') return held.outcome
  const own = Object.fromEntries(Object.entries(written.contact).map(([name, value]) => [name, String(value ?? '')]))
  const custom = Object.fromEntries(held.values.map(({ field, value }) => [field, value ?? '']))
  const rest = writesOf(contact.fitted.fields, { ...own, ...custom })
  const completed = await writeContact({ id, email: contact.email, writes: { ...rest, ...revision } }, settings, io)
  return completed.kind === 'failed' ? completed.outcome : delivered
}

const valueIn = (values: readonly FieldValue[], fieldId: string) =>
  values.find(({ field }) => field === fieldId)?.value ?? ''
