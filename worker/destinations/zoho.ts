// Zoho CRM leads: upsert by our own id, then by address.
// API: zoho.com/crm/developer/docs/api/v8, "Upsert Records", "COQL", "Delete Records". Limits: "API Limits", 5 to 25 calls at
// once and credits over 24 hours, without Retry-After. OAuth: "Multi-DC Support" (all read 2026-11-24).

import { fieldsToRead } from '../../shared/delivery/field-map.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination, Found } from './destination.ts'
import { sparing } from './mapped-lead.ts'
import { readResults, zohoFailure } from './zoho-answers.ts'
import { callZoho, queryZoho, type Seen, type ZohoSettings, zohoSettingsShape } from './zoho-call.ts'
import { describeModule, writtenFields } from './zoho-fields.ts'
import { lookQuery, type PreparedLead, prepareLead, recordToWrite, textOf } from './zoho-lead.ts'

export const zoho: Destination<ZohoSettings, PreparedLead> = {
  id: 'zoho',
  settings: zohoSettingsShape,
  // Zoho takes 100 records, and the smallest edition five calls at once. Two calls a batch, and 50 records, since the answer
  // must fit into the bytes that we read of one and a condition takes 50 values.
  pace: { calls: 5, perSeconds: 2, deliveriesPerCall: 50 },
  secrets: ({ clientSecretName, refreshTokenName }) => [clientSecretName, refreshTokenName],
  prepare: prepareLead,
  ...sparing,
  describe: describeModule,

  async deliver(prepared, settings, io) {
    const outcomes: DeliveryOutcome[] = []
    const size = zoho.pace.deliveriesPerCall
    for (let at = 0; at < prepared.length; at += size) {
      outcomes.push(...(await upsert(prepared.slice(at, at + size), settings, io)))
    }
    return outcomes
  },

  async check(settings, io) {
    const { idField, revisionField, module } = settings
    const columns = [...new Set(['id', revisionField, ...fieldsToRead(settings.fields.fields)])].join(', ')
    const seen = await queryZoho(`select ${columns} from ${module} where ${idField} is not null limit 1`, settings, io)
    const isMisconfigured =
      seen.kind === 'failed' && 'reason' in seen.outcome && seen.outcome.reason === 'misconfigured'
    if (seen.kind === 'failed' && !isMisconfigured) return failedCheck(seen.outcome)
    const checked = checkFields(await describeModule(settings, io), writtenFields(settings))
    // The query needs fields that may be missing: what the vendor says of its fields tells more than that it is refused.
    return seen.kind === 'rows' || checked.kind === 'incomplete' ? checked : failedCheck(seen.outcome)
  },

  async find(externalId, settings, io): Promise<Found> {
    const seen = await ours(externalId, settings, io)
    if (seen.kind !== 'rows') return { kind: 'unknown', outcome: seen.outcome }
    const [row] = seen.rows
    if (!row) return { kind: 'absent' }
    const revision = Number.parseInt(textOf(row[settings.revisionField]), 10)
    return { kind: 'found', recordId: textOf(row['id']), ...(Number.isInteger(revision) ? { revision } : {}) }
  },

  async erase(externalId, settings, io) {
    const seen = await ours(externalId, settings, io)
    if (seen.kind !== 'rows') return seen.outcome
    const ids = seen.rows.map(row => textOf(row['id']))
    if (ids.length === 0) return { kind: 'delivered', externalId }
    const answer = await callZoho({ method: 'DELETE', path: `/${settings.module}?ids=${ids.join(',')}` }, settings, io)
    if (answer.kind === 'none') return answer.outcome
    const results = readResults(answer, ids.length, settings.idField)
    if (!results) return zohoFailure(answer, io.now())
    // INVALID_DATA is an id that is not there any more.
    const failed = results.find(one => 'kind' in one && !one.answer?.codes?.includes('INVALID_DATA'))
    return failed && 'kind' in failed ? failed : { kind: 'delivered', externalId }
  },
}

async function upsert(
  leads: readonly PreparedLead[],
  settings: ZohoSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome[]> {
  const look = lookQuery(leads, settings)
  const seen = look === undefined ? undefined : await queryZoho(look, settings, io)
  if (seen?.kind === 'failed') return leads.map(() => seen.outcome)
  const body = {
    data: leads.map(lead => recordToWrite(lead, seen?.rows, settings)),
    duplicate_check_fields: [settings.idField, 'Email'],
  }
  const answer = await callZoho({ method: 'POST', path: `/${settings.module}/upsert`, body }, settings, io)
  if (answer.kind === 'none') return leads.map(() => answer.outcome)
  const status = answer.kind === 'answer' ? answer.status : 0
  const results = readResults(answer, leads.length, settings.idField)
  if (results) {
    return results.map((one, at): DeliveryOutcome => {
      if ('kind' in one) return one
      const lead = leads[at]
      if (!lead || one.id === undefined) return { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }
      return { kind: 'delivered', externalId: lead.externalId, recordId: one.id, answer: { status } }
    })
  }
  const failure = zohoFailure(answer, io.now())
  if (failure.kind !== 'rejected' || leads.length === 1) return leads.map(() => failure)
  // The call as a whole was refused: each lead alone, so that one bad lead does not fail the others.
  const outcomes: DeliveryOutcome[] = []
  for (const lead of leads) outcomes.push(...(await upsert([lead], settings, io)))
  return outcomes
}

const ours = (externalId: string, settings: ZohoSettings, io: DeliveryIo): Promise<Seen> =>
  queryZoho(
    `select id, ${settings.revisionField} from ${settings.module} where ${settings.idField} = '${externalId}' limit 10`,
    settings,
    io,
  )
