// A lead as a Zoho record: what goes into which field, and the query that tells what the record holds already. Pure.
// Field names: Zoho CRM, "Leads module fields" (API names). Query: CRM API v8, "COQL" (both read 2026-11-24).

import * as z from 'zod/mini'
import { type FieldRule, typedWritesOf } from '../../shared/delivery/field-map.ts'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import { answerJson } from './answer-json.ts'
import type { PreflightProblem } from './destination.ts'
import { type FittedLead, fieldsWithNote, fitLead, lookedFields } from './mapped-lead.ts'
import type { ZohoSettings } from './zoho-call.ts'

const rule = (from: string, to: string, more: Partial<FieldRule> = {}): FieldRule => ({
  from,
  to,
  owner: 'whenPresent',
  ...more,
})
const once = { owner: 'onlyWhenEmpty' } as const

/** What is written where the settings name no fields. */
export const zohoFields: readonly FieldRule[] = [
  rule('email', 'Email'),
  rule('phone', 'Phone'),
  rule('firstName', 'First_Name'),
  rule('lastName', 'Last_Name'),
  // Zoho refuses a lead without Last_Name. A whole name does, then a word that says there is none; never over a real one.
  rule('fullName', 'Last_Name', { ...once, fallback: '(no name)' }),
  rule('company', 'Company'),
  rule('jobTitle', 'Designation'),
  rule('country', 'Country'),
  rule('state', 'State'),
  rule('city', 'City'),
  rule('postalCode', 'Zip_Code'),
  rule('website', 'Website'),
  // A text area of at most 32,000 characters.
  rule('message', 'Description', { maxLength: 32_000, tooLong: 'cut' }),
  rule('original.source', 'Lead_Capture_Original_Source', once),
  rule('original.medium', 'Lead_Capture_Original_Medium', once),
  rule('original.campaign', 'Lead_Capture_Original_Campaign', once),
  rule('consent.state', 'Lead_Capture_Consent'),
]

export interface PreparedLead {
  readonly externalId: ExternalId
  readonly revision: number
  readonly email: string | undefined
  readonly fitted: FittedLead
}

/** Where a value is kept that its own field does not take. */
export const noteField = 'Description'

export function prepareLead(
  lead: Lead,
  settings: ZohoSettings,
  catalog?: FieldCatalog,
): Result<PreparedLead, PreflightProblem> {
  const { email, phone } = lead.profile
  if (!email && !phone) return err({ reason: 'missing_required', field: 'email' })
  const fitted = fitLead(lead, settings.fields.fields, { catalog, noteField })
  if (!fitted.ok) return fitted
  return ok({ externalId: externalId(lead.id), revision: lead.revision, email, fitted: fitted.value })
}

/**
 * The query for what these leads' records hold in the fields that must be seen first; undefined when there is none.
 * A query in a body and not a search: the search index lags behind writes, and its address would name people.
 */
export function lookQuery(leads: readonly PreparedLead[], settings: ZohoSettings): string | undefined {
  const looked = lookedFields(leads)
  if (looked.length === 0) return undefined
  const columns = [...new Set(['id', settings.idField, 'Email', ...looked])].join(', ')
  const emails = leads.flatMap(({ email }) => (email && isQuotable(email) ? [email] : []))
  const byId = `${settings.idField} in (${quoted(leads.map(lead => lead.externalId))})`
  const where = emails.length > 0 ? `(${byId} or Email in (${quoted(emails)}))` : byId
  return `select ${columns} from ${settings.module} where ${where} limit 200`
}

/** What is sent for a lead. `rows` is undefined when nobody has looked. */
export function recordToWrite(lead: PreparedLead, rows: readonly ZohoRow[] | undefined, settings: ZohoSettings) {
  const { idField, revisionField } = settings
  const { email } = lead
  // The record that Zoho's upsert will find: by our id, before the address.
  const ours = rows?.find(row => textOf(row[idField]) === lead.externalId)
  const sameAddress = rows?.find(row => email !== undefined && textOf(row['Email']).toLowerCase() === email)
  const held = rows && isSeen(lead) ? (ours ?? sameAddress ?? {}) : undefined
  const theirs = held && Object.fromEntries(Object.entries(held).map(([name, value]) => [name, textOf(value)]))
  // A field that was not asked for is unknown, and not empty.
  const looked = lookedFields([lead])
  const [seen, unseen] = [true, false].map(is => fieldsWithNote(lead).filter(({ to }) => looked.includes(to) === is))
  const writes = { ...typedWritesOf(unseen ?? [], undefined), ...typedWritesOf(seen ?? [], theirs) }
  return {
    // Where our id is not there yet the address must be sent, even an equal one, so that the record is found by it.
    ...(email && !ours ? { Email: email } : {}),
    ...writes,
    [idField]: lead.externalId,
    [revisionField]: String(lead.revision),
  }
}

export type ZohoRow = Readonly<Record<string, unknown>>
const rowsShape = z.object({ data: z.array(z.record(z.string(), z.unknown())) })

/** The rows of an answer to a query; undefined when it is none. */
export const readRows = (body: string): readonly ZohoRow[] | undefined =>
  rowsShape.safeParse(answerJson(body)).data?.data

/** A value of a field as text; what is no text is still not empty. */
export const textOf = (value: unknown): string =>
  value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value)

// How a quote is escaped is not documented, and a query that is refused for one address would stop all leads: an unusual
// address is left out of it, and counts as not looked for.
const isQuotable = (email: string) => /^[\w.+@-]+$/.test(email)
const isSeen = ({ email }: PreparedLead) => email === undefined || isQuotable(email)
const quoted = (values: readonly string[]) => values.map(value => `'${value}'`).join(', ')
