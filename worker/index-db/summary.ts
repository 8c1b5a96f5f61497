// What the read index shows of a lead: a status in clear and a few fields, sealed under the lead's own key.

import type { LeadId } from '../../shared/ids.ts'
import type { DeliveryRow } from '../ledger/delivery-rows.ts'

/** The sealed part of a row. */
export interface LeadSummary {
  readonly fullName?: string
  readonly email?: string
  readonly phone?: string
  readonly company?: string
}

export const leadStatuses = ['pending', 'delivered', 'parked'] as const
export type LeadStatus = (typeof leadStatuses)[number]

/** The worst of its deliveries: parked before pending before delivered. */
export function leadStatus(deliveries: readonly DeliveryRow[]): LeadStatus {
  const has = (state: DeliveryRow['state']) => deliveries.some(delivery => delivery.state === state)
  return has('parked') ? 'parked' : has('pending') ? 'pending' : 'delivered'
}

/** What a sealed summary is bound to. */
export const summaryLabel = (id: LeadId) => `summary/${id}`
