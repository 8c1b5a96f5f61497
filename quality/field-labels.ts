// Labels and names of business forms in five languages, written by hand, and what the core makes of them. A row is kept
// when it fails: the share is the promise, not each row. See docs/mapping.md.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { recogniseField } from '../shared/mapping/recognise-field.ts'

export interface LabelRow {
  /** Language of the label; `name` for names of controls. */
  readonly lang: string
  readonly label?: string
  readonly name?: string
  /** The canonical field; null for what must stay unmapped. */
  readonly expect: string | null
}

export interface LabelScore {
  readonly rows: number
  readonly right: number
  /** Mapped to another field, or mapped at all where it must not be. An unmapped field is neither right nor wrong. */
  readonly wrong: number
}

/** All rows. */
export const labelRows: readonly LabelRow[] = readFileSync(
  resolve(import.meta.dirname, 'rows/field-labels.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

/** Scores the rows of one language, or all of them. */
export function scoreFieldLabels(lang?: string): LabelScore {
  const rows = labelRows.filter(row => lang === undefined || row.lang === lang)
  const right = rows.filter(row => recognised(row) === row.expect).length
  const wrong = rows.filter(row => recognised(row) !== null && recognised(row) !== row.expect).length
  return { rows: rows.length, right, wrong }
}

const recognised = ({ name, label }: LabelRow): string | null =>
  recogniseField(name ?? 'input_7', label === undefined ? undefined : { label })?.field ?? null
