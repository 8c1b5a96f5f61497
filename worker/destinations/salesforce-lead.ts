// A lead as a Salesforce Lead: the settings, and what is written where unless they say otherwise. Pure.
// Standard fields and their lengths: Object Reference, "Lead" (developer.salesforce.com, read 2026-11-24). Fields that end
// in `__c` are custom: docs/destinations.md lists them for whoever sets the org up.

import * as z from 'zod/mini'
import { type FieldRule, typedWritesOf } from '../../shared/delivery/field-map.ts'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import { type ExternalId, externalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { ok, type Result } from '../../shared/result.ts'
import { tokenGrantShape } from './access-token.ts'
import type { PreflightProblem } from './destination.ts'
import { fieldMapShape } from './field-map.ts'
import { type FittedLead, fieldsWithNote, fitLead, lookedFields } from './mapped-lead.ts'
import { safeUrlShape } from './safe-url.ts'

/** LastName and Company are required on a Lead. Whoever leaves them out is not turned away. */
const unnamed = '[not provided]'
const ours = (from: string, to: string, maxLength: number): FieldRule => ({
  from,
  to,
  owner: 'whenPresent',
  maxLength,
  tooLong: 'cut',
})
// The original source never moves, also on a record that was there before us.
const first = (from: string, to: string): FieldRule => ({ ...ours(from, to, 255), owner: 'onlyWhenEmpty' })
// No campaign of an earlier touch stays beside a later one.
const latest = (from: string, to: string): FieldRule => ({ ...ours(from, to, 255), owner: 'always' })

export const salesforceFields: readonly FieldRule[] = [
  { from: 'lastName', to: 'LastName', owner: 'whenPresent', maxLength: 80 },
  // A name that could not be taken apart, and then a person without a name.
  { from: 'fullName', to: 'LastName', owner: 'onlyWhenEmpty', maxLength: 80, tooLong: 'cut', fallback: unnamed },
  ours('firstName', 'FirstName', 40),
  { from: 'company', to: 'Company', owner: 'whenPresent', maxLength: 255, tooLong: 'cut', fallback: unnamed },
  { from: 'email', to: 'Email', owner: 'whenPresent', maxLength: 80 },
  { from: 'phone', to: 'Phone', owner: 'whenPresent', maxLength: 40 },
  ours('jobTitle', 'Title', 128),
  ours('website', 'Website', 255),
  ours('city', 'City', 40),
  ours('postalCode', 'PostalCode', 20),
  ours('message', 'Description', 32_000),
  first('original.source', 'LeadCapture_Original_Source__c'),
  first('original.medium', 'LeadCapture_Original_Medium__c'),
  first('original.campaign', 'LeadCapture_Original_Campaign__c'),
  latest('latest.source', 'LeadCapture_Latest_Source__c'),
  latest('latest.medium', 'LeadCapture_Latest_Medium__c'),
  latest('latest.campaign', 'LeadCapture_Latest_Campaign__c'),
  ours('consent.state', 'LeadCapture_Consent__c', 255),
]

const apiName = /^[A-Za-z][A-Za-z0-9_]{0,79}$/
const customField = (name: string) => z._default(z.string().check(z.regex(/^[A-Za-z][A-Za-z0-9_]{0,76}__c$/)), name)

export const salesforceSettings = z.object({
  grant: tokenGrantShape,
  /** Where the org is, if the token's answer does not say. */
  instanceUrl: z.optional(safeUrlShape),
  /** A text field of Lead: External ID, Unique. Holds our lead id. */
  idField: customField('LeadCapture_Id__c'),
  /** A number field of Lead. Holds the lead's revision. */
  revisionField: customField('LeadCapture_Revision__c'),
  fields: fieldMapShape(salesforceFields, apiName),
})
export type SalesforceSettings = z.output<typeof salesforceSettings>

export interface PreparedRecord {
  readonly externalId: ExternalId
  readonly revision: number
  readonly email: string | undefined
  readonly fitted: FittedLead
}

/** Where a value is kept that its own field does not take. */
export const noteField = 'Description'

export function prepareRecord(
  lead: Lead,
  settings: SalesforceSettings,
  catalog?: FieldCatalog,
): Result<PreparedRecord, PreflightProblem> {
  const fitted = fitLead(lead, settings.fields.fields, { catalog, noteField })
  if (!fitted.ok) return fitted
  const { id, revision, profile } = lead
  return ok({ externalId: externalId(id), revision, email: profile.email, fitted: fitted.value })
}

/** What must be known of records before they are written. */
export const readFirst = (records: readonly PreparedRecord[], settings: SalesforceSettings): string[] => [
  ...new Set([settings.revisionField, ...lookedFields(records)]),
]

/** The body of a write. @param theirs what the record holds, empty for a new one */
export function fieldsOf(
  record: PreparedRecord,
  theirs: Readonly<Record<string, string>>,
  settings: SalesforceSettings,
) {
  return { ...typedWritesOf(fieldsWithNote(record), theirs), [settings.revisionField]: record.revision }
}
