// A lead from bytes to ledger, in the order of the flow in docs/ARCHITECTURE.md. Every line is a step that lives in a
// file of its own; what fails on the way is kept in quarantine with its reason, never thrown away.

import { newLeadId, newSubmissionId } from '../shared/ids.ts'
import { buildSubmission } from '../shared/lead/build-submission.ts'
import type { Submission } from '../shared/lead/submission.ts'
import { batchMinutesDefault } from '../shared/limits.ts'
import type { Problem } from '../shared/problem.ts'
import { err, ok, type Result } from '../shared/result.ts'
import type { WireAnswer } from '../shared/wire.ts'
import type { Env } from './env.ts'
import type { AcceptInput } from './ledger/accept.ts'
import { log } from './platform/log.ts'
import { ledgerOf } from './platform/objects.ts'
import { mac } from './privacy/blind-index.ts'
import { sealSubmission } from './privacy/open-lead.ts'
import { personKeys } from './privacy/person-keys.ts'
import { seal } from './privacy/vault.ts'
import { type ReceivedBody, readEnvelope } from './receive/envelope.ts'
import type { Site } from './receive/sites.ts'

/** A body that came with a known key, and when. */
export interface Received {
  readonly site: Site
  readonly body: ReceivedBody
  /** Milliseconds since 1970. */
  readonly receivedAt: number
}

/** Accepts the lead in a body, or refuses it with a problem. Either way it is durable when this returns. */
export async function receive(env: Env, received: Received): Promise<Result<WireAnswer, Problem>> {
  const built = await build(received)
  if (!built.ok) return refuse(env, received, built.error)
  const submission = built.value
  const answer = await ledgerOf(env, received.site).accept(
    await fileSubmission(env, received.site, submission, await mac(env, 'body', received.body.bytes)),
  )
  switch (answer.kind) {
    case 'accepted':
      return ok({ id: submission.id, status: 'accepted', issues: submission.issues })
    case 'duplicate':
      return ok({ id: submission.id, status: 'duplicate', issues: answer.issues })
    case 'id-reused':
      return refuse(env, received, { type: 'id-reused' })
  }
}

/** Keeps a body that cannot be a lead, and answers with the problem. */
export async function refuse(env: Env, received: Received, problem: Problem): Promise<Result<never, Problem>> {
  const { site, body, receivedAt } = received
  const id = newSubmissionId(receivedAt, randomBytes())
  const sealed = await seal(env, body.bytes, quarantineLabel(id))
  const { contentType } = body
  await ledgerOf(env, site).quarantine({ id, reason: problem.type, receivedAt, contentType, sealed })
  log.fact('quarantine.stored', { siteId: site.id, problem: problem.type })
  return err(problem)
}

/** What a quarantined body is bound to. */
export const quarantineLabel = (id: string) => `quarantine/${id}`

/** Parse, validate, map, normalize. Has no effect. */
export async function build({ site, body, receivedAt }: Received): Promise<Result<Submission, Problem>> {
  const envelope = await readEnvelope(body)
  if (!envelope.ok) return envelope
  const { id, sent } = envelope.value
  const built = buildSubmission(sent, {
    id: id ?? newSubmissionId(receivedAt, randomBytes()),
    siteId: site.id,
    defaultCountry: site.defaultCountry,
    receivedAt,
  })
  return built.ok ? built : err({ type: 'validation-failed', errors: built.error })
}

/** The ledger's row for a submission: keys by which the person is found again, and the rest sealed. */
export async function fileSubmission(
  env: Env,
  site: Site,
  submission: Submission,
  bodyMac: Uint8Array<ArrayBuffer>,
): Promise<AcceptInput> {
  const [keys, sealed] = await Promise.all([personKeys(env, submission.profile), sealSubmission(env, submission)])
  const receivedAt = Date.parse(submission.receivedAt)
  return {
    id: submission.id,
    bodyMac,
    occurredAt: Date.parse(submission.occurredAt),
    receivedAt,
    newLeadId: newLeadId(receivedAt, randomBytes()),
    ...keys,
    issues: submission.issues,
    ...(submission.spam ? { spam: submission.spam } : {}),
    destinations: site.destinations.map(destination => destination.id),
    ...(submission.form.intent === 'low' ? { batchMinutes: site.batchMinutes ?? batchMinutesDefault } : {}),
    sealed,
  }
}

function randomBytes(): Uint8Array {
  return crypto.getRandomValues(new Uint8Array(10))
}
