// A ledger in memory: the port over Node's SQLite, with a clock and a die that the test holds, and what to put into it.

import { DatabaseSync } from 'node:sqlite'
import type { DeliveryId, DestinationId, LeadId, SubmissionId } from '../../shared/ids.ts'
import { type AcceptInput, accept, type MatchKey } from '../../worker/ledger/accept.ts'
import type { LedgerPort, SqlValue } from '../../worker/ledger/port.ts'
import { migrate } from '../../worker/ledger/schema.ts'
import type { Sealed } from '../../worker/privacy/vault.ts'

/** What a test may set at any time. */
export interface NodeLedger extends LedgerPort {
  /** Milliseconds since 1970. */
  clock: number
  /** What `random` gives. */
  dice: number
  timeScale: number
}

/** 24 November 2026, noon UTC. */
export const noon = Date.UTC(2026, 10, 24, 12)

/** An empty ledger with its tables. */
export function nodeLedger(): NodeLedger {
  const database = new DatabaseSync(':memory:')
  const ledger: NodeLedger = {
    clock: noon,
    dice: 0.5,
    timeScale: 1,
    now: () => ledger.clock,
    random: () => ledger.dice,
    all: <Row = Record<string, SqlValue>>(statement: string, ...bindings: SqlValue[]) => {
      const values = bindings.map(value => (value instanceof ArrayBuffer ? new Uint8Array(value) : value))
      const prepared = database.prepare(statement)
      // SQLite counts `?1` as named, so that Node does not bind it by position.
      const isNumbered = /\?\d/.test(statement)
      const rows = isNumbered
        ? prepared.all(Object.fromEntries(values.map((value, at) => [`?${at + 1}`, value])))
        : prepared.all(...values)
      return rows as Row[]
    },
    transaction: work => {
      database.exec('begin')
      try {
        const result = work()
        database.exec('commit')
        return result
      } catch (error) {
        database.exec('rollback')
        throw error
      }
    },
  }
  migrate(ledger)
  return ledger
}

/** A ledger that has accepted these submissions, in this order. */
export function ledgerOf(...inputs: readonly AcceptInput[]): NodeLedger {
  const ledger = nodeLedger()
  for (const input of inputs) accept(ledger, input)
  return ledger
}

/** How many rows there are; `from` is a table, and may go on with a condition. */
export const rowsOf = (ledger: NodeLedger, from: string) =>
  ledger.all<{ n: number }>(`select count(*) as n from ${from}`)[0]?.n

const uuidOf = (kind: string, n: number) => `0199aaaa-${kind}-7000-8000-${n.toString(16).padStart(12, '0')}`

/** The n-th of some submission ids, in order of time. */
export const submissionIdOf = (n: number) => uuidOf('0001', n) as SubmissionId
/** The n-th of some lead ids, in order of time. */
export const leadIdOf = (n: number) => uuidOf('0002', n) as LeadId
export const crm = 'crm' as DestinationId
export const hook = 'hook' as DestinationId
/** What the n-th lead owes to a destination. */
export const deliveryOf = (n: number, destination: DestinationId = crm) => `${leadIdOf(n)}.${destination}` as DeliveryId

export const bytesOf = (text: string) => new Uint8Array(new TextEncoder().encode(text))
export const emailKey = (email: string): MatchKey => ({ kind: 'email', mac: bytesOf(`mac of ${email}`) })
export const phoneKey = (phone: string): MatchKey => ({ kind: 'phone', mac: bytesOf(`mac of ${phone}`) })
export const sealedOf = (text: string): Sealed => ({
  keyVersion: 1,
  wrapped: bytesOf(`key of ${text}`),
  bytes: bytesOf(`sealed ${text}`),
})

/** The n-th submission, of a person of its own, owed to the CRM alone. It joins by its first key that is no phone. */
export function anInput(n: number, changes: Partial<AcceptInput> = {}): AcceptInput {
  const { keys = [emailKey(`person-${n}@example.com`)] } = changes
  const joinBy = keys.find(key => key.kind !== 'phone')
  return {
    id: submissionIdOf(n),
    bodyMac: bytesOf(`body ${n}`),
    occurredAt: noon + n,
    receivedAt: noon + n,
    newLeadId: leadIdOf(n),
    keys,
    ...(joinBy ? { joinBy } : {}),
    blockKeys: new Uint8Array(),
    issues: [],
    destinations: [crm],
    sealed: sealedOf(`submission ${n}`),
    ...changes,
  }
}
