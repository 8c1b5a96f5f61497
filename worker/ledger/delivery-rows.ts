// Deliveries and submissions as operators see them. No personal data is in these rows.

import type { DeliveryAttempt, DeliveryReason, DeliveryState } from '../../shared/delivery/outcome.ts'
import type { DeliveryId, DestinationId, LeadId, SubmissionId } from '../../shared/ids.ts'
import type { Issue } from '../../shared/wire.ts'
import type { LedgerPort } from './port.ts'

export interface DeliveryRow {
  readonly id: DeliveryId
  readonly leadId: LeadId
  readonly destination: DestinationId
  readonly state: DeliveryState
  readonly reason: DeliveryReason | null
  readonly isErasure: boolean
  readonly dueAt: number | null
  readonly owedSince: number
  readonly wantedRevision: number
  readonly deliveredRevision: number
  readonly deliveredAt: number | null
  /** When it was last seen at the destination after it had been delivered. */
  readonly checkedAt: number | null
  readonly attemptsMade: number
  readonly recordId: string | null
  readonly attempts: readonly DeliveryAttempt[]
}

type StoredDelivery = Omit<DeliveryRow, 'attempts' | 'isErasure'> & { isErasure: number; history: string }

const columns = `id, lead_id as leadId, destination_id as destination, state, reason, is_erasure as isErasure,
  due_at as dueAt, owed_since as owedSince, wanted_revision as wantedRevision, delivered_revision as deliveredRevision,
  delivered_at as deliveredAt, checked_at as checkedAt, attempts_made as attemptsMade, record_id as recordId, history`

const toRow = ({ history, isErasure, ...row }: StoredDelivery): DeliveryRow => ({
  ...row,
  isErasure: isErasure === 1,
  attempts: JSON.parse(history),
})

/** All deliveries of one lead. */
export function deliveriesOf(port: LedgerPort, leadId: LeadId): DeliveryRow[] {
  const select = `select ${columns} from deliveries where id > ? and id < ? order by id`
  return port.all<StoredDelivery>(select, `${leadId}.`, `${leadId}/`).map(toRow)
}

/** Newest lead first, below the id `before`. */
export function listDeliveries(
  port: LedgerPort,
  page: { state?: DeliveryState | undefined; before: string; limit: number },
): DeliveryRow[] {
  const select = `select ${columns} from deliveries where id < ?1 and (?2 is null or state = ?2) order by id desc limit ?3`
  return port.all<StoredDelivery>(select, page.before, page.state ?? null, page.limit).map(toRow)
}

export interface SubmissionRow {
  readonly id: SubmissionId
  readonly state: 'lead' | 'spam' | 'erased'
  readonly leadId: LeadId | null
  readonly receivedAt: number
  readonly acceptedAt: number
  readonly issues: readonly Issue[]
}

/** What became of one submission; undefined when it is unknown here. */
export function findSubmission(port: LedgerPort, id: SubmissionId): SubmissionRow | undefined {
  const row = port.all<Omit<SubmissionRow, 'issues'> & { issues: string }>(
    `select s.id, s.state, coalesce(l.merged_into, s.lead_id) as leadId, s.received_at as receivedAt,
        s.accepted_at as acceptedAt, s.issues
      from submissions s left join leads l on l.id = s.lead_id where s.id = ?`,
    id,
  )[0]
  return row && { ...row, issues: JSON.parse(row.issues) }
}
