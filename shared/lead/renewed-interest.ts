// When a person who is known already showed interest again, as opposed to one visit that sent several forms. Destinations
// get the time as a value of its own, so that whoever waits for it to change is told once for each renewal.

import { renewedInterestHoursMin, submissionsFoldedMax } from '../limits.ts'
import type { Submission } from './submission.ts'

/**
 * The time of the latest submission that came long enough after the one before it; undefined for a first interest. What
 * happens later only moves it forward; one that arrives late, with a time between two others, may show that there was no gap.
 * @param ordered oldest first
 */
export function renewedInterestAt(ordered: readonly Pick<Submission, 'occurredAt'>[]): string | undefined {
  // A long list comes without what stands behind the first one: the gap there is none, and would move with each submission.
  const known = ordered.length < submissionsFoldedMax ? ordered : ordered.slice(1)
  const at = known.findLastIndex((submission, index) => {
    const before = known[index - 1]
    return before !== undefined && hoursBetween(before.occurredAt, submission.occurredAt) >= renewedInterestHoursMin
  })
  return known[at]?.occurredAt
}

const hoursBetween = (from: string, to: string) => (Date.parse(to) - Date.parse(from)) / 3_600_000
