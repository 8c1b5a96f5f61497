// Gives the normalizers of single fields one shape: a value with the steps that led to it, or why there is none.

import type { IssueCode } from '../wire.ts'
import { normalizeCountry } from './country.ts'
import { normalizeEmail } from './email.ts'
import { normalizePersonName } from './person-name.ts'
import { normalizePhone } from './phone.ts'
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

/** A person's name. */
export const readName = (raw: string): Reading => lineReading('name_case', raw, normalizePersonName(raw))
/** One line of plain text. */
export const readLine = (raw: string): Reading => lineReading('trimmed', raw, normalizeLine(raw))
/** Text of several lines. */
export const readMessage = (raw: string): Reading => lineReading('trimmed', raw, normalizeMessage(raw))

function lineReading(rule: string, before: string, value: string): Reading {
  if (value === '') return { kind: 'unreadable', reason: 'blank' }
  const changes: Step[] = []
  take(changes, rule, before, value)
  return { kind: 'value', value, changes }
}
