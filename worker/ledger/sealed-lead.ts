// A lead as the ledger knows it: facts in clear, the person sealed.

import type { LeadId, SubmissionId } from '../../shared/ids.ts'
import { listLimitMax, submissionsComparedMax } from '../../shared/limits.ts'
import type { WrappedKey } from '../privacy/vault.ts'
import { type FoldedList, foldedOf, type MatchKey } from './accept.ts'
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
  /** The lead that stands for the person, where it is another one. */
  readonly mergedInto?: LeadId
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
  merged_into: LeadId | null
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

/** A lead with its sealed submissions, and those of the leads merged into it; undefined when there is none of that id. */
export function readSealedLead(port: LedgerPort, id: LeadId): SealedLead | undefined {
  const lead = port.all<LeadRow>('select * from leads where id = ?', id)[0]
  if (!lead) return undefined
  const merged = port.all<{ folded: string }>('select folded from leads where merged_into = ?', id)
  const lists = [lead, ...merged].map((row): FoldedList => JSON.parse(row.folded))
  return sealedLead(port, id, lead, lists.length === 1 ? (lists[0] ?? []) : foldedOf(lists))
}

/** A lead by itself, whatever it stands with, as far as comparing needs it. */
export interface ComparedLead {
  readonly id: LeadId
  /** The lead that stands for the person. */
  readonly person: LeadId
  readonly createdAt: number
  readonly submissions: readonly SealedSubmission[]
}

/** These leads as they are compared; erased ones are left out. */
export function readComparedLeads(port: LedgerPort, ids: readonly LeadId[]): ComparedLead[] {
  const select = `select id, coalesce(merged_into, id) as person, created_at as createdAt, folded from leads
    where id in (select value from json_each(?)) and erased_at is null order by id`
  return port
    .all<{ id: LeadId; person: LeadId; createdAt: number; folded: string }>(select, JSON.stringify(ids))
    .map(({ folded, ...lead }) => ({ ...lead, submissions: readComparedSubmissions(port, folded) }))
}

/** The lead that stands for the person of a lead: itself, unless it was merged. Undefined when there is none of that id. */
export function personOf(port: LedgerPort, id: LeadId): LeadId | undefined {
  const find = 'select coalesce(merged_into, id) as person from leads where id = ?'
  return port.all<{ person: LeadId }>(find, id)[0]?.person
}

/** The persons who have a key, the newest first; no more than one page of a list shows. */
export function personsWith(port: LedgerPort, { kind, mac }: MatchKey): LeadId[] {
  return port
    .all<{ person: LeadId }>(
      `select distinct coalesce(l.merged_into, l.id) as person from match_keys k join leads l on l.id = k.owner_id
        where k.kind = ? and k.mac = ? order by person desc limit ?`,
      kind,
      mac,
      listLimitMax,
    )
    .map(row => row.person)
}

/** The leads of a person, the one that stands for it first. */
export function membersOf(port: LedgerPort, person: LeadId): LeadId[] {
  const merged = port.all<{ id: LeadId }>('select id from leads where merged_into = ? order by id', person)
  return [person, ...merged.map(row => row.id)]
}

/** All of a lead's own submissions, and the list that names them; undefined when it is erased or not there. */
export function readOwnSubmissions(
  port: LedgerPort,
  id: LeadId,
): { folded: string; submissions: SealedSubmission[] } | undefined {
  const select = 'select folded from leads where id = ? and erased_at is null'
  const folded = port.all<{ folded: string }>(select, id)[0]?.folded
  return folded === undefined ? undefined : { folded, submissions: readSubmissions(port, JSON.parse(folded)) }
}

/** Of a lead's own submissions the earliest one and the latest others, as many as comparing needs. */
export function readComparedSubmissions(port: LedgerPort, folded: string): SealedSubmission[] {
  const list: FoldedList = JSON.parse(folded)
  return readSubmissions(port, [...list.slice(0, 1), ...list.slice(1).slice(1 - submissionsComparedMax)])
}

function readSubmissions(port: LedgerPort, folded: FoldedList): SealedSubmission[] {
  return port
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
}

function sealedLead(port: LedgerPort, id: LeadId, lead: LeadRow, folded: FoldedList): SealedLead {
  return {
    id,
    revision: lead.revision,
    createdAt: lead.created_at,
    updatedAt: lead.updated_at,
    isErased: lead.erased_at !== null,
    ...(lead.merged_into ? { mergedInto: lead.merged_into } : {}),
    ...(lead.wrapped_key && lead.key_version !== null
      ? { key: { keyVersion: lead.key_version, wrapped: asBytes(lead.wrapped_key) } }
      : {}),
    submissions: readSubmissions(port, folded),
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
