// The recognition of fields keeps its promise on the hand-written labels and names of quality/rows/.

import { describe, expect, it } from 'vitest'
import { labelRows, scoreFieldLabels } from '../../quality/field-labels.ts'

describe.each(['pt', 'es', 'en', 'de', 'fr', 'name'])('fields of forms, %s', lang => {
  const { rows, right, wrong } = scoreFieldLabels(lang)

  it('are right in 95 of 100', () => {
    expect(rows).toBeGreaterThan(100)
    expect(right / rows).toBeGreaterThanOrEqual(0.95)
  })

  it('are wrong in at most 1 of 100', () => {
    expect(wrong / rows).toBeLessThanOrEqual(0.01)
  })
})

it('has enough labels that must stay unmapped', () => {
  expect(labelRows.filter(row => row.expect === null).length).toBeGreaterThan(300)
})
