// Puts the issues of a lead into words.

import type { LeadIssue } from '../public-types.ts'

/** Issues name fields and what is wrong, never a value. */
export const issuesText = (issues: readonly LeadIssue[]): string =>
  issues.map(({ field, code }) => `${field} ${code}`).join(', ')
