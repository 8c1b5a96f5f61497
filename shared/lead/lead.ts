// The record of one person at one site: a fold over submissions, ordered by when they happened.
// Any arrival order and any repetition give the same lead.

import type { LeadId, SiteId } from '../ids.ts'
import { type Attribution, foldAttribution } from './attribution.ts'
import type { ConsentRecord } from './consent.ts'
import type { CustomField, LeadProfile } from './profile.ts'
import type { Submission } from './submission.ts'

export interface Lead {
  readonly id: LeadId
  readonly siteId: SiteId
  /** Grows by one with every submission that is filed under the lead. Destinations store it. */
  readonly revision: number
  readonly createdAt: string
  readonly updatedAt: string
  readonly profile: LeadProfile
  readonly custom: readonly CustomField[]
  readonly attribution: Attribution
  /** All consent records, oldest first. */
  readonly consents: readonly ConsentRecord[]
  readonly intent: 'high' | 'low'
  readonly formName?: string
  /** The submissions it was folded from, oldest first. */
  readonly submissions: readonly Submission[]
}

/**
 * Folds the submissions of one lead. Later values win field by field, a blank never erases.
 * @param submissions at least one, in any order, repetitions allowed
 */
export function foldLead(head: { id: LeadId; revision: number }, submissions: readonly Submission[]): Lead {
  const ordered = inOrder(submissions)
  const [first] = ordered
  const last = ordered[ordered.length - 1]
  if (!first || !last) throw new Error('a lead has at least one submission')
  let profile: LeadProfile = {}
  const custom = new Map<string, CustomField>()
  for (const submission of ordered) {
    profile = { ...profile, ...present(submission.profile) }
    for (const field of submission.custom) custom.set(field.name, field)
  }
  const formName = ordered.findLast(submission => submission.form.name)?.form.name
  return {
    id: head.id,
    siteId: first.siteId,
    revision: head.revision,
    createdAt: first.occurredAt,
    updatedAt: last.occurredAt,
    profile,
    custom: [...custom.values()],
    attribution: foldAttribution(ordered.flatMap(submission => submission.touchpoints)),
    consents: ordered.map(submission => submission.consent),
    intent: ordered.some(submission => submission.form.intent === 'high') ? 'high' : 'low',
    ...(formName ? { formName } : {}),
    submissions: ordered,
  }
}

/** What the person allows now: the latest record that is not `unknown`, else unknown. */
export function currentConsent(lead: Lead): ConsentRecord | undefined {
  return lead.consents.findLast(record => record.state !== 'unknown') ?? lead.consents.at(-1)
}

/** What the person did last tells how to name them: a name from two submissions is never mixed. */
function present(profile: LeadProfile): LeadProfile {
  const kept = Object.entries(profile).filter(([, value]) => value !== undefined && value !== '' && value.length > 0)
  const next: Record<string, unknown> = Object.fromEntries(kept)
  const namesPerson = next['fullName'] ?? next['firstName'] ?? next['lastName']
  if (namesPerson !== undefined) for (const name of nameFields) next[name] ??= undefined
  if (next['phone'] !== undefined) next['phoneExtension'] ??= undefined
  return next
}

const nameFields = ['firstName', 'lastName', 'fullName']

function inOrder(submissions: readonly Submission[]): Submission[] {
  const byId = new Map(submissions.map(submission => [submission.id, submission]))
  return [...byId.values()].sort((a, b) =>
    a.occurredAt === b.occurredAt ? (a.id < b.id ? -1 : 1) : a.occurredAt < b.occurredAt ? -1 : 1,
  )
}
