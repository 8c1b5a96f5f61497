// Opens the sealed submissions of a lead. Only what is about to be shown or delivered is opened, and only in memory.

import type { SiteId, SubmissionId } from '../../shared/ids.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import type { Env } from '../env.ts'
import type { SealedLead, SealedSubmission } from '../ledger/sealed-lead.ts'
import { open, type Sealed, seal } from './vault.ts'

const label = (site: SiteId, id: SubmissionId) => `submission/${site}/${id}`

/** Seals a submission for its row in the ledger. */
export function sealSubmission(env: Env, submission: Submission): Promise<Sealed> {
  return seal(env, JSON.stringify(submission), label(submission.siteId, submission.id))
}

/** All submissions of a lead. Throws when one does not open: a key is missing or a row was altered. */
export function openSubmissions(env: Env, site: SiteId, lead: SealedLead): Promise<Submission[]> {
  return openSealed(env, site, lead.submissions)
}

/** Sealed submissions, in their order. Throws when one does not open. */
export function openSealed(env: Env, site: SiteId, submissions: readonly SealedSubmission[]): Promise<Submission[]> {
  return Promise.all(submissions.map(({ id, key, bytes }) => openSubmission(env, site, id, { key, bytes })))
}

/** One sealed submission. Throws when it does not open. */
export async function openSubmission(
  env: Env,
  site: SiteId,
  id: SubmissionId,
  sealed: { key: Parameters<typeof open>[1]; bytes: Uint8Array },
): Promise<Submission> {
  // Sealed by us as JSON.stringify of a Submission and authenticated, so its shape is known.
  return JSON.parse(await open(env, sealed.key, sealed.bytes, label(site, id))) as Submission
}
