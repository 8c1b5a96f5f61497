import { expect, it } from 'vitest'
import { newSubmissionId } from './ids.ts'

it('is a UUIDv7 of its moment, and another each time', () => {
  const ids = new Set(Array.from({ length: 1_000 }, () => newSubmissionId(Date.UTC(2026, 10, 24))))
  expect(ids.size).toBe(1_000)
  for (const id of ids) expect(id).toMatch(/^01a20ada-2c00-7[\da-f]{3}-8[\da-f]{3}-[\da-f]{12}$/)
})
