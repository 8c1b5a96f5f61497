// Submissions that look like spam: kept, bounded, listed and released. The sender was told `accepted`.

import type { SubmissionId } from '../../shared/ids.ts'
import type { SpamReason } from '../../shared/lead/submission.ts'
import { spamRowsMax } from '../../shared/limits.ts'
import type { WrappedKey } from '../privacy/vault.ts'
import { asBytes, type Blob, type LedgerPort } from './port.ts'

export interface SpamRow {
  readonly id: SubmissionId
  readonly reason: SpamReason
  readonly receivedAt: number
}

/** Newest first, below the id `before`. */
export function listSpam(port: LedgerPort, page: { before: string; limit: number }): SpamRow[] {
  return port
    .all<{ id: SubmissionId; spam_reason: SpamReason; received_at: number }>(
      `select id, spam_reason, received_at from submissions indexed by submissions_spam
        where state = 'spam' and id < ? order by id desc limit ?`,
      page.before,
      page.limit,
    )
    .map(row => ({ id: row.id, reason: row.spam_reason, receivedAt: row.received_at }))
}

/** The sealed submission of a spam row. */
export function openSpam(
  port: LedgerPort,
  id: SubmissionId,
): { key: WrappedKey; bytes: Uint8Array<ArrayBuffer>; bodyMac: Uint8Array<ArrayBuffer> } | undefined {
  const row = port.all<{ key_version: number; wrapped_key: Blob; sealed: Blob; body_mac: Blob }>(
    "select key_version, wrapped_key, sealed, body_mac from submissions where id = ? and state = 'spam'",
    id,
  )[0]
  return (
    row && {
      key: { keyVersion: row.key_version, wrapped: asBytes(row.wrapped_key) },
      bytes: asBytes(row.sealed),
      bodyMac: asBytes(row.body_mac),
    }
  )
}

/** Sealed submissions of spam, by their ids: above `after`, up to `last` where there is one. */
export function readSpam(
  port: LedgerPort,
  { after, last = '~' }: { readonly after: string; readonly last?: string | undefined },
): { id: SubmissionId; key: WrappedKey; bytes: Uint8Array<ArrayBuffer> }[] {
  return port
    .all<{ id: SubmissionId; key_version: number; wrapped_key: Blob; sealed: Blob }>(
      `select id, key_version, wrapped_key, sealed from submissions indexed by submissions_spam
        where state = 'spam' and id > ? and id <= ? order by id limit ?`,
      after,
      last,
      spamRowsMax,
    )
    .map(row => ({
      id: row.id,
      key: { keyVersion: row.key_version, wrapped: asBytes(row.wrapped_key) },
      bytes: asBytes(row.sealed),
    }))
}

/** Lets the oldest spam give way beyond the bound. Its content and key go; that it was there stays countable. */
export function trimSpam(port: LedgerPort): void {
  const rows = port.all<{ rows: number }>("select count(*) as rows from submissions where state = 'spam'")[0]?.rows ?? 0
  if (rows <= spamRowsMax) return
  const oldest = "select id from submissions where state = 'spam' order by accepted_at limit ?"
  for (const { id } of port.all<{ id: SubmissionId }>(oldest, rows - spamRowsMax)) {
    port.all(
      "update submissions set state = 'erased', sealed = null, wrapped_key = null, issues = '[]' where id = ?",
      id,
    )
    port.all('delete from match_keys where owner_id = ?', id)
  }
}
