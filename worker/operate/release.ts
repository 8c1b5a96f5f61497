// Releasing what was kept back: a quarantined body or a spam-flagged submission becomes a lead by an operator's word.

import { newSubmissionId, parseSubmissionId } from '../../shared/ids.ts'
import type { Problem } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { WireAnswer } from '../../shared/wire.ts'
import type { Env } from '../env.ts'
import { build, fileSubmission, quarantineLabel } from '../pipeline.ts'
import { ledgerOf } from '../platform/objects.ts'
import { mac } from '../privacy/blind-index.ts'
import { openSubmission } from '../privacy/open-lead.ts'
import { openBytes } from '../privacy/vault.ts'
import { readMediaType } from '../receive/body.ts'
import { sitesInOrder } from './read-lists.ts'

type Released = Result<WireAnswer, Problem>

/** Reads a quarantined body again, whatever its reason was. What still is no lead stays where it is. */
export async function releaseQuarantined(env: Env, id: string): Promise<Released> {
  for (const site of sitesInOrder(env)) {
    const row = await ledgerOf(env, site).openQuarantined(id)
    const mediaType = readMediaType(row?.contentType)
    if (!row || !mediaType) continue
    const bytes = await openBytes(env, row.key, row.bytes, quarantineLabel(id))
    const body = { bytes, mediaType, contentType: row.contentType }
    const built = await build({ site, body, receivedAt: row.receivedAt })
    if (!built.ok) return built
    const { spam: _spam, ...submission } = built.value
    // A reused id belongs to the other submission. This one takes the id of its quarantine row, so that releasing it
    // twice is one submission.
    const released = { ...submission, id: parseSubmissionId(id) ?? newSubmissionId(row.receivedAt, randomBytes()) }
    const accepted = await ledgerOf(env, site).accept(
      await fileSubmission(env, site, released, await mac(env, 'body', bytes)),
    )
    await ledgerOf(env, site).dropQuarantined(id)
    const status = accepted.kind === 'accepted' ? 'accepted' : 'duplicate'
    return ok({ id: released.id, status, issues: released.issues })
  }
  return err({ type: 'not-found' })
}

/** Files a spam-flagged submission under its lead, under its own id. */
export async function releaseSpam(env: Env, id: string): Promise<Released> {
  const submissionId = parseSubmissionId(id)
  if (!submissionId) return err({ type: 'not-found' })
  for (const site of sitesInOrder(env)) {
    const row = await ledgerOf(env, site).openSpam(submissionId)
    if (!row) continue
    const { spam: _spam, ...submission } = await openSubmission(env, site.id, submissionId, row)
    const isReleased = await ledgerOf(env, site).releaseSpam(await fileSubmission(env, site, submission, row.bodyMac))
    if (isReleased) return ok({ id: submissionId, status: 'accepted', issues: submission.issues })
  }
  return err({ type: 'not-found' })
}

const randomBytes = () => crypto.getRandomValues(new Uint8Array(10))
