// What it means for a lead that a look before the write, or after an attempt in doubt, has failed.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { unambiguous } from './unambiguous.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

/** A look writes nothing, so that nothing is in doubt after it; and what it is refused for is never the lead's fault. */
export function lookFailure(failure: Failure): Failure {
  if (failure.kind === 'rejected') {
    return { kind: 'blocked', reason: 'misconfigured', ...(failure.answer ? { answer: failure.answer } : {}) }
  }
  return unambiguous(failure)
}
