// Values held against what the vendor says of its own fields, before any call: cut, left out, or sent as they are. What does
// not fit goes into a note as it came, so that nothing a person said is lost for one field.

import { noteCharsMax } from '../limits.ts'
import { cutText } from './field-map.ts'

/** What a vendor says of one field. */
export interface FieldFacts {
  readonly type: 'text' | 'number' | 'boolean' | 'picklist' | 'multi_picklist' | 'time' | 'other'
  /** UTF-16 units. */
  readonly maxLength?: number | undefined
  /** The values it takes; absent where it takes any, or more than `picklistValuesMax`. */
  readonly options?: readonly string[] | undefined
  /** A new record is refused without it. */
  readonly isRequired?: boolean
  readonly isWritable: boolean
  readonly isUnique?: boolean
}

/** Facts by the vendor's field name. `null`: the vendor has no such field. A name that is not there was not asked for. */
export type FieldCatalog = Readonly<Record<string, FieldFacts | null>>

/** A value on its way to a field. */
interface Fitting {
  readonly to: string
  readonly ours: string
  readonly fallback?: string
}

/** Values that fit, and what of the others is told. */
export interface Fitted<Field> {
  readonly fields: readonly Field[]
  /** One line for each value that is not in its field whole. */
  readonly note: readonly string[]
  /** Names of the fields that were left out with their value. */
  readonly dropped: readonly string[]
}

/** @param isEssential fields that are sent as they are: without them the record would be another one */
export function fitFields<Field extends Fitting>(
  fields: readonly Field[],
  catalog: FieldCatalog,
  isEssential: (name: string) => boolean,
): Fitted<Field> {
  const kept: Field[] = []
  const note: string[] = []
  const dropped = new Set<string>()
  for (const field of fields) {
    const { to, ours } = field
    const facts = Object.hasOwn(catalog, to) ? catalog[to] : undefined
    const fitting = facts === undefined || isEssential(to) ? ours : fitValue(ours, facts)
    if (fitting === undefined && ours !== '') dropped.add(to)
    if (fitting !== ours && ours !== '') note.push(noteLine(to, ours))
    if (fitting !== undefined) kept.push({ ...field, ours: fitting })
    // The value does not fit, the fallback may.
    else if (facts?.isWritable && field.fallback !== undefined) kept.push({ ...field, ours: '' })
  }
  return { fields: kept, note: [...new Set(note)], dropped: [...dropped] }
}

/** What of a value fits; undefined when the field is to be left out. */
function fitValue(value: string, facts: FieldFacts | null): string | undefined {
  if (!facts?.isWritable) return undefined
  if (value === '') return value
  const { type, options, maxLength } = facts
  if (type === 'number' && !Number.isFinite(Number(value))) return undefined
  if (type === 'boolean' && value !== 'true' && value !== 'false') return undefined
  if (options && type === 'picklist' && !options.includes(value)) return undefined
  if (options && type === 'multi_picklist') {
    const known = value.split(';').filter(one => options.includes(one.trim()))
    return known.length > 0 ? known.join(';') : undefined
  }
  return maxLength !== undefined && value.length > maxLength ? cutText(value, maxLength) : value
}

/** The first field that the vendor requires of a new record and that nothing is written to. */
export function missingRequired(fields: readonly Fitting[], catalog: FieldCatalog): string | undefined {
  const given = new Set(fields.filter(({ ours, fallback }) => ours !== '' || fallback).map(({ to }) => to))
  return Object.entries(catalog).find(([name, facts]) => facts?.isRequired && !given.has(name))?.[0]
}

/** The same without one field, whose value goes to the note. Undefined when there is no value to leave out. */
export function withoutField<Field extends Fitting>(fitted: Fitted<Field>, field: string): Fitted<Field> | undefined {
  const refused = fitted.fields.filter(({ to, ours }) => to === field && ours !== '')
  if (refused.length === 0) return undefined
  return {
    fields: fitted.fields.flatMap(one => {
      if (one.to !== field) return [one]
      return one.fallback === undefined ? [] : [{ ...one, ours: '' }]
    }),
    note: [...new Set([...fitted.note, ...refused.map(({ to, ours }) => noteLine(to, ours))])],
    dropped: [...new Set([...fitted.dropped, field])],
  }
}

const noteLine = (name: string, value: string) => `${name}: ${value}`

/** The note as one text; empty when everything is in its field. */
export const noteText = ({ note }: { readonly note: readonly string[] }): string =>
  cutText(note.join('\n'), noteCharsMax)
