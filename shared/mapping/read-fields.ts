// Turns the wire's `fields`, whatever it is, into pairs of name and text in the order of the form.
// Promises: never throws, never writes a sender's name as an object key, cuts what is over a limit and says so.
// A value that is no text, number, boolean or list of those is left out and named in `unusable`.

import type { FieldPair } from '../lead/profile.ts'
import { fieldCharsMax, fieldNameCharsMax, fieldsMax, fieldValuesMax } from '../limits.ts'
import { cleanLine, cleanText, cutText } from '../normalize/clean-text.ts'
import { err, ok, type Result } from '../result.ts'
import type { Issue, IssueCode } from '../wire.ts'

/** Why there are no pairs at all. The public error code of `/fields`. */
export type FieldsProblem = 'invalid_type' | 'too_many_fields'

export interface FieldLimits {
  readonly fieldsMax: number
  readonly fieldCharsMax: number
  readonly fieldNameCharsMax: number
  readonly fieldValuesMax: number
}

export interface ReadFields {
  readonly pairs: FieldPair[]
  readonly issues: Issue[]
  /** Names of fields of which no value could be read, for a refusal that names them. */
  readonly unusable: string[]
}

const productLimits: FieldLimits = { fieldsMax, fieldCharsMax, fieldNameCharsMax, fieldValuesMax }

/** @param fields an object of values by name, or pairs; a list of values counts as one field, a pair as one too */
export function readFields(
  fields: unknown,
  limits: Partial<FieldLimits> = productLimits,
): Result<ReadFields, FieldsProblem> {
  if (typeof fields !== 'object' || fields === null) return err('invalid_type')
  const bounds = { ...productLimits, ...limits }
  const entries: readonly unknown[] = Array.isArray(fields) ? fields : Object.entries(fields)
  if (entries.length > bounds.fieldsMax) return err('too_many_fields')
  const reading = new Reading(bounds)
  for (const entry of entries) reading.addEntry(entry)
  return ok(reading.finish())
}

class Reading {
  readonly pairs: FieldPair[] = []
  readonly issues = new Map<string, Issue>()
  readonly refused = new Set<string>()
  readonly valuesByName = new Map<string, number>()
  readonly limits: FieldLimits

  constructor(limits: FieldLimits) {
    this.limits = limits
  }

  addEntry(entry: unknown): void {
    if (!Array.isArray(entry) || typeof entry[0] !== 'string') {
      this.report('fields', 'invalid_type')
      return
    }
    const name = cutText(cleanLine(entry[0]), this.limits.fieldNameCharsMax)
    const [, sent] = entry as readonly unknown[]
    if (entry.length !== 2) this.refuse(name)
    else if (!Array.isArray(sent)) this.addValue(name, sent)
    else for (const value of sent.slice(0, this.limits.fieldValuesMax + 1)) this.addValue(name, value)
  }

  addValue(name: string, sent: unknown): void {
    if (sent === null || sent === undefined) return
    const text = textOf(sent)
    const count = (this.valuesByName.get(name) ?? 0) + 1
    if (text === undefined) this.refuse(name)
    else if (count > this.limits.fieldValuesMax) this.report(name, 'truncated')
    else {
      const value = cutText(text, this.limits.fieldCharsMax)
      if (value.length < text.length) this.report(name, 'truncated')
      this.valuesByName.set(name, count)
      this.pairs.push({ name, value })
    }
  }

  refuse(name: string): void {
    this.refused.add(name)
    this.report(name, 'invalid_type')
  }

  report(field: string, code: IssueCode): void {
    this.issues.set(`${code} ${field}`, { field, code })
  }

  finish(): ReadFields {
    const unusable = [...this.refused].filter(name => !this.valuesByName.has(name))
    return { pairs: this.pairs, issues: [...this.issues.values()], unusable }
  }
}

function textOf(sent: unknown): string | undefined {
  if (typeof sent === 'string') return cleanText(sent)
  if (typeof sent === 'boolean') return String(sent)
  return typeof sent === 'number' && Number.isFinite(sent) ? String(sent) : undefined
}
