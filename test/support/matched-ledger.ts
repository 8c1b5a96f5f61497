// A ledger in memory whose people are matched: submissions sealed and keyed as the pipeline does it, compared as the
// Durable Object does it.

import type { LeadId, SubmissionId } from '../../shared/ids.ts'
import { parseSiteId } from '../../shared/ids.ts'
import type { LeadProfile } from '../../shared/lead/profile.ts'
import type { Submission } from '../../shared/lead/submission.ts'
import type { Env } from '../../worker/env.ts'
import { accept, type Filed } from '../../worker/ledger/accept.ts'
import { type BlockIndex, blockIndex } from '../../worker/ledger/block-index.ts'
import { fillIndex, matcherOf } from '../../worker/ledger/match-homes.ts'
import { openSealed, sealSubmission } from '../../worker/privacy/open-lead.ts'
import { personKeys } from '../../worker/privacy/person-keys.ts'
import { aLead } from './a-lead.ts'
import { anInput, leadIdOf, type NodeLedger, nodeLedger, noon, submissionIdOf } from './node-ledger.ts'

const key = Buffer.alloc(32, 7).toString('base64')
// The two secrets are all that sealing and keying read.
const env = { KEYRING: JSON.stringify({ current: 1, keys: { 1: key } }), INDEX_KEY: key } as unknown as Env
const site = parseSiteId('site') ?? unreachable()

export interface Arrival {
  /** Which submission: its id, and when it happened. */
  readonly n: number
  readonly profile: LeadProfile
}

export interface MatchedLedger {
  readonly port: NodeLedger
  /** Accepts a submission, without comparing. `as` numbers the lead that it makes if it joins none. */
  readonly arrive: (arrival: Arrival, as?: number) => Promise<Filed>
  /** Compares what has arrived or was decided since, until nothing is left. Returns how many leads were looked at. */
  readonly match: (ids?: readonly LeadId[]) => Promise<number>
  /** Which submissions are one person's: their numbers, sorted. */
  readonly persons: () => string
}

/** @param index what remembers block keys; another one than the product's is for showing that a test can fail */
export function matchedLedger(index: BlockIndex = blockIndex()): MatchedLedger {
  const port = nodeLedger()
  fillIndex(port, index)
  const matcher = matcherOf({ port, index, open: sealed => openSealed(env, site, sealed) })
  const waiting = new Set<LeadId>()
  const numbers = new Map<SubmissionId, number>()
  return {
    port,
    arrive: async ({ n, profile }, as = n) => {
      const submission = aSubmission(n, profile)
      numbers.set(submission.id, n)
      const [keys, sealed] = await Promise.all([personKeys(env, profile), sealSubmission(env, submission)])
      const answer = accept(port, anInput(n, { ...keys, sealed, newLeadId: leadIdOf(as) }))
      if (answer.kind !== 'accepted' || !answer.leadId || !answer.homeId) return unreachable()
      waiting.add(answer.homeId)
      return { leadId: answer.leadId, homeId: answer.homeId }
    },
    match: async (ids = []) => {
      for (const id of ids) waiting.add(id)
      let looked = 0
      for (const id of waiting) {
        waiting.delete(id)
        looked += 1
        if (looked > 1_000) throw new Error('matching does not come to rest')
        const matched = await matcher(id)
        if (matched.kind === 'overtaken') waiting.add(id)
      }
      return looked
    },
    persons: () => {
      const rows = port.all<{ person: LeadId; id: SubmissionId }>(
        `select coalesce(l.merged_into, l.id) as person, s.id from submissions s join leads l on l.id = s.lead_id
          where s.state = 'lead'`,
      )
      const groups = [...Map.groupBy(rows, row => row.person).values()]
      return groups
        .map(group =>
          group
            .map(row => numbers.get(row.id) ?? 0)
            .sort((a, b) => a - b)
            .join('+'),
        )
        .sort()
        .join(' ')
    },
  }
}

function aSubmission(n: number, profile: LeadProfile): Submission {
  const [submission] = aLead(n, { profile }).submissions
  const at = new Date(noon + n).toISOString()
  return submission
    ? { ...submission, id: submissionIdOf(n), siteId: site, occurredAt: at, receivedAt: at }
    : unreachable()
}

function unreachable(): never {
  throw new Error('a test lead is always accepted')
}
