// A lead as a destination gets it: made of one submission by an invented person.

import { externalId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import { leadIdOf, noon, submissionIdOf } from './node-ledger.ts'

const at = new Date(noon).toISOString()

export interface LeadChanges {
  readonly revision?: number
  readonly profile?: Submission['profile']
  readonly touch?: Submission['touchpoints'][number]
  readonly consent?: Submission['consent']
}

/** The n-th lead, who came by the newsletter and has an address and a first name unless the test says otherwise. */
export function aLead(n: number, changes: LeadChanges = {}): Lead {
  const { revision = 1, profile = aProfile(n) } = changes
  const submission: Submission = {
    id: submissionIdOf(n),
    siteId: 'site' as Submission['siteId'],
    occurredAt: at,
    receivedAt: at,
    fields: [],
    profile,
    custom: [],
    changes: [],
    issues: [],
    touchpoints: [changes.touch ?? { at, utm_source: 'newsletter', utm_medium: 'email' }],
    consent: changes.consent ?? { state: 'unknown', source: 'none', channels: {}, at },
    form: { how: 'api', intent: 'high' },
    page: {},
  }
  return foldLead({ id: leadIdOf(n), revision }, [submission])
}

/** What the n-th lead says about the person. */
export const aProfile = (n: number): Submission['profile'] => ({
  email: `person-${n}@example.com`,
  firstName: 'Joaquina',
})

/** The id by which a destination knows the n-th lead. */
export const idOf = (n: number) => externalId(leadIdOf(n))
