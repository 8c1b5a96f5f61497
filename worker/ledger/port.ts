// What the ledger's logic needs of the world. The Durable Object fills it with its own storage, tests and the
// simulator with Node's SQLite: the same SQL runs in all of them.

export type SqlValue = string | number | null | Uint8Array | ArrayBuffer

export interface LedgerPort {
  /** Runs one statement and returns its rows. Blobs come back as the storage gives them: read them with `asBytes`. */
  readonly all: <Row = Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]) => Row[]
  /** Runs `work` as one transaction: all of its writes or none. Never awaits. */
  readonly transaction: <T>(work: () => T) => T
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** From 0 up to but not including 1. */
  readonly random: () => number
  /** Multiplies every delivery delay. */
  readonly timeScale: number
}

export type Blob = Uint8Array<ArrayBuffer> | ArrayBuffer

export const asBytes = (blob: Blob): Uint8Array<ArrayBuffer> => new Uint8Array(blob)
