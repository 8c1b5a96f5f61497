// What somebody has to do about a delivery, if anything: decides which of a few things ends its waiting.

import type { BlockReason, DeliveryReason, DeliveryState, RejectReason } from './outcome.ts'

export type NextAction =
  | 'none'
  /** It goes on by itself. */
  | 'wait'
  | 'fix_credentials'
  | 'fix_settings'
  /** Mend the field map, or create the field at the destination; then redrive. */
  | 'fix_field_map'
  /** Mend the lead at the destination, or what the field map makes of it; then redrive. */
  | 'fix_lead'
  | 'restore_key'
  | 'redrive'
  /** The destination cannot be told to forget the person: erase the record there by hand. */
  | 'erase_by_hand'

export function nextAction(delivery: {
  readonly state: DeliveryState
  readonly reason: DeliveryReason | null
  readonly isErasure: boolean
}): NextAction {
  const { state, reason, isErasure } = delivery
  if (state !== 'pending' && state !== 'parked') return 'none'
  // What is parked does not go on by itself, whatever it was parked for.
  const byItself = state === 'pending' ? 'wait' : 'redrive'
  const action = reason !== null && isActedOn(reason) ? actions[reason] : byItself
  return isErasure && action === 'fix_lead' ? 'erase_by_hand' : action
}

/** What ends the waiting of deliveries that wait for somebody; all others wait for the destination. */
const actions = {
  unauthorized: 'fix_credentials',
  forbidden: 'fix_credentials',
  secret_missing: 'fix_credentials',
  misconfigured: 'fix_settings',
  gone: 'fix_settings',
  unknown_property: 'fix_field_map',
  too_large: 'fix_field_map',
  invalid_value: 'fix_lead',
  missing_required: 'fix_lead',
  refused: 'fix_lead',
  unreadable_lead: 'restore_key',
  attempts_spent: 'redrive',
} as const satisfies Record<BlockReason | RejectReason | 'attempts_spent', NextAction>

const isActedOn = (reason: DeliveryReason): reason is keyof typeof actions => Object.hasOwn(actions, reason)
