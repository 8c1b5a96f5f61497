// Delivers leads as whole as the destination takes them: what fails preflight is rejected without a call, and what is refused
// for a field that can be spared is sent again without it.

import type { DeliveryOutcome, RejectReason } from '../../shared/delivery/outcome.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { fieldsLeftOutMax } from '../../shared/limits.ts'
import type { DeliveryIo, Destination } from './destination.ts'

/** Refusals that are about a value or a field, so that a lead without it may be taken. */
const sparing: readonly RejectReason[] = ['invalid_value', 'unknown_property', 'too_large']

export async function deliverFitting<Settings, Prepared>(
  destination: Pick<Destination<Settings, Prepared>, 'prepare' | 'deliver' | 'without' | 'dropped'>,
  settings: Settings,
  leads: readonly Lead[],
  io: DeliveryIo,
): Promise<readonly DeliveryOutcome[]> {
  const prepared = leads.map(lead => destination.prepare(lead, settings, io.catalog))
  const outcomes: DeliveryOutcome[] = prepared.map(one => (one.ok ? unanswered : { kind: 'rejected', ...one.error }))
  let sending = prepared.flatMap((one, at) => (one.ok ? [{ at, one: one.value }] : []))
  for (let round = 0; round <= fieldsLeftOutMax && sending.length > 0; round += 1) {
    const sent = await destination.deliver(
      sending.map(({ one }) => one),
      settings,
      io,
    )
    const again: typeof sending = []
    sending.forEach(({ at, one }, index) => {
      const outcome = sent[index] ?? unanswered
      const isRepeated = round > 0
      // What was wrong first is what somebody has to mend, whatever is said of the rest.
      if (!isRepeated || outcome.kind !== 'rejected') outcomes[at] = told(outcome, destination.dropped?.(one) ?? [])
      const field = outcome.kind === 'rejected' && sparing.includes(outcome.reason) ? outcome.field : undefined
      const without = field === undefined ? undefined : destination.without?.(one, field, settings)
      if (without) again.push({ at, one: without })
    })
    sending = again
  }
  return outcomes
}

const unanswered: DeliveryOutcome = { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }

// A destination may name more of them in its outcome.
const told = (outcome: DeliveryOutcome, dropped: readonly string[]): DeliveryOutcome =>
  outcome.kind === 'delivered' && dropped.length > 0
    ? { ...outcome, dropped: [...dropped, ...(outcome.dropped ?? [])] }
    : outcome
