// Accepting a submission: one transaction writes the submission, its lead, the match keys and the deliveries owed.
// Once it has returned and its writes are durable, the lead cannot be lost.

import type { DestinationId, LeadId, SubmissionId } from '../../shared/ids.ts'
import { deliveryId } from '../../shared/ids.ts'
import type { SpamReason } from '../../shared/lead/submission.ts'
import { submissionsFoldedMax } from '../../shared/limits.ts'
import type { Issue } from '../../shared/wire.ts'
import type { Sealed } from '../privacy/vault.ts'
import { asBytes, type Blob, type LedgerPort } from './port.ts'
import { trimSpam } from './spam.ts'

/** An HMAC by which a person is found again. */
export interface MatchKey {
  readonly kind: 'email' | 'phone'
  readonly mac: Uint8Array<ArrayBuffer>
}

export interface AcceptInput {
  readonly id: SubmissionId
  /** HMAC of the body's bytes: the same id with other bytes is not the same submission. */
  readonly bodyMac: Uint8Array<ArrayBuffer>
  readonly occurredAt: number
  readonly receivedAt: number
  /** The id of the lead if the person is new. */
  readonly newLeadId: LeadId
  readonly keys: readonly MatchKey[]
  readonly issues: readonly Issue[]
  readonly spam?: SpamReason
  readonly destinations: readonly DestinationId[]
  readonly sealed: Sealed
}

export type AcceptAnswer =
  | { readonly kind: 'accepted'; readonly leadId?: LeadId }
  | { readonly kind: 'duplicate'; readonly issues: readonly Issue[] }
  | { readonly kind: 'id-reused' }

/** Moments and ids of the submissions that are folded into a lead. */
export type FoldedList = readonly (readonly [occurredAt: number, id: SubmissionId])[]

export function accept(port: LedgerPort, input: AcceptInput): AcceptAnswer {
  return port.transaction(() => {
    const known = findSubmission(port, input.id)
    if (known) return isSameBody(known.body_mac, input.bodyMac) ? repeated(known.issues) : { kind: 'id-reused' }
    const now = port.now()
    if (input.spam) {
      insertSubmission(port, input, { state: 'spam', leadId: null, now })
      for (const key of input.keys) addKey(port, `spam-${key.kind}`, key.mac, input.id)
      trimSpam(port)
      return { kind: 'accepted' }
    }
    return { kind: 'accepted', leadId: fileUnderLead(port, input, now) }
  })
}

/** Turns a submission that was flagged as spam into a lead. False when there is no such submission. */
export function releaseSpam(port: LedgerPort, input: AcceptInput): boolean {
  return port.transaction(() => {
    const spam = port.all("delete from submissions where id = ? and state = 'spam' returning id", input.id)
    if (spam.length === 0) return false
    for (const key of input.keys) {
      port.all(
        'delete from match_keys where kind = ? and mac = ? and owner_id = ?',
        `spam-${key.kind}`,
        key.mac,
        input.id,
      )
    }
    fileUnderLead(port, input, port.now())
    return true
  })
}

function fileUnderLead(port: LedgerPort, input: AcceptInput, now: number): LeadId {
  const leadId = findLeadByEmail(port, input.keys) ?? input.newLeadId
  insertSubmission(port, input, { state: 'lead', leadId, now })
  const revision = upsertLead(port, leadId, input, now)
  for (const key of input.keys) addKey(port, key.kind, key.mac, leadId)
  for (const destination of input.destinations) oweDelivery(port, leadId, destination, { revision, now })
  return leadId
}

// Only an exact address merges by itself: wrong merges lose leads (docs/decisions/010).
function findLeadByEmail(port: LedgerPort, keys: readonly MatchKey[]): LeadId | undefined {
  const email = keys.find(key => key.kind === 'email')
  if (!email) return undefined
  const find = "select owner_id from match_keys where kind = 'email' and mac = ? limit 1"
  return port.all<{ owner_id: LeadId }>(find, email.mac)[0]?.owner_id
}

function findSubmission(port: LedgerPort, id: SubmissionId) {
  return port.all<{ body_mac: Blob; issues: string }>('select body_mac, issues from submissions where id = ?', id)[0]
}

function insertSubmission(
  port: LedgerPort,
  input: AcceptInput,
  filed: { state: 'lead' | 'spam'; leadId: LeadId | null; now: number },
): void {
  port.all(
    `insert into submissions (id, state, lead_id, body_mac, occurred_at, received_at, accepted_at, issues, spam_reason,
      key_version, wrapped_key, sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    input.id,
    filed.state,
    filed.leadId,
    input.bodyMac,
    input.occurredAt,
    input.receivedAt,
    filed.now,
    JSON.stringify(input.issues),
    input.spam ?? null,
    input.sealed.keyVersion,
    input.sealed.wrapped,
    input.sealed.bytes,
  )
}

function upsertLead(port: LedgerPort, leadId: LeadId, input: AcceptInput, now: number): number {
  const known = port.all<{ folded: string; revision: number }>(
    'select folded, revision from leads where id = ?',
    leadId,
  )[0]
  const folded = JSON.stringify(addToFolded(known ? JSON.parse(known.folded) : [], [input.occurredAt, input.id]))
  if (known) {
    port.all('update leads set revision = revision + 1, updated_at = ?, folded = ? where id = ?', now, folded, leadId)
    return known.revision + 1
  }
  port.all(
    `insert into leads (id, revision, created_at, updated_at, folded, key_version, wrapped_key)
      values (?, 1, ?, ?, ?, ?, ?)`,
    leadId,
    now,
    now,
    folded,
    input.sealed.keyVersion,
    input.sealed.wrapped,
  )
  return 1
}

/**
 * The list with one more submission: the earliest, which holds the original source, and the latest others up to the
 * limit. Which ones stay depends only on which there are, not on the order in which they came.
 */
export function addToFolded(list: FoldedList, entry: FoldedList[number]): FoldedList {
  const sorted = [...list, entry].sort(([a, idA], [b, idB]) => (a === b ? (idA < idB ? -1 : 1) : a - b))
  const [earliest] = sorted
  if (sorted.length <= submissionsFoldedMax || !earliest) return sorted
  return [earliest, ...sorted.slice(sorted.length - submissionsFoldedMax + 1)]
}

function addKey(port: LedgerPort, kind: string, mac: Uint8Array, owner: string): void {
  port.all('insert into match_keys (kind, mac, owner_id) values (?, ?, ?) on conflict do nothing', kind, mac, owner)
}

// A delivery that waits for its next attempt keeps its turn: news about the lead says nothing about the destination.
function oweDelivery(
  port: LedgerPort,
  leadId: LeadId,
  destination: DestinationId,
  owed: { revision: number; now: number },
): void {
  port.all(
    `insert into deliveries (id, lead_id, destination_id, state, due_at, owed_since, wanted_revision)
      values (?1, ?2, ?3, 'pending', ?4, ?4, ?5)
      on conflict (id) do update set
        due_at = case state when 'pending' then coalesce(due_at, ?4) else ?4 end,
        owed_since = case state when 'pending' then owed_since else ?4 end,
        attempts_made = case state when 'pending' then attempts_made else 0 end,
        reason = case state when 'pending' then reason end,
        wanted_revision = ?5,
        state = 'pending'`,
    deliveryId(leadId, destination),
    leadId,
    destination,
    owed.now,
    owed.revision,
  )
}

const repeated = (issues: string): AcceptAnswer => ({ kind: 'duplicate', issues: JSON.parse(issues) })

function isSameBody(known: Blob, sent: Uint8Array): boolean {
  const bytes = asBytes(known)
  return bytes.length === sent.length && bytes.every((byte, at) => byte === sent[at])
}
