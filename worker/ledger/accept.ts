// Accepting a submission: one transaction writes the submission, its lead, the match keys and the deliveries owed.
// Once it has returned and its writes are durable, the lead cannot be lost.

import type { DestinationId, LeadId, SubmissionId } from '../../shared/ids.ts'
import { deliveryId } from '../../shared/ids.ts'
import type { SpamReason } from '../../shared/lead/submission.ts'
import { submissionsFoldedMax } from '../../shared/limits.ts'
import type { Issue } from '../../shared/wire.ts'
import type { Sealed } from '../privacy/vault.ts'
import { joinBlockMacs } from './block-macs.ts'
import { asBytes, type Blob, type LedgerPort } from './port.ts'
import { trimSpam } from './spam.ts'

/** An HMAC by which a person is found again. `named`: a mailbox or line together with a name (shared/identity/joining-key.ts). */
export interface MatchKey {
  readonly kind: 'email' | 'phone' | 'named'
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
  /** The one of the keys by which it joins a lead that has it too. */
  readonly joinBy?: MatchKey
  /** HMACs of its block keys, `blockMacBytes` each: by them leads that may be one person are found. */
  readonly blockKeys: Uint8Array<ArrayBuffer>
  readonly issues: readonly Issue[]
  readonly spam?: SpamReason
  readonly destinations: readonly DestinationId[]
  /** Low intent waits for its batch: minutes from one to the next. Absent for high intent, which is delivered at once. */
  readonly batchMinutes?: number
  readonly sealed: Sealed
}

export type AcceptAnswer =
  /** Spam is filed under no lead. */
  | ({ readonly kind: 'accepted' } & Partial<Filed>)
  | { readonly kind: 'duplicate'; readonly issues: readonly Issue[] }
  | { readonly kind: 'id-reused' }

/** Moments and ids of the submissions that are folded into a lead. */
export type FoldedList = readonly (readonly [occurredAt: number, id: SubmissionId])[]

export function accept(port: LedgerPort, input: AcceptInput): AcceptAnswer {
  return port.transaction(() => {
    const now = port.now()
    const homeId = input.spam ? null : homeOf(port, input)
    // Not looked for first: nearly all are new, and the insert tells as well.
    if (!insertSubmission(port, input, homeId, now)) return repeated(port, input)
    if (homeId !== null) return { kind: 'accepted', ...fileUnderLead(port, input, homeId, now) }
    addKeys(port, input.keys.map(spamKey), input.id)
    trimSpam(port)
    return { kind: 'accepted' }
  })
}

/** Turns a submission that was flagged as spam into a lead. Undefined when there is no such submission. */
export function releaseSpam(port: LedgerPort, input: AcceptInput): Filed | undefined {
  return port.transaction(() => {
    const spam = port.all("delete from submissions where id = ? and state = 'spam' returning id", input.id)
    if (spam.length === 0) return undefined
    for (const { kind, mac } of input.keys.map(spamKey)) {
      port.all('delete from match_keys where kind = ? and mac = ? and owner_id = ?', kind, mac, input.id)
    }
    const now = port.now()
    const homeId = homeOf(port, input)
    insertSubmission(port, input, homeId, now)
    return fileUnderLead(port, input, homeId, now)
  })
}

/** Where a submission was filed. */
export interface Filed {
  /** The lead that stands for the person. */
  readonly leadId: LeadId
  /** The lead that the submission joined or made. Another than `leadId` where leads were merged. */
  readonly homeId: LeadId
}

function fileUnderLead(port: LedgerPort, input: AcceptInput, homeId: LeadId, now: number): Filed {
  const home = homeId === input.newLeadId ? insertLead(port, input, now) : raiseLead(port, homeId, input, now)
  addKeys(port, input.keys, homeId)
  const leadId = home.mergedInto ?? homeId
  const revision = home.mergedInto ? raiseRevision(port, home.mergedInto, now) : home.revision
  const owed = {
    revision,
    now,
    dueAt: dueAtOf(port, input.batchMinutes, now),
    isLowIntent: input.batchMinutes !== undefined,
  }
  for (const destination of input.destinations) oweDelivery(port, leadId, destination, owed)
  return { leadId, homeId }
}

// Only an exact key joins by itself: wrong merges lose leads (docs/decisions/010).
function homeOf(port: LedgerPort, { joinBy, newLeadId }: AcceptInput): LeadId {
  if (!joinBy) return newLeadId
  // Two leads can have the key where an older rule filed them apart. The older one is always the same one.
  const find = 'select owner_id from match_keys where kind = ? and mac = ? order by owner_id limit 1'
  return port.all<{ owner_id: LeadId }>(find, joinBy.kind, joinBy.mac)[0]?.owner_id ?? newLeadId
}

/** Spam, where there is no lead. False when there is one of that id: then nothing is written. */
function insertSubmission(port: LedgerPort, input: AcceptInput, leadId: LeadId | null, now: number): boolean {
  const inserted = port.all(
    `insert into submissions (id, state, lead_id, body_mac, occurred_at, received_at, accepted_at, issues, spam_reason,
      key_version, wrapped_key, sealed) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) on conflict do nothing returning id`,
    input.id,
    leadId === null ? 'spam' : 'lead',
    leadId,
    input.bodyMac,
    input.occurredAt,
    input.receivedAt,
    now,
    JSON.stringify(input.issues),
    input.spam ?? null,
    input.sealed.keyVersion,
    input.sealed.wrapped,
    input.sealed.bytes,
  )
  return inserted.length > 0
}

interface Home {
  readonly revision: number
  readonly mergedInto: LeadId | null
}

function insertLead(port: LedgerPort, input: AcceptInput, now: number): Home {
  port.all(
    `insert into leads (id, revision, created_at, updated_at, folded, block_keys, key_version, wrapped_key)
      values (?, 1, ?, ?, ?, ?, ?, ?)`,
    input.newLeadId,
    now,
    now,
    JSON.stringify([[input.occurredAt, input.id]] satisfies FoldedList),
    joinBlockMacs(undefined, input.blockKeys),
    input.sealed.keyVersion,
    input.sealed.wrapped,
  )
  return { revision: 1, mergedInto: null }
}

// Adds a submission to a lead that is there.
function raiseLead(port: LedgerPort, leadId: LeadId, input: AcceptInput, now: number): Home {
  const find = 'select folded, revision, merged_into as mergedInto, block_keys as blockKeys from leads where id = ?'
  const known = port.all<Home & { folded: string; blockKeys: Blob | null }>(find, leadId)[0]
  if (!known) throw new Error('a lead that has a key is not there')
  port.all(
    'update leads set revision = revision + 1, updated_at = ?, folded = ?, block_keys = ? where id = ?',
    now,
    JSON.stringify(addToFolded(JSON.parse(known.folded), [input.occurredAt, input.id])),
    joinBlockMacs(known.blockKeys, input.blockKeys),
    leadId,
  )
  return { revision: known.revision + 1, mergedInto: known.mergedInto }
}

/** One revision more, since what the lead is made of has changed. */
export function raiseRevision(port: LedgerPort, leadId: LeadId, now: number): number {
  const raise = 'update leads set revision = revision + 1, updated_at = ? where id = ? returning revision'
  const raised = port.all<{ revision: number }>(raise, now, leadId)[0]
  if (!raised) throw new Error('a lead that stands for others is not there')
  return raised.revision
}

/**
 * The list with one more submission: the earliest, which holds the original source, and the latest others up to the
 * limit. Which ones stay depends only on which there are, not on the order in which they came.
 */
export const addToFolded = (list: FoldedList, entry: FoldedList[number]): FoldedList => foldedOf([list, [entry]])

/** The same for lists of several leads. */
export function foldedOf(lists: readonly FoldedList[]): FoldedList {
  const sorted = lists.flat().sort(([a, idA], [b, idB]) => (a === b ? (idA < idB ? -1 : 1) : a - b))
  const [earliest] = sorted
  if (sorted.length <= submissionsFoldedMax || !earliest) return sorted
  return [earliest, ...sorted.slice(sorted.length - submissionsFoldedMax + 1)]
}

/** Files a lead, or a submission that is spam, under keys. */
export function addKeys(port: LedgerPort, keys: readonly StoredKey[], owner: string): void {
  if (keys.length === 0) return
  port.all(
    `insert into match_keys (kind, mac, owner_id) values ${keys.map(() => '(?, ?, ?)').join(', ')} on conflict do nothing`,
    ...keys.flatMap(({ kind, mac }) => [kind, mac, owner]),
  )
}

// Under kinds of its own, so that nothing joins spam.
export const spamKey = ({ kind, mac }: MatchKey): StoredKey => ({ kind: `spam-${kind}`, mac })

interface StoredKey {
  readonly kind: string
  readonly mac: Uint8Array<ArrayBuffer>
}

/** What a lead is owed now. */
export interface Owed {
  readonly revision: number
  readonly now: number
  readonly dueAt: number
  readonly isLowIntent: boolean
}

// Batches of all leads end at the same moments, so that they make few calls together.
function dueAtOf(port: LedgerPort, batchMinutes: number | undefined, now: number): number {
  if (batchMinutes === undefined) return now
  const batchMs = Math.max(1, batchMinutes * 60_000 * port.timeScale)
  return Math.ceil(Math.ceil(now / batchMs) * batchMs)
}

/**
 * Owes a lead to a destination. A delivery that waits for its next attempt keeps its turn: news about the lead says nothing
 * about the destination. One that waits for its batch comes forward when the lead shows high intent.
 */
export function oweDelivery(port: LedgerPort, leadId: LeadId, destination: DestinationId, owed: Owed): void {
  port.all(
    `insert into deliveries (id, lead_id, destination_id, state, due_at, owed_since, wanted_revision, is_low_intent)
      values (?1, ?2, ?3, 'pending', ?4, ?5, ?6, ?7)
      on conflict (id) do update set
        due_at = case when state <> 'pending' then ?4
          when is_erasure = 0 and attempts_made = 0 and reason is null then min(coalesce(due_at, ?4), ?4)
          else coalesce(due_at, ?4) end,
        owed_since = case state when 'pending' then owed_since else ?5 end,
        attempts_made = case state when 'pending' then attempts_made else 0 end,
        reason = case state when 'pending' then reason end,
        is_low_intent = case state when 'pending' then min(is_low_intent, ?7) else ?7 end,
        wanted_revision = ?6,
        needs_check = 0,
        state = 'pending'`,
    deliveryId(leadId, destination),
    leadId,
    destination,
    owed.dueAt,
    owed.now,
    owed.revision,
    owed.isLowIntent ? 1 : 0,
  )
}

function repeated(port: LedgerPort, input: AcceptInput): AcceptAnswer {
  const find = 'select body_mac, issues from submissions where id = ?'
  const known = port.all<{ body_mac: Blob; issues: string }>(find, input.id)[0]
  if (!known) throw new Error('a submission that was there is not')
  if (!isSameBody(known.body_mac, input.bodyMac)) return { kind: 'id-reused' }
  return { kind: 'duplicate', issues: JSON.parse(known.issues) }
}

function isSameBody(known: Blob, sent: Uint8Array): boolean {
  const bytes = asBytes(known)
  return bytes.length === sent.length && bytes.every((byte, at) => byte === sent[at])
}
