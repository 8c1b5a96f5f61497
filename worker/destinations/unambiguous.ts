// The outcome of a call that writes nothing: whatever became of it, no record is in doubt.

import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'

type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

export function unambiguous(failure: Failure): Failure {
  if (failure.kind !== 'retry') return failure
  const { isAmbiguous: _, ...plain } = failure
  return plain
}
