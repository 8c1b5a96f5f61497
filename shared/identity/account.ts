// The account of a lead: the company that its people are grouped under. A group, never a merge.

import { type Comparable, prepareLead } from './prepare-lead.ts'

/** The registrable domain of the company's website, else of its mailbox unless that is at a free service. */
export const accountOf = (profile: Comparable): string | undefined => prepareLead(profile).domain
