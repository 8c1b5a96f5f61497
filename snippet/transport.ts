// One attempt to deliver, and what its answer means.

import { bodyBytesMax } from '../shared/limits.ts'
import { bytesOf } from './body.ts'
import type { LeadIssue, SubmitResult } from './public-types.ts'
import { bodyOf, type Submission } from './submission.ts'

/** How long an answer may take before the submission counts as unconfirmed. */
const answerMsMax = 15_000
const retryMsMin = 1_000
const retryMsMax = 60_000

/** Bytes of keepalive requests under way. Browsers share 64 KiB among all of a page's (Fetch, §4.7). */
let keepaliveBytes = 0

/** Sends once. Resolves to the collector's word, or to nothing when it is worth trying again. Never rejects. */
export const attemptDelivery = async (url: string, submission: Submission): Promise<SubmitResult | undefined> => {
  const body = bodyOf(submission)
  const bytes = bytesOf(body)
  // A first attempt outlives the page if it fits. A retry goes without: the browser may have refused the flag itself.
  const keepalive = !submission.attempts++ && keepaliveBytes + bytes <= bodyBytesMax
  if (keepalive) keepaliveBytes += bytes
  try {
    // A text body without headers needs no preflight, which a page that unloads would not live to see.
    const request = fetch(url, { method: 'POST', body, keepalive, credentials: 'omit' })
    const answer = await Promise.race([request, lateAnswer()])
    if (!answer) return undefined
    const { status } = answer
    const said: Said = await answer.json().catch(() => ({}))
    if (answer.ok) return isWord(said.status) ? resultOf(submission, said.status, said.issues) : undefined
    if (status >= 400 && status < 500 && status !== 408 && status !== 429) {
      return resultOf(submission, 'rejected', (said.errors || []).map(issueOf))
    }
  } catch {
    // Offline, blocked by an extension or a policy, no fetch at all: unconfirmed, whatever the reason.
  } finally {
    if (keepalive) keepaliveBytes -= bytes
  }
  return undefined
}

/** An answer without its word (a proxy's page with status 200) is no acknowledgement. */
interface Said {
  readonly status?: unknown
  readonly issues?: readonly LeadIssue[]
  readonly errors?: readonly { readonly pointer?: string; readonly code: string }[]
}
const isWord = (status: unknown): status is 'accepted' | 'duplicate' => status === 'accepted' || status === 'duplicate'

const resultOf = (
  { id }: Submission,
  status: SubmitResult['status'],
  issues: readonly LeadIssue[] = [],
): SubmitResult => ({
  id,
  status,
  issues,
})

const issueOf = ({ pointer = '', code }: { readonly pointer?: string; readonly code: string }): LeadIssue => ({
  field: pointer.replace(/.*\//, ''),
  code,
})

const lateAnswer = () => new Promise<undefined>(resolve => setTimeout(resolve, answerMsMax))

/** How long to wait before the next attempt: doubling, with jitter so that a thousand pages do not return at once. */
export const retryDelayMs = (attempts: number, random: number): number =>
  Math.min(retryMsMin * 2 ** (attempts - 1), retryMsMax) * (0.5 + random / 2)
