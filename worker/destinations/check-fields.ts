// What a check says: of a failure, and of the vendor's fields beside those that are written.

import type { FieldCatalog, FieldFacts } from '../../shared/delivery/fit-fields.ts'
import { picklistValuesMax, requiredFieldsMax } from '../../shared/limits.ts'
import type { Result } from '../../shared/result.ts'
import type { DestinationCheck, Failure, Missing } from './destination.ts'
import { lookFailure } from './look-failure.ts'

/** A field that is written. */
export interface Written {
  readonly name: string
  /** The kind of value that is sent, where the vendor tells kinds apart. */
  readonly as?: 'text' | 'number' | 'boolean' | undefined
  readonly isUnique?: boolean
}

/** The check of a destination whose credentials have just worked. */
export function checkFields(described: Result<FieldCatalog, Failure>, written: readonly Written[]): DestinationCheck {
  if (!described.ok) {
    const { kind } = described.error
    // Fields may be out of reach for a token that may write them; a vendor that is out of reach is another matter.
    return kind === 'retry' ? failedCheck(described.error) : { kind: 'ready', notes: ['fields_unread'] }
  }
  const catalog = described.value
  // Several rules may write one field.
  const byName = new Map(written.map(field => [field.name, field]))
  const names = [...byName.keys()]
  const missing = [...byName.values()].flatMap((field): Missing[] => {
    const problem = problemOf(catalog[field.name] ?? undefined, field)
    return problem ? [{ what: 'field', name: field.name, problem }] : []
  })
  for (const [name, facts] of Object.entries(catalog)) {
    if (facts?.isRequired && !names.includes(name)) missing.push({ what: 'field', name, problem: 'not_written' })
  }
  const isWrong = (name: string) => missing.some(one => one.name === name)
  const fields = names.filter(name => !isWrong(name))
  return missing.length > 0 ? { kind: 'incomplete', missing, fields } : { kind: 'ready', fields }
}

function problemOf(facts: FieldFacts | undefined, { as, isUnique }: Written): Missing['problem'] | undefined {
  if (!facts) return 'absent'
  if (!facts.isWritable) return 'read_only'
  if (isUnique && facts.isUnique === false) return 'not_unique'
  const isTyped = facts.type === 'text' || facts.type === 'number' || facts.type === 'boolean'
  return as && isTyped && facts.type !== as ? 'wrong_type' : undefined
}

type Told = readonly (readonly [name: string, facts: FieldFacts])[]

/**
 * Of all that a vendor has told, what is written and what it requires. A field that it does not name is not there.
 * @param note a field that is written only now and then
 */
export function catalogOf(written: readonly Written[], note: string, told: Told): FieldCatalog {
  const byName = new Map(told)
  const required = told.filter(([, facts]) => facts.isRequired).slice(0, requiredFieldsMax)
  const names = [...written.map(({ name }) => name), note]
  return Object.fromEntries([...names.map(name => [name, byName.get(name) ?? null]), ...required])
}

/** The values of a picklist, where there are not too many to be kept. */
export const optionsOf = (values: readonly string[]) => (values.length <= picklistValuesMax ? { options: values } : {})

/** What a kind of field is called by the vendors; no name of one is another kind's name at another. */
const kindNames: readonly (readonly [FieldFacts['type'], string])[] = [
  ['text', 'string text textarea email phone phone_number url website varchar varchar_auto'],
  ['number', 'number int integer bigint double currency percent monetary enum'],
  ['boolean', 'bool boolean'],
  ['picklist', 'picklist'],
  ['multi_picklist', 'multipicklist multiselectpicklist'],
  ['time', 'date datetime'],
]

/** The kind of a field by the vendor's word for it. */
export const kindOf = (word: string): FieldFacts['type'] =>
  kindNames.find(([, words]) => words.split(' ').includes(word))?.[0] ?? 'other'

/** A check that could not be made. */
export function failedCheck(failure: Failure): DestinationCheck {
  const outcome = lookFailure(failure)
  const answer = outcome.answer ? { answer: outcome.answer } : {}
  return outcome.kind === 'blocked'
    ? { kind: 'blocked', reason: outcome.reason, ...answer }
    : { kind: 'unreachable', ...answer }
}
