// Which of a lead's values goes into which field of a destination, and when: decides what is written beside what the
// destination holds. field-path.ts reads the values; what a field means to the vendor is the destination's business.

import { type OwnerPolicy, ownerWrite } from '../identity/owner-policy.ts'
import type { Lead } from '../lead/lead.ts'
import { err, ok, type Result } from '../result.ts'
import { isOfOriginal, readPath } from './field-path.ts'
import type { RejectReason } from './outcome.ts'

export interface FieldRule {
  /** A path that `isFieldPath` knows. */
  readonly from: string
  /** The vendor's own name of the field. */
  readonly to: string
  readonly owner: OwnerPolicy
  /** Ours to theirs; `*` takes every other value. A value that is not named parks the lead, so that nothing is dropped unseen. */
  readonly picklist?: Readonly<Record<string, string>> | undefined
  /** Characters (UTF-16 units) that the vendor takes. */
  readonly maxLength?: number | undefined
  /** What becomes of a longer value. `refuse` parks the lead, which is right for what identifies a person. */
  readonly tooLong?: 'refuse' | 'cut' | undefined
  /** How the vendor's interface wants it. Text unless told otherwise. */
  readonly as?: 'text' | 'number' | 'boolean' | undefined
  /** Written where we have no value and they have none either: for what a vendor insists on. */
  readonly fallback?: string | undefined
}

export interface FieldMap {
  readonly version: 1
  readonly fields: readonly FieldRule[]
}

/** A value on its way: what is ours for a field, and who owns it. Ours is empty where the lead says nothing. */
export interface MappedField {
  readonly to: string
  readonly owner: OwnerPolicy
  readonly ours: string
  readonly as?: 'text' | 'number' | 'boolean' | undefined
  readonly fallback?: string
  /** A part of the touch that never moves, and never stands beside a part of another. */
  readonly isOriginal?: true
}

/** The values of a lead for these rules, or the first that does not fit. */
export function mapLead(
  lead: Lead,
  rules: readonly FieldRule[],
): Result<readonly MappedField[], { readonly reason: RejectReason; readonly field: string }> {
  const mapped: MappedField[] = []
  for (const { from, to, owner, picklist, maxLength, tooLong, as, fallback } of rules) {
    if (owner === 'never') continue
    let ours = readPath(lead, from)?.trim() ?? ''
    if (picklist && ours !== '') {
      const theirs = Object.hasOwn(picklist, ours) ? picklist[ours] : picklist['*']
      if (theirs === undefined) return err({ reason: 'invalid_value', field: to })
      ours = theirs
    }
    if (maxLength !== undefined && ours.length > maxLength) {
      if (tooLong !== 'cut') return err({ reason: 'too_large', field: to })
      ours = cutText(ours, maxLength)
    }
    const original = isOfOriginal(from) ? ({ isOriginal: true } as const) : {}
    mapped.push({ to, owner, ours, ...(as ? { as } : {}), ...(fallback ? { fallback } : {}), ...original })
  }
  return ok(mapped)
}

/** The beginning of a text. A cut through a pair of surrogates would leave half a letter. */
export const cutText = (text: string, charsMax: number): string =>
  text.slice(0, charsMax).replace(/[\uD800-\uDBFF]$/, '')

/**
 * What is written, by the vendor's field. An empty text empties the field.
 * @param theirs what the destination holds by field, an absent one being empty; undefined when nobody has looked
 */
export function writesOf(
  mapped: readonly MappedField[],
  theirs: Readonly<Record<string, string>> | undefined,
): Record<string, string> {
  const writes: Record<string, string> = {}
  const isOfAnother = mapped.some(
    ({ to, ours, ...rule }) => isKept(rule) && theirs?.[to]?.trim() && theirs[to] !== ours,
  )
  for (const { to, owner, ours, fallback, isOriginal } of mapped) {
    const held = theirs && (theirs[to] ?? '')
    if (isOfAnother && isKept({ owner, isOriginal })) continue
    // Two rules may name one field; the first that writes wins, so that a list reads as an order of preference.
    if (Object.hasOwn(writes, to)) continue
    const isFallback = ours === '' && fallback !== undefined
    const write = isFallback ? ownerWrite('onlyWhenEmpty', fallback, held) : ownerWrite(owner, ours, held)
    if (write.kind === 'write') writes[to] = write.value
  }
  return writes
}

// Their source beside our campaign would be a touch that nobody made.
const isKept = ({ owner, isOriginal }: Pick<MappedField, 'owner'> & { isOriginal?: true | undefined }): boolean =>
  isOriginal === true && owner === 'onlyWhenEmpty'

/** As `writesOf`, for vendors that tell kinds of values apart: numbers and booleans as the rules say, `null` for empty. */
export function typedWritesOf(
  mapped: readonly MappedField[],
  theirs: Readonly<Record<string, string>> | undefined,
): Record<string, string | number | boolean | null> {
  const typed = Object.entries(writesOf(mapped, theirs)).map(([to, value]) => {
    const as = mapped.find(field => field.to === to)?.as
    if (value === '') return [to, null]
    if (as === 'boolean') return [to, value === 'true']
    // A text that is no number is sent as it is, so that the vendor names the field it refuses.
    return [to, as === 'number' && Number.isFinite(Number(value)) ? Number(value) : value]
  })
  return Object.fromEntries(typed)
}

/** The fields whose content must be known before anything is written. */
export const fieldsToRead = (rules: readonly Looked[]): string[] => [
  ...new Set(rules.filter(rule => rule.owner !== 'never' && needsLook(rule)).map(rule => rule.to)),
]

type Looked = Pick<FieldRule, 'to' | 'owner' | 'fallback'>
const needsLook = (rule: Looked) => rule.owner === 'onlyWhenEmpty' || rule.fallback !== undefined
