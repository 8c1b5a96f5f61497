// A lead as the ledger knows it: facts in clear, the person sealed.

import type { LeadId, SubmissionId } from '../../shared/ids.ts'
import type { WrappedKey } from '../privacy/vault.ts'
import type { FoldedList } from './accept.ts'
import { asBytes, type Blob, type LedgerPort } from './port.ts'

export interface SealedSubmission {
  readonly id: SubmissionId
  readonly key: WrappedKey
  readonly bytes: Uint8Array<ArrayBuffer>
  readonly receivedAt: number
  readonly acceptedAt: number
}

export interface SealedLead {
  readonly id: LeadId
  readonly revision: number
  readonly createdAt: number
  readonly updatedAt: number
  readonly isErased: boolean
  /** Seals what the read index shows of the lead. Gone once the lead is erased. */
  readonly key?: WrappedKey
  /** Those that are folded into the lead. Empty once the lead is erased. */
  readonly submissions: readonly SealedSubmission[]
}

interface LeadRow {
  revision: number
  created_at: number
  updated_at: number
  erased_at: number | null
  folded: string
  key_version: number | null
  wrapped_key: Blob | null
}

interface SubmissionRow {
  id: SubmissionId
  received_at: number
  accepted_at: number
  key_version: number
  wrapped_key: Blob
  sealed: Blob
}

/** A lead with its sealed submissions; undefined when there is none of that id. */
export function readSealedLead(port: LedgerPort, id: LeadId): SealedLead | undefined {
  const lead = port.all<LeadRow>('select * from leads where id = ?', id)[0]
  if (!lead) return undefined
  const folded: FoldedList = JSON.parse(lead.folded)
  const submissions = port
    .all<SubmissionRow>(
      `select id, received_at, accepted_at, key_version, wrapped_key, sealed from submissions
        where id in (select value from json_each(?)) and state = 'lead'`,
      JSON.stringify(folded.map(([, submissionId]) => submissionId)),
    )
    .map(row => ({
      id: row.id,
      key: { keyVersion: row.key_version, wrapped: asBytes(row.wrapped_key) },
      bytes: asBytes(row.sealed),
      receivedAt: row.received_at,
      acceptedAt: row.accepted_at,
    }))
  return {
    id,
    revision: lead.revision,
    createdAt: lead.created_at,
    updatedAt: lead.updated_at,
    isErased: lead.erased_at !== null,
    ...(lead.wrapped_key && lead.key_version !== null
      ? { key: { keyVersion: lead.key_version, wrapped: asBytes(lead.wrapped_key) } }
      : {}),
    submissions,
  }
}

/** The keys that open what the read index shows of leads. Erased leads have none. */
export function readLeadKeys(port: LedgerPort, ids: readonly LeadId[]): { id: LeadId; key: WrappedKey }[] {
  return port
    .all<{ id: LeadId; key_version: number; wrapped_key: Blob }>(
      `select id, key_version, wrapped_key from leads
        where id in (select value from json_each(?)) and wrapped_key is not null`,
      JSON.stringify(ids),
    )
    .map(row => ({ id: row.id, key: { keyVersion: row.key_version, wrapped: asBytes(row.wrapped_key) } }))
}

/** Ids of leads above `after`, in order: the way through the whole ledger. */
export function listLeadIds(port: LedgerPort, page: { after: string; limit: number }): LeadId[] {
  return port
    .all<{ id: LeadId }>('select id from leads where id > ? order by id limit ?', page.after, page.limit)
    .map(row => row.id)
}
