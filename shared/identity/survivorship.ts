// Which value wins when submissions of one person say different things. Rules, first to last: a blank never wins; what a
// person typed wins over what was derived, and that over what was inferred; a fuller value wins over a poorer one of the same
// kind; then the newer; then the later id. That is a total order, so any order of arrival chooses the same.

import { mailboxKind } from '../normalize/mailbox-kind.ts'
import { foldText } from './fold-text.ts'

export interface FieldEvidence<Value = string> {
  readonly value: Value
  /** When it was said: UTC ISO 8601. */
  readonly at: string
  /** Breaks ties, and is where the value is traced to. */
  readonly submissionId: string
  /** `typed` into a field of its own; `derived` from another field, as a first name from a full one; `inferred` by us. */
  readonly how: 'typed' | 'derived' | 'inferred'
  /** How full the value is, by nameFullness or mailboxFullness; 1 where it makes no difference. */
  readonly fullness?: number
}

/** Values that belong together, such as the parts of a name, are given as one value, so that they are never mixed. */
export function survive<Value>(values: readonly FieldEvidence<Value>[]): FieldEvidence<Value> | undefined {
  let chosen: FieldEvidence<Value> | undefined
  for (const one of values) if (!isBlank(one.value) && (!chosen || isBetter(one, chosen))) chosen = one
  return chosen
}

const rank = { typed: 2, derived: 1, inferred: 0 } as const

function isBetter<Value>(a: FieldEvidence<Value>, b: FieldEvidence<Value>): boolean {
  const order =
    rank[a.how] - rank[b.how] ||
    (a.fullness ?? 1) - (b.fullness ?? 1) ||
    compareTexts(a.at, b.at) ||
    compareTexts(a.submissionId, b.submissionId) ||
    compareTexts(JSON.stringify(a.value), JSON.stringify(b.value))
  return order > 0
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

/** Nothing, white space, or a group of nothing but those. */
export function isBlank(value: unknown): boolean {
  if (value === undefined || value === null) return true
  if (typeof value === 'string') return value.trim() === ''
  return typeof value === 'object' && Object.values(value).every(isBlank)
}

/** 2 for two words or more, 1 for one, 0 for initials: "Ana Souza", "Ana", "A. S.". */
export function nameFullness(name: string): number {
  const words = foldText(name)
    .split(' ')
    .filter(word => word.length > 1)
  return Math.min(2, words.length)
}

/** 2 for a person's mailbox, 1 for a team's, 0 for one that was made to be thrown away. */
export function mailboxFullness(email: string): number {
  const { role, disposable } = mailboxKind(email)
  return disposable ? 0 : role ? 1 : 2
}
