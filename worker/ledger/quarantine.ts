// What came with a known key but could not be a lead: sealed, with its reason, for two weeks.

import { quarantineDaysMax, quarantineRowsPerReasonMax } from '../../shared/limits.ts'
import type { ProblemType } from '../../shared/problem.ts'
import type { Sealed, WrappedKey } from '../privacy/vault.ts'
import { asBytes, type Blob, type LedgerPort } from './port.ts'

export interface QuarantineInput {
  /** UUIDv7, so that ids sort by time. */
  readonly id: string
  readonly reason: ProblemType
  readonly receivedAt: number
  /** The whole header: a multipart boundary is in it. At most 200 characters. */
  readonly contentType: string
  readonly sealed: Sealed
}

export interface QuarantineRow {
  readonly id: string
  readonly reason: ProblemType
  readonly receivedAt: number
  readonly contentType: string
}

/** Keeps a body. Beyond the bound of its reason the oldest gives way, so that a flood of one reason spares the others. */
export function quarantine(port: LedgerPort, input: QuarantineInput): void {
  port.transaction(() => {
    const count = 'select count(*) as rows from quarantine where reason = ?'
    const rows = port.all<{ rows: number }>(count, input.reason)[0]?.rows ?? 0
    if (rows >= quarantineRowsPerReasonMax) {
      port.all(
        'delete from quarantine where id in (select id from quarantine where reason = ? order by received_at limit ?)',
        input.reason,
        rows - quarantineRowsPerReasonMax + 1,
      )
    }
    port.all(
      `insert into quarantine (id, reason, received_at, content_type, key_version, wrapped_key, sealed)
        values (?, ?, ?, ?, ?, ?, ?)`,
      input.id,
      input.reason,
      input.receivedAt,
      input.contentType,
      input.sealed.keyVersion,
      input.sealed.wrapped,
      input.sealed.bytes,
    )
  })
}

/** Newest first, below the id `before`. */
export function listQuarantine(port: LedgerPort, page: { before: string; limit: number }): QuarantineRow[] {
  return port
    .all<{ id: string; reason: ProblemType; received_at: number; content_type: string }>(
      'select id, reason, received_at, content_type from quarantine where id < ? order by id desc limit ?',
      page.before,
      page.limit,
    )
    .map(row => ({ id: row.id, reason: row.reason, receivedAt: row.received_at, contentType: row.content_type }))
}

/** The sealed body of one row. */
export function openQuarantined(
  port: LedgerPort,
  id: string,
): (QuarantineRow & { key: WrappedKey; bytes: Uint8Array<ArrayBuffer> }) | undefined {
  const row = port.all<{
    id: string
    reason: ProblemType
    received_at: number
    content_type: string
    key_version: number
    wrapped_key: Blob
    sealed: Blob
  }>('select * from quarantine where id = ?', id)[0]
  return (
    row && {
      id: row.id,
      reason: row.reason,
      receivedAt: row.received_at,
      contentType: row.content_type,
      key: { keyVersion: row.key_version, wrapped: asBytes(row.wrapped_key) },
      bytes: asBytes(row.sealed),
    }
  )
}

/** Removes one row, after its body became a lead. */
export function dropQuarantined(port: LedgerPort, id: string): void {
  port.all('delete from quarantine where id = ?', id)
}

/** Removes what is older than two weeks. */
export function purgeQuarantine(port: LedgerPort): void {
  port.all('delete from quarantine where received_at < ?', port.now() - quarantineDaysMax * 86_400_000)
}
