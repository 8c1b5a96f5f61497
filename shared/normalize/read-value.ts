// Gives the normalizers of single fields one shape: a value with the steps that led to it, or why there is none.

import type { IssueCode } from '../wire.ts'
import { normalizeCompany } from './company.ts'
import { normalizeCountry } from './country.ts'
import { normalizeEmail } from './email.ts'
import { normalizeIndustry } from './industry.ts'
import { normalizeJobTitle } from './job-title.ts'
import { normalizePersonName } from './person-name.ts'
import { normalizePhone } from './phone.ts'
import { normalizePostalCode } from './postal-code.ts'
import { normalizeState } from './state.ts'
import { type Step, take } from './step.ts'
import { normalizeLine, normalizeMessage } from './text.ts'

/** One value read, or the reason why not, and the issue that it is. Blank text is no issue. */
export type Reading =
  | { kind: 'value'; value: string; extension?: string; issues?: readonly IssueCode[]; changes: readonly Step[] }
  | { kind: 'unreadable'; code?: IssueCode; reason: string }

/** An e-mail address. */
export function readEmail(raw: string): Reading {
  const read = normalizeEmail(raw)
  if (!read.ok) return { kind: 'unreadable', code: 'invalid_email', reason: read.error }
  return { kind: 'value', value: read.value.email, issues: read.value.issues, changes: read.value.changes }
}

/** A phone number; `region` is the country of national ones. */
export function readPhone(sent: { value: string; joined?: string }, region: string | undefined): Reading {
  if (sent.joined !== undefined) {
    const whole = readPhone({ value: sent.joined }, region)
    const step = { rule: 'joined_parts', before: sent.value, after: sent.joined }
    if (whole.kind === 'value') return { ...whole, changes: [step, ...whole.changes] }
  }
  const read = normalizePhone(sent.value, { region })
  if (!read.ok) return { kind: 'unreadable', code: 'invalid_phone', reason: read.error }
  const { e164, extension, changes } = read.value
  return { kind: 'value', value: e164, ...(extension ? { extension } : {}), changes }
}

/** A country, as its code. */
export function readCountry(raw: string): Reading {
  const read = normalizeCountry(raw)
  if (!read.ok) return { kind: 'unreadable', code: 'unknown_country', reason: read.error }
  return lineReading('country_code', raw, read.value)
}

/** A company's name, as it is shown. `country` decides what a short legal form means. */
export const readCompany = (raw: string, country: string | undefined): Reading =>
  lineReading('company_name', raw, normalizeCompany(raw, country).display)

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

/** A person's name. */
export const readName = (raw: string): Reading => lineReading('name_case', raw, normalizePersonName(raw))
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
