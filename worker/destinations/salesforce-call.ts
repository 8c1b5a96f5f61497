// Calls to Salesforce: one with an access token, and the query by which records are read before they are written.
// API: REST API Developer Guide, "Query" (developer.salesforce.com, read 2026-11-24). The version is pinned here.

import type { ExternalId } from '../../shared/ids.ts'
import type { HttpAnswer } from '../platform/http.ts'
import { callWithToken, type TokenAnswer } from './access-token.ts'
import type { DeliveryIo } from './destination.ts'
import { type Asked, jsonRequest } from './json-request.ts'
import { lookFailure } from './look-failure.ts'
import { readRecords, type SalesforceFailure, salesforceFailure } from './salesforce-answers.ts'
import type { SalesforceSettings } from './salesforce-lead.ts'

const api = '/services/data/v66.0'

export interface Held {
  readonly id: string
  readonly fields: Readonly<Record<string, string>>
}
type Failed = { readonly kind: 'failed'; readonly outcome: SalesforceFailure }

/** The records that hold these of our ids, with these fields. */
export async function readHeld(
  ids: readonly (ExternalId | 'none')[],
  fields: readonly string[],
  settings: SalesforceSettings,
  io: DeliveryIo,
): Promise<Failed | { readonly kind: 'read'; readonly byId: ReadonlyMap<string, Held> }> {
  // Our ids are UUIDs, so that there is nothing to escape.
  const where = `${settings.idField} IN (${ids.map(id => `'${id}'`).join(',')})`
  const answered = await query(where, [settings.idField, ...fields], settings, io)
  if (answered.kind === 'failed') return answered
  return { kind: 'read', byId: new Map(answered.records.map(one => [one.fields[settings.idField] ?? '', one])) }
}

/** Leads that a condition names. */
export async function query(
  where: string,
  fields: readonly string[],
  settings: SalesforceSettings,
  io: DeliveryIo,
): Promise<Failed | { readonly kind: 'read'; readonly records: readonly Held[] }> {
  const soql = `SELECT ${[...new Set(['Id', ...fields])].join(',')} FROM Lead WHERE ${where}`
  const answer = await callSalesforce(settings, io, { method: 'GET', path: `/query?q=${encodeURIComponent(soql)}` })
  const records = readRecords(answer)
  if (!records) return { kind: 'failed', outcome: lookFailure(failed(answer, settings, io)) }
  const held = records.map(record => ({
    id: String(record['Id']),
    fields: Object.fromEntries(
      Object.entries(record).map(([name, value]) => [name, value === null ? '' : String(value)]),
    ),
  }))
  return { kind: 'read', records: held }
}

export type Answered = HttpAnswer | Extract<TokenAnswer, { kind: 'none' }>

/** One call with an access token. */
export function callSalesforce(
  settings: SalesforceSettings,
  io: DeliveryIo,
  { headers = {}, path, ...asked }: Asked & { readonly headers?: Readonly<Record<string, string>> },
): Promise<Answered> {
  return callWithToken(io, settings.grant, ({ token, origin }) => {
    const base = origin ?? settings.instanceUrl ?? new URL(settings.grant.tokenUrl).origin
    return jsonRequest({ ...asked, path: `${api}${path}` }, base, { ...headers, authorization: `Bearer ${token}` })
  })
}

/** What an answer without success means. */
export const failed = (answer: Answered, settings: SalesforceSettings, io: DeliveryIo): SalesforceFailure =>
  answer.kind === 'none' ? answer.outcome : salesforceFailure(answer, io.now(), settings.idField)
