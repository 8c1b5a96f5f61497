// The record of one person at one site: a fold over submissions, ordered by when they happened.
// Any arrival order and any repetition give the same lead.

import { isBlank } from '../identity/survivorship.ts'
import type { LeadId, SiteId } from '../ids.ts'
import { type Attribution, foldAttribution } from './attribution.ts'
import { type ConsentRecord, consentsInOrder } from './consent.ts'
import { foldProfile } from './fold-profile.ts'
import type { CustomField, LeadProfile } from './profile.ts'
import { renewedInterestAt } from './renewed-interest.ts'
import { chooseRoute, defaultRouteTable, type Route, type RouteRule } from './route-priority.ts'
import type { Submission } from './submission.ts'

export interface Lead {
  readonly id: LeadId
  readonly siteId: SiteId
  /** Grows by one with every submission that is filed under the lead. Destinations store it. */
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  /** When the person last came back after a while; undefined for a first interest. */
  readonly renewedAt?: string
  readonly profile: LeadProfile
  readonly custom: readonly CustomField[]
  readonly attribution: Attribution
  /** All consent records, in the order of the person's acts. */
  readonly consents: readonly ConsentRecord[]
  readonly intent: 'high' | 'low'
  /** Whose business the lead is. It follows the most urgent of the submissions, so that a later one only raises it. */
  readonly route?: Route
  readonly formName?: string
  /** The submissions it was folded from, oldest first. */
  readonly submissions: readonly Submission[]
}

export interface FoldOptions {
  /** The site's own routes. */
  readonly routes?: readonly RouteRule[] | undefined
}

/**
 * Folds the submissions of one lead.
 * @param submissions at least one, in any order, repetitions allowed
 */
export function foldLead(
  head: { id: LeadId; revision: number },
  submissions: readonly Submission[],
  { routes = defaultRouteTable }: FoldOptions = {},
): Lead {
  const ordered = inOrder(submissions)
  const [first] = ordered
  const last = ordered[ordered.length - 1]
  if (!first || !last) throw new Error('a lead has at least one submission')
  const custom = new Map<string, CustomField>()
  for (const submission of ordered) {
    for (const field of submission.custom) if (!isBlank(field.values)) custom.set(field.name, field)
  }
  const formName = ordered.findLast(submission => submission.form.name)?.form.name
  const route = chooseRoute(routes, ordered)
  const renewedAt = renewedInterestAt(ordered)
  return {
    id: head.id,
    siteId: first.siteId,
    revision: head.revision,
    createdAt: first.occurredAt,
    updatedAt: last.occurredAt,
    ...(renewedAt ? { renewedAt } : {}),
    profile: foldProfile(ordered),
    custom: [...custom.values()],
    attribution: foldAttribution(ordered.flatMap(submission => submission.touchpoints)),
    consents: consentsInOrder(ordered),
    intent: ordered.some(submission => submission.form.intent === 'high') ? 'high' : 'low',
    ...(route ? { route } : {}),
    ...(formName ? { formName } : {}),
    submissions: ordered,
  }
}

/** What the person allows now: their last act that is not `unknown`, whenever we heard of it; else unknown. */
export function currentConsent(lead: Lead): ConsentRecord | undefined {
  return lead.consents.findLast(record => record.state !== 'unknown') ?? lead.consents.at(-1)
}

function inOrder(submissions: readonly Submission[]): Submission[] {
  const byId = new Map(submissions.map(submission => [submission.id, submission]))
  return [...byId.values()].sort((a, b) =>
    a.occurredAt === b.occurredAt ? (a.id < b.id ? -1 : 1) : a.occurredAt < b.occurredAt ? -1 : 1,
  )
}
