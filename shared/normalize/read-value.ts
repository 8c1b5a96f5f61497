// Gives the normalizers of single fields one shape: a value with the steps that led to it, or why there is none.

import type { IssueCode } from '../wire.ts'
import { companyDisplay } from './company.ts'
import { normalizeCountry } from './country.ts'
import { normalizeEmail } from './email.ts'
import { normalizeIndustry } from './industry.ts'
import { normalizeJobTitle } from './job-title.ts'
import { normalizePhone } from './phone.ts'
import { normalizePostalCode } from './postal-code.ts'
import { readPersonName } from './read-person-name.ts'
import { normalizeState } from './state.ts'
import { type Step, take } from './step.ts'
import { normalizeLine, normalizeMessage } from './text.ts'
import { normalizeWebsite } from './website.ts'

/** One value read, or the reason why not, and the issue that it is. Blank text is no issue. */
export type Reading =
  | {
      kind: 'value'
      value: string
      extension?: string
      /** Further values of the same text: a second phone number. */
      others?: readonly string[]
      issues?: readonly IssueCode[]
      changes: readonly Step[]
    }
  | { kind: 'unreadable'; code?: IssueCode; reason: string }

/** The country that national phone numbers are read with, and who says so. */
export interface Region {
  readonly country: string | undefined
  readonly from: 'country_field' | 'site_default'
}

/** An e-mail address. */
export function readEmail(raw: string): Reading {
  const read = normalizeEmail(raw)
  if (!read.ok) return { kind: 'unreadable', code: 'invalid_email', reason: read.error }
  return { kind: 'value', value: read.value.email, issues: read.value.issues, changes: read.value.changes }
}

/** A phone number. */
export function readPhone(sent: { value: string; joined?: string }, region: Region): Reading {
  if (sent.joined !== undefined) {
    const whole = readPhone({ value: sent.joined }, region)
    const step = { rule: 'joined_parts', before: sent.value, after: sent.joined }
    if (whole.kind === 'value') return { ...whole, changes: [step, ...whole.changes] }
  }
  const read = normalizePhone(sent.value, { region: region.country, regionFrom: region.from })
  if (!read.ok) return { kind: 'unreadable', code: 'invalid_phone', reason: read.error }
  const { e164, extension, regionEvidence, others, changes } = read.value
  // The rule says what told the country, so that a wrong default of a site can be seen.
  const told = changes.map(step => (step.rule === 'e164' ? { ...step, rule: `e164:${regionEvidence}` } : step))
  return { kind: 'value', value: e164, ...(extension ? { extension } : {}), others, changes: told }
}

/** A website, as its address. What is none ("n/a") is no issue: the field could not be left empty. */
export function readWebsite(raw: string): Reading {
  const read = normalizeWebsite(raw)
  if (!read.ok) return { kind: 'unreadable', reason: read.error }
  return { kind: 'value', value: read.value.url, changes: read.value.changes }
}

/** A country, as its code. */
export function readCountry(raw: string): Reading {
  const read = normalizeCountry(raw)
  if (!read.ok) return { kind: 'unreadable', code: 'unknown_country', reason: read.error }
  return lineReading('country_code', raw, read.value)
}

/** A company's name, as it is shown. */
export const readCompany = (raw: string): Reading => lineReading('company_name', raw, companyDisplay(raw))

/** A job title, as it is shown. */
export const readJobTitle = (raw: string): Reading => lineReading('title_case', raw, normalizeJobTitle(raw).title)

/** An industry as its value of the picklist. One that is not on it stays as it was sent, and is an issue. */
export function readIndustry(raw: string): Reading {
  const known = normalizeIndustry(raw)
  if (known !== null) return lineReading('industry_value', raw, known)
  const line = readLine(raw)
  return line.kind === 'value' ? { ...line, issues: ['unknown_industry'] } : line
}

/** A state as its ISO 3166-2 code. One of a country whose states are not known stays as it was sent. */
export const readState = (raw: string, country: string | undefined): Reading =>
  codeReading('state_code', raw, normalizeState(raw, country))

/** A postal code as its country's post prints it. What cannot be one stays as it was sent: the post may still find it. */
export const readPostalCode = (raw: string, country: string | undefined): Reading =>
  codeReading('postal_code', raw, normalizePostalCode(raw, country))

/** A person's name, without what they are called by (`Dra.`, `Mr`). */
export function readName(raw: string): Reading {
  const { name, honorific } = readPersonName(raw)
  const reading = lineReading('name_case', raw, name)
  if (honorific === undefined || reading.kind !== 'value') return reading
  return { ...reading, changes: [{ rule: 'honorific_separated', before: raw, after: name }] }
}

/** One line of plain text. */
export const readLine = (raw: string): Reading => lineReading('trimmed', raw, normalizeLine(raw))
/** Text of several lines. */
export const readMessage = (raw: string): Reading => lineReading('trimmed', raw, normalizeMessage(raw))

const codeReading = (rule: string, raw: string, code: string | null): Reading =>
  code === null ? readLine(raw) : lineReading(rule, raw, code)

function lineReading(rule: string, before: string, value: string): Reading {
  if (value === '') return { kind: 'unreadable', reason: 'blank' }
  const changes: Step[] = []
  take(changes, rule, before, value)
  return { kind: 'value', value, changes }
}
