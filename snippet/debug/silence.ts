// Explains why a submission has no answer. The one request of ours: whether the collector can be reached at all is seen
// by loading this very file again, which the page may do from any origin.

import { isBlockedByPolicy } from './policy-seen.ts'
import { collectorOrigin } from './settings.ts'
import { tell } from './tell.ts'

/** Tells the likeliest cause. A policy that stops us has told by itself. */
export const explainSilence = async (): Promise<void> => {
  if (isBlockedByPolicy) return
  if (!navigator.onLine) return tell('LC40')
  const isReached = await fetch(import.meta.url, { mode: 'no-cors', cache: 'no-store' }).then(
    () => true,
    () => false,
  )
  if (isBlockedByPolicy) return
  tell(isReached ? 'LC41' : 'LC42', { origin: location.origin, endpoint: collectorOrigin })
}
