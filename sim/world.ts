// One run's world, wired: the product's own code between pages, a queue, a read index and a CRM that fail as told.

import type { Env } from '../worker/env.ts'
import { DestinationGate } from '../worker/forward/destination-gate.ts'
import worker from '../worker/index.ts'
import { consumerPorts } from './consumer-ports.ts'
import { type Crm, crmOf, crmUrl } from './crm.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import { type LedgerVariant, wakeLedger } from './ledger-under-test.ts'
import { type ObjectHost, objectHost } from './object-host.ts'
import { type ObjectStorage, objectStorage } from './object-storage.ts'
import { queueOf } from './queue.ts'
import { readIndexOf } from './read-index.ts'
import { type Secrets, secretsOf } from './secrets.ts'
import type { VirtualTime } from './virtual-time.ts'
import type { Watch } from './watch.ts'

export const siteId = 'sim'

export interface WorldParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly watch: Watch
  readonly crmKind?: 'upsert' | 'create-only' | undefined
  readonly variant?: LedgerVariant | undefined
  readonly repliesEarly?: boolean | undefined
  readonly onCrmWrite: (leadId: string) => void
}

export interface World {
  /** As the edge and operators have it. */
  readonly env: Env
  readonly secrets: Secrets
  readonly ledger: ObjectStorage
  readonly index: ObjectStorage
  readonly crm: Crm
  /** One round of the watchdog. */
  readonly watchdog: () => Promise<void>
  readonly close: () => void
}

export function worldOf(parts: WorldParts): World {
  const { time, dice, faults, watch } = parts
  const secrets = secretsOf({ time, dice, faults })
  const crm = crmOf({ time, dice, faults, kind: parts.crmKind ?? 'upsert', onWrite: parts.onCrmWrite })
  const index = readIndexOf({ time, dice, faults })
  const ledgerStorage = objectStorage('ledger')
  const queue = queueOf({
    time,
    dice,
    faults,
    onMessage: text => watch.read(text, 'a message of the queue'),
    consume: batch => worker.queue(batch, consumerEnv),
  })
  const bindings = {
    DB: index,
    DELIVERIES: queue,
    INDEX_KEY: secrets.indexKey,
    OPERATOR_TOKENS: '[]',
    SITE_SIM: {
      id: siteId,
      origins: ['https://www.site-a.example'],
      keys: [{ key: 'pk_sim_1' }],
      defaultCountry: 'BR',
      destinations: [{ id: 'crm', kind: 'hubspot', settings: { baseUrl: crmUrl } }],
    },
  }
  const envWith = (ledger: ObjectHost['call'], gate: ObjectHost['call']): Env =>
    Object.defineProperties(
      { ...bindings, LEDGER: namespaceOf(ledger), GATE: namespaceOf(gate) },
      {
        KEYRING: { get: secrets.keyring, enumerable: true },
        HUBSPOT_TOKEN: { get: secrets.token, enumerable: true },
      },
      // The runtime's types have far more members than the product uses.
    ) as unknown as Env

  const ledger = objectHost({
    ...{ time, dice, faults, storage: ledgerStorage, isLedger: true },
    ...{ callFault: 'call-fails', evictFault: 'evicted', repliesEarly: parts.repliesEarly === true },
    wake: (context, life) =>
      wakeLedger({ site: siteId, storage: ledgerStorage, env, watch, variant: parts.variant }, context, life),
  })
  const gateStorage = objectStorage('gate')
  const kept = new Map<string, unknown>()
  const gate = objectHost({
    ...{ time, dice, faults, storage: gateStorage, isLedger: false },
    ...{ callFault: 'gate-fails', evictFault: 'gate-evicted' },
    wake: () => {
      const kv = { get: (key: string) => kept.get(key), put: (key: string, value: unknown) => kept.set(key, value) }
      return new DestinationGate(
        { id: { name: 'sim/crm', toString: () => 'sim/crm' }, storage: { kv } } as unknown as DurableObjectState,
        env,
      )
    },
  })
  const env = envWith(ledger.call, gate.call)
  const consumerEnv = envWith(consumerPorts({ time, dice, faults, ledger: ledger.call }), gate.call)
  return {
    env,
    secrets,
    ledger: ledgerStorage,
    index: index.storage,
    crm,
    watchdog: () => worker.scheduled({} as ScheduledController, env),
    close: () => {
      for (const storage of [ledgerStorage, gateStorage, index.storage]) storage.close()
    },
  }
}

/** A namespace with one object, whose every method is a call. */
function namespaceOf(call: ObjectHost['call']) {
  const stub = new Proxy(
    {},
    {
      get: (_, method) =>
        // A stub is no promise, though it is awaited now and then.
        typeof method === 'string' && method !== 'then' ? (...args: unknown[]) => call(method, args) : undefined,
    },
  )
  return { getByName: () => stub }
}
