// One attempt to deliver, and what its answer means.

import type { SubmitResult } from './public-types.ts'
import { collectorUrl } from './settings.ts'

/** How long an answer may take before the submission counts as unconfirmed. Old browsers have their own, longer one. */
const answerMsMax = 15_000

/** What the collector says: the contract's answer, or a problem document. */
type Said = Partial<SubmitResult> & { readonly errors?: readonly { readonly pointer: string; readonly code: string }[] }

/** The browser's own, from before the page wraps it: a header added there would need a preflight. */
const { fetch } = window

/**
 * Sends once. Answers the collector's word, or nothing when it is worth trying again: offline, too late, blocked by an
 * extension or a policy, a server in trouble.
 */
export const attemptDelivery = async (id: string, body: string): Promise<SubmitResult | undefined> => {
  // `await` and not `catch()`: a page may have replaced the methods of promises, and an error in those would be its own.
  // Outlives the page, unless the 64 KiB that browsers allow all such requests of a page (Fetch, §4.7) are taken.
  for (const keepalive of [true, false])
    try {
      // A text body without headers needs no preflight, which a page that unloads would not live to see.
      const answer = await fetch(collectorUrl, {
        method: 'POST',
        body,
        keepalive,
        credentials: 'omit',
        signal: AbortSignal.timeout?.(answerMsMax),
      })
      let said: Said = {}
      try {
        said = await answer.json()
      } catch {
        // Not JSON. Without its word (a proxy's page with status 200) an answer acknowledges nothing.
      }
      if (answer.ok) return said.status && (said as SubmitResult)
      // Too slow and too many are worth another try, as everything but 4xx is.
      if (/^4(?!08|29)/.test(`${answer.status}`)) {
        const issues = said.errors?.map(({ pointer, code }) => ({ field: pointer.replace(/.*\//, ''), code })) || []
        return { id, status: 'rejected', issues }
      }
      return undefined
    } catch {
      // Offline, too late, blocked.
    }
  return undefined
}
