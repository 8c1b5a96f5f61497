// The bindings of wrangler.toml and the secrets, as the Worker sees them.

import type { DestinationGate } from './forward/destination-gate.ts'
import type { DeliveryPointer } from './forward/ring.ts'
import type { LeadLedger } from './ledger/lead-ledger.ts'

export interface Env {
  readonly LEDGER: DurableObjectNamespace<LeadLedger>
  readonly GATE: DurableObjectNamespace<DestinationGate>
  readonly DB: D1Database
  readonly DELIVERIES: Queue<DeliveryPointer>
  readonly LIMIT_60: RateLimit
  readonly LIMIT_600: RateLimit
  /** Secret. Keys that wrap data keys: `{ "current": 1, "keys": { "1": "<base64, 32 bytes>" } }`. */
  readonly KEYRING: string
  /** Secret. Root of the blind indexes and signatures: base64, 32 bytes. Changing it orphans every match key. */
  readonly INDEX_KEY: string
  /** Secret. `[{ "name": "…", "sha256": "<hex>", "scopes": ["read", …] }]`. */
  readonly OPERATOR_TOKENS: string
  /** Another path of the collector, beside `/v1/leads`. */
  readonly COLLECTOR_PATH?: string
  /** Only in local runs: multiplies every delivery delay. */
  readonly TIME_SCALE?: string
  /** `SITE_…` variables and the secrets that destinations name. */
  readonly [name: string]: unknown
}

/** A text binding, or undefined where there is none. */
export function textBinding(env: Env, name: string): string | undefined {
  const value = env[name]
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** What every delivery delay is multiplied with: 1, but for local runs that set `TIME_SCALE`. */
export function timeScale(env: Env): number {
  const scale = Number(textBinding(env, 'TIME_SCALE') ?? '1')
  return Number.isFinite(scale) && scale > 0 ? scale : 1
}
