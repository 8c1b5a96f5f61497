// What the gate learns of a batch. One lead that is refused says nothing about the destination.

import type { CallReport } from '../../shared/delivery/circuit.ts'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { retryAfterHoursMax } from '../../shared/limits.ts'

/** Reports for the gate. `scale` multiplies what the destination asked us to wait. */
export function reportsOf(outcomes: readonly DeliveryOutcome[], scale: number): CallReport[] {
  const reports: CallReport[] = []
  const blocked = outcomes.find(outcome => outcome.kind === 'blocked')
  const hasWorked = outcomes.some(outcome => outcome.kind === 'delivered' || outcome.kind === 'rejected')
  const limited = outcomes.filter(outcome => outcome.kind === 'retry' && outcome.reason === 'rate_limited')
  const failed = outcomes.some(
    outcome =>
      outcome.kind === 'retry' && ['server_error', 'timeout', 'network', 'unreadable_answer'].includes(outcome.reason),
  )
  const isTimeout = outcomes.every(outcome => outcome.kind === 'retry' && outcome.reason === 'timeout')
  if (hasWorked) reports.push({ kind: 'worked' })
  else if (failed) reports.push({ kind: 'failed', isTimeout })
  for (const outcome of limited) {
    if (outcome.kind !== 'retry') continue
    const seconds = Math.min(outcome.afterSeconds ?? 1, retryAfterHoursMax * 3_600)
    reports.push({ kind: 'quiet', until: Date.now() + seconds * 1_000 * scale })
  }
  if (blocked?.kind === 'blocked') reports.push({ kind: 'blocked', reason: blocked.reason })
  return reports
}
