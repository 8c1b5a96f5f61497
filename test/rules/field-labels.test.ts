// Scores the recognition of fields on labels and names of business forms in five languages, written by hand.
// The rows are kept when they fail: the two bounds are the promise, not each row. See docs/mapping.md.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { recogniseField } from '../../shared/mapping/recognise-field.ts'

interface LabelRow {
  readonly lang: string
  readonly label?: string
  readonly name?: string
  readonly expect: string | null
}

const rows: readonly LabelRow[] = readFileSync(
  resolve(import.meta.dirname, '../../quality/rows/field-labels.jsonl'),
  'utf8',
)
  .trim()
  .split('\n')
  .map(line => JSON.parse(line))

const recognised = ({ name, label }: LabelRow): string | null =>
  recogniseField(name ?? 'input_7', label === undefined ? undefined : { label })?.field ?? null

describe.each(['pt', 'es', 'en', 'de', 'fr', 'name'])('fields of forms, %s', lang => {
  const own = rows.filter(row => row.lang === lang)
  const wrong = own.filter(row => recognised(row) !== null && recognised(row) !== row.expect)
  const right = own.filter(row => recognised(row) === row.expect)

  it('are right in 95 of 100', () => {
    expect(own.length).toBeGreaterThan(100)
    expect(right.length / own.length).toBeGreaterThanOrEqual(0.95)
  })

  it('are wrong in at most 1 of 100', () => {
    expect(wrong.length / own.length).toBeLessThanOrEqual(0.01)
  })
})

it('has enough labels that must stay unmapped', () => {
  expect(rows.filter(row => row.expect === null).length).toBeGreaterThan(300)
})
