// One attempt to deliver, and what its answer means.

import { bodyBytesMax } from '../shared/limits.ts'
import { bytesOf } from './body.ts'
import type { SubmitResult } from './public-types.ts'
import { collectorUrl } from './settings.ts'

/** How long an answer may take before the submission counts as unconfirmed. */
const answerMsMax = 15_000

/** Bytes of keepalive requests under way. Browsers share 64 KiB among all of a page's (Fetch, §4.7). */
let keepaliveBytes = 0

/** What the collector says: the contract's answer, or a problem document. */
type Said = Partial<SubmitResult> & { readonly errors?: readonly { readonly pointer: string; readonly code: string }[] }

/**
 * Sends once. Answers the collector's word, or nothing when it is worth trying again: offline, too late, blocked by an
 * extension or a policy, a server in trouble. May reject, which means the same.
 * @param isFirst a first attempt outlives the page if it fits; a retry goes without, for the flag may be what failed
 */
export const attemptDelivery = async (
  id: string,
  body: string,
  isFirst: boolean,
): Promise<SubmitResult | undefined> => {
  const bytes = bytesOf(body)
  const keepalive = isFirst && keepaliveBytes + bytes <= bodyBytesMax
  if (keepalive) keepaliveBytes += bytes
  try {
    const answer = await Promise.race([
      // A text body without headers needs no preflight, which a page that unloads would not live to see.
      fetch(collectorUrl, { method: 'POST', body, keepalive, credentials: 'omit' }),
      new Promise<never>((_, reject) => setTimeout(reject, answerMsMax)),
    ])
    const said: Said = await answer.json().catch(() => ({}))
    // Without its word (a proxy's page with status 200) an answer acknowledges nothing.
    if (answer.ok) return said.status && (said as SubmitResult)
    // Too slow and too many are worth another try, as everything but 4xx is.
    if (/^4(?!08|29)/.test(`${answer.status}`)) {
      const issues = said.errors?.map(error => ({ field: error.pointer.replace(/.*\//, ''), code: error.code }))
      return { id, status: 'rejected', issues: issues || [] }
    }
    return undefined
  } finally {
    if (keepalive) keepaliveBytes -= bytes
  }
}
