// The ledger as it is, and the only file of the simulator that knows what it can be asked: the class LeadLedger on
// storage of ours, watched from outside. A changed signature of the ledger is an edit here.

import { foldLead, type Lead } from '../shared/lead/lead.ts'
import type { Env } from '../worker/env.ts'
import { type DeliveryRow, deliveriesOf } from '../worker/ledger/delivery-rows.ts'
import { readHealth } from '../worker/ledger/health-counts.ts'
import { LeadLedger } from '../worker/ledger/lead-ledger.ts'
import type { LedgerPort, SqlValue } from '../worker/ledger/port.ts'
import { listLeadIds, readSealedLead } from '../worker/ledger/sealed-lead.ts'
import { openSubmissions } from '../worker/privacy/open-lead.ts'
import type { Site } from '../worker/receive/sites.ts'
import type { HostContext, Life } from './object-host.ts'
import type { ObjectStorage } from './object-storage.ts'
import type { Watch } from './watch.ts'

type LedgerClass = typeof LeadLedger

/** Changes the ledger: how a broken variant is made. */
export type LedgerVariant = (Base: LedgerClass, storage: ObjectStorage) => LedgerClass

export interface LedgerParts {
  readonly site: string
  readonly storage: ObjectStorage
  readonly env: Env
  readonly watch: Watch
  readonly variant?: LedgerVariant | undefined
}

/** Wakes the ledger of a site. */
export function wakeLedger({ site, storage, env, watch, variant }: LedgerParts, context: HostContext, life: Life) {
  const ctx = {
    id: { name: site },
    storage: {
      transactionSync: storage.transaction,
      sql: {
        exec: (statement: string, ...bindings: Parameters<ObjectStorage['exec']>[1]) => {
          const rows = storage.exec(statement, bindings)
          return { toArray: () => rows, rowsWritten: 0 }
        },
      },
      setAlarm: async (at: number) => context.setAlarm(at),
      getAlarm: async () => context.alarmAt() ?? null,
    },
  }
  const own: object = Object.create(env, {
    DELIVERIES: { value: { sendBatch: (messages: never) => life.guard(env.DELIVERIES.sendBatch(messages)) } },
    DB: {
      value: {
        prepare: (statement: string) => env.DB.prepare(statement),
        batch: (statements: never) => life.guard(env.DB.batch(statements)),
      },
    },
  })
  const Ledger = watched(variant ? variant(LeadLedger, storage) : LeadLedger, storage, watch)
  // The runtime's types have far more members than the ledger uses: what it does use is above.
  return new Ledger(ctx as unknown as DurableObjectState, own as Env)
}

const historyOf = (storage: ObjectStorage, id: string) =>
  String(storage.look('select history from deliveries where id = ?', [id])[0]?.['history'] ?? '[]')

function watched(Base: LedgerClass, storage: ObjectStorage, watch: Watch): LedgerClass {
  return class extends Base {
    override lease(input: Parameters<LeadLedger['lease']>[0]) {
      const leased = super.lease(input)
      storage.afterCommit(() => {
        for (const { id } of leased) watch.leased(id, input.token)
      })
      return leased
    }

    override settle(settlements: Parameters<LeadLedger['settle']>[0]) {
      const before = settlements.map(({ id }) => historyOf(storage, id))
      super.settle(settlements)
      const after = settlements.map(({ id }) => historyOf(storage, id))
      storage.afterCommit(() => {
        settlements.forEach(({ id, token }, at) => {
          watch.settled(id, token, { before: before[at] ?? '[]', after: after[at] ?? '[]' })
        })
      })
    }
  }
}

/** Whether the ledger owes anything: to a destination, or to the read index. */
export const owesAnything = (storage: ObjectStorage): boolean =>
  storage.look('select 1 from deliveries where due_at is not null limit 1', []).length > 0

/** Whether this lead has been erased wherever it was owed. */
export const isErasedEverywhere = (storage: ObjectStorage, leadId: string): boolean =>
  storage.look("select 1 from deliveries where id > ? and id < ? and state = 'erased' limit 1", [
    `${leadId}.`,
    `${leadId}/`,
  ]).length > 0

/** What the ledger holds of a lead at the end of a run. */
export interface HeldLead {
  readonly id: string
  readonly isErased: boolean
  readonly mergedInto?: string | undefined
  readonly revision: number
  /** The record that its submissions make up. Undefined when it is erased. */
  readonly lead?: Lead
  readonly submissionIds: readonly string[]
  readonly deliveries: readonly DeliveryRow[]
}

/** Reads the whole ledger, by its own questions. */
export async function readLedger(storage: ObjectStorage, env: Env, site: Site) {
  const port: LedgerPort = {
    all: <Row>(statement: string, ...bindings: SqlValue[]) => storage.look(statement, bindings) as Row[],
    transaction: storage.transaction,
    now: Date.now,
    random: Math.random,
    timeScale: 1,
  }
  const leads: HeldLead[] = []
  for (const id of listLeadIds(port, { after: '', limit: Number.MAX_SAFE_INTEGER })) {
    const sealed = readSealedLead(port, id)
    if (!sealed) continue
    const opened = sealed.isErased ? [] : await openSubmissions(env, site.id, sealed)
    leads.push({
      id,
      isErased: sealed.isErased,
      mergedInto: sealed.mergedInto,
      revision: sealed.revision,
      ...(opened.length > 0 ? { lead: foldLead(sealed, opened) } : {}),
      submissionIds: opened.map(submission => submission.id),
      deliveries: deliveriesOf(port, id),
    })
  }
  return { leads, counts: readHealth(port).counts }
}
