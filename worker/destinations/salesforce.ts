// Salesforce Leads: upsert by an external id field, in batches.
// API: "Upsert Records Using sObject Collections" (developer.salesforce.com/docs/platform/api-rest/guide, read 2026-11-24): up to
// 200 records a call, results in their order. Limits: "API Request Limits and Allocations": 25 calls of 20 s or more at
// once and an org-wide number in 24 hours; no rate a second is published, so that the pace is our own.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { checkFields, failedCheck } from './check-fields.ts'
import type { DeliveryIo, Destination } from './destination.ts'
import { secretsOf, sparing } from './mapped-lead.ts'
import { readResults, recordFailure } from './salesforce-answers.ts'
import { callSalesforce, failed, readHeld } from './salesforce-call.ts'
import { settleDuplicate } from './salesforce-duplicate.ts'
import { describeLead, writtenFields } from './salesforce-fields.ts'
import {
  fieldsOf,
  type PreparedRecord,
  prepareRecord,
  readFirst,
  type SalesforceSettings,
  salesforceSettings,
} from './salesforce-lead.ts'

export const salesforce: Destination<SalesforceSettings, PreparedRecord> = {
  id: 'salesforce',
  settings: salesforceSettings,
  // 100 and not 200: the answer must fit into the bytes that we read of one, with an error on each.
  pace: { calls: 20, perSeconds: 1, deliveriesPerCall: 100 },
  secrets: ({ grant }) => secretsOf(grant),
  prepare: prepareRecord,
  ...sparing,
  describe: describeLead,

  async deliver(prepared, settings, io) {
    const outcomes: DeliveryOutcome[] = []
    const size = salesforce.pace.deliveriesPerCall
    for (let at = 0; at < prepared.length; at += size) {
      outcomes.push(...(await upsert(prepared.slice(at, at + size), settings, io)))
    }
    return outcomes
  },

  async check(settings, io) {
    const described = await describeLead(settings, io)
    return described.ok ? checkFields(described, writtenFields(settings)) : failedCheck(described.error)
  },

  async find(externalId, settings, io) {
    const held = await readHeld([externalId], [settings.revisionField], settings, io)
    if (held.kind === 'failed') return { kind: 'unknown', outcome: held.outcome }
    const record = held.byId.get(externalId)
    if (!record) return { kind: 'absent' }
    const revision = Number(record.fields[settings.revisionField] || Number.NaN)
    return { kind: 'found', recordId: record.id, ...(Number.isInteger(revision) ? { revision } : {}) }
  },

  // By the id that was found and not by the external id: a 404 would also mean that the field is missing, and nothing erased.
  async erase(externalId, settings, io) {
    const found = await salesforce.find?.(externalId, settings, io)
    if (found?.kind === 'unknown') return found.outcome
    if (found?.kind !== 'found') return { kind: 'delivered', externalId }
    const answer = await callSalesforce(settings, io, { method: 'DELETE', path: `/sobjects/Lead/${found.recordId}` })
    const isGone = answer.kind === 'answer' && (answer.status === 204 || answer.status === 404)
    return isGone ? { kind: 'delivered', externalId } : failed(answer, settings, io)
  },
}

async function upsert(
  records: readonly PreparedRecord[],
  settings: SalesforceSettings,
  io: DeliveryIo,
): Promise<readonly DeliveryOutcome[]> {
  const ids = records.map(record => record.externalId)
  const held = await readHeld(ids, readFirst(records, settings), settings, io)
  // Nothing was written yet, so that nothing is in doubt.
  if (held.kind === 'failed') return records.map(() => held.outcome)
  const bodies = records.map(record => ({
    attributes: { type: 'Lead' },
    [settings.idField]: record.externalId,
    ...fieldsOf(record, held.byId.get(record.externalId)?.fields ?? {}, settings),
  }))
  const path = `/composite/sobjects/Lead/${settings.idField}`
  const answer = await callSalesforce(settings, io, {
    method: 'PATCH',
    path,
    body: { allOrNone: false, records: bodies },
  })
  const results = readResults(answer, records.length)
  if (!results) {
    const failure = failed(answer, settings, io)
    // A field that the org lacks is missing for all of them.
    const isOfOne = failure.kind === 'rejected' && failure.reason !== 'unknown_property'
    if (!isOfOne || records.length === 1) return records.map(() => failure)
    // A batch that is refused as a whole for one record: halved until only the bad one is answered as bad.
    const half = Math.ceil(records.length / 2)
    const before = await upsert(records.slice(0, half), settings, io)
    return [...before, ...(await upsert(records.slice(half), settings, io))]
  }
  const isAnyWritten = results.some(result => result.success)
  const outcomes: DeliveryOutcome[] = []
  for (const [at, record] of records.entries()) {
    const result = results[at]
    const { externalId } = record
    if (result?.success && result.id) {
      outcomes.push({ kind: 'delivered', externalId, recordId: result.id, answer: { status: 200 } })
    } else if (result?.errors[0]?.statusCode === 'DUPLICATES_DETECTED') {
      outcomes.push(await settleDuplicate(record, held.byId.get(externalId)?.fields, settings, io))
    } else {
      const failure = recordFailure(result?.errors ?? [], settings.idField)
      // A permission that is missing for one record of many is about that record: the others must not wait for it.
      const isItsOwn = failure.kind === 'blocked' && failure.reason === 'forbidden' && isAnyWritten
      outcomes.push(isItsOwn ? { ...failure, kind: 'rejected', reason: 'refused' } : failure)
    }
  }
  return outcomes
}
