// One attempt to deliver, and what its answer means.

import { bodyBytesMax } from '../shared/limits.ts'
import { bytesOf } from './body.ts'
import type { LeadIssue, SubmitResult } from './public-types.ts'
import { collectorUrl } from './settings.ts'

/** How long an answer may take before the submission counts as unconfirmed. */
const answerMsMax = 15_000
const retryMsMin = 1_000
const retryMsMax = 60_000

/** Bytes of keepalive requests under way. Browsers share 64 KiB among all of a page's (Fetch, §4.7). */
let keepaliveBytes = 0

/** The collector's answer; without its word (a proxy's page with status 200) it acknowledges nothing. */
interface Said {
  readonly status?: unknown
  readonly issues?: readonly LeadIssue[]
  readonly errors?: readonly { readonly pointer: string; readonly code: string }[]
}

/**
 * Sends once. Answers the collector's word, or nothing when it is worth trying again: offline, too late, blocked by an
 * extension or a policy, a server in trouble. May reject, which means the same.
 * @param isFirst a first attempt outlives the page if it fits; a retry goes without, for the flag may be what failed
 */
export const attemptDelivery = async (id: string, body: string, isFirst: boolean): Promise<SubmitResult | undefined> => {
  const bytes = bytesOf(body)
  const keepalive = isFirst && keepaliveBytes + bytes <= bodyBytesMax
  if (keepalive) keepaliveBytes += bytes
  try {
    const answer = await Promise.race([
      // A text body without headers needs no preflight, which a page that unloads would not live to see.
      fetch(collectorUrl, { method: 'POST', body, keepalive, credentials: 'omit' }),
      new Promise<never>((_, reject) => setTimeout(reject, answerMsMax)),
    ])
    const code = answer.status
    const said: Said = await answer.json().catch(() => ({}))
    if (answer.ok)
      return said.status === 'accepted' || said.status === 'duplicate'
        ? { id, status: said.status, issues: said.issues || [] }
        : undefined
    if (code >= 400 && code < 500 && code !== 408 && code !== 429)
      return {
        id,
        status: 'rejected',
        issues: (said.errors || []).map(error => ({ field: error.pointer.replace(/.*\//, ''), code: error.code })),
      }
    return undefined
  } finally {
    if (keepalive) keepaliveBytes -= bytes
  }
}

/** How long to wait before the next attempt: doubling, with jitter so that a thousand pages do not return at once. */
export const retryDelayMs = (attempts: number, random: number): number =>
  Math.min(retryMsMin * 2 ** attempts, retryMsMax) * (0.5 + random / 2)
