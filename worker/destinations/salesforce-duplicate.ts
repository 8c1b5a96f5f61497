// What follows when a duplicate rule of the org has found somebody: adopt the record if it is this person, else save beside it.
// Rules: "Duplicate Rule Header" of the REST API Developer Guide (developer.salesforce.com, read 2026-11-24).

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import type { DeliveryIo } from './destination.ts'
import { isDuplicate, readDuplicates, readWritten } from './salesforce-answers.ts'
import { callSalesforce, failed, query } from './salesforce-call.ts'
import { fieldsOf, type PreparedRecord, readFirst, type SalesforceSettings } from './salesforce-lead.ts'

const duplicateHeader = 'sforce-duplicate-rule-header'

/**
 * If one of the Leads in the way has the same e-mail, it is this person and becomes ours; else it is a namesake, and the record
 * is saved beside it, where the rule allows that.
 * @param ours what our own record holds; absent where there is none yet, and only then may another become ours
 */
export async function settleDuplicate(
  record: PreparedRecord,
  ours: Readonly<Record<string, string>> | undefined,
  settings: SalesforceSettings,
  io: DeliveryIo,
): Promise<DeliveryOutcome> {
  const { externalId } = record
  const write = (path: string, body: unknown, header: string) =>
    callSalesforce(settings, io, { method: 'PATCH', path, body, headers: { [duplicateHeader]: header } })
  const path = `/sobjects/Lead/${settings.idField}/${externalId}`
  const body = fieldsOf(record, ours ?? {}, settings)
  // Asked once more alone: the answer for one record names those in the way, the answer for a batch does not.
  const told = ours ? undefined : await write(path, body, 'includeRecordDetails=true')
  for (const id of told ? readDuplicates(told) : []) {
    const fields = ['Email', 'IsConverted', settings.idField, ...readFirst([record], settings)]
    const seen = await query(`Id = '${id}'`, fields, settings, io)
    if (seen.kind === 'failed') return seen.outcome
    const theirs = seen.records.find(one => one.id === id)?.fields
    const isSamePerson = record.email !== undefined && theirs?.['Email']?.toLowerCase() === record.email
    if (!theirs || !isSamePerson || theirs['IsConverted'] === 'true' || theirs[settings.idField]) continue
    const adopted = { [settings.idField]: externalId, ...fieldsOf(record, theirs, settings) }
    const answer = await write(`/sobjects/Lead/${id}`, adopted, 'allowSave=true')
    const isWritten = answer.kind === 'answer' && answer.status === 204
    return isWritten
      ? { kind: 'delivered', externalId, recordId: id, answer: { status: 204 } }
      : failed(answer, settings, io)
  }
  const saved = told && !isDuplicate(told) ? told : await write(path, body, 'allowSave=true')
  const recordId = readWritten(saved)
  return recordId ? { kind: 'delivered', externalId, recordId, answer: { status: 200 } } : failed(saved, settings, io)
}
