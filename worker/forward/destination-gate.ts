// The gate of one destination as a Durable Object: everyone who wants to call it asks here first. Holds the pace, the
// circuit breaker, the pause, the one access token and what the vendor says of its fields; decisions are circuit.ts's,
// access-token-source.ts's and catalog-age.ts's.

import { DurableObject } from 'cloudflare:workers'
import { isCatalogDue } from '../../shared/delivery/catalog-age.ts'
import {
  type Admission,
  type AdmissionRequest,
  admit,
  type CallReport,
  type Circuit,
  freshGate,
  type GateState,
  type Pace,
  pausedByOperator,
  report,
} from '../../shared/delivery/circuit.ts'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import { deliverBudgetMsMax, destinationTimeoutMsMax } from '../../shared/limits.ts'
import type { TokenAnswer, TokenGrant } from '../destinations/access-token.ts'
import { tokenSource } from '../destinations/access-token-source.ts'
import type { DeliveryIo } from '../destinations/destination.ts'
import { bindDestination, type DestinationKind } from '../destinations/registry.ts'
import { type Env, textBinding, timeScale } from '../env.ts'
import { callOut } from '../platform/http.ts'
import { errorName, log } from '../platform/log.ts'
import { sealedTokens } from './sealed-tokens.ts'

/** Whose fields a catalog tells of. Settings hold names of secrets, and no secret. */
export interface Described {
  readonly kind: DestinationKind
  readonly settings?: unknown
}

interface KeptCatalog {
  /** Of kind and settings: another portal has other fields. */
  readonly of: string
  readonly askedAt: number
  readonly readAt?: number | undefined
  readonly catalog?: FieldCatalog | undefined
}

export class DestinationGate extends DurableObject<Env> {
  #state: GateState | undefined
  readonly #io: DeliveryIo = {
    call: request => callOut(request, AbortSignal.timeout(destinationTimeoutMsMax)),
    secret: name => textBinding(this.env, name),
    now: () => Date.now(),
    token: (grant, refused) => this.#tokens(grant, refused),
  }
  // Here and not in the consumer: several isolates deliver at once, and a refresh token that rotates may be used only once.
  // The one call that an object makes, some times an hour; the other is for the catalog, some times a day.
  readonly #tokens = tokenSource(this.#io, sealedTokens(this.env, this.ctx.storage, this.ctx.id.toString()))

  /** Asks to hand over `wanted` deliveries now. */
  admit(input: Pick<AdmissionRequest, 'wanted' | 'waited' | 'pace' | 'intent'>): Admission {
    const now = Date.now()
    const state = this.#state ?? this.#restore(input.pace, now)
    const admitted = admit(state, { ...input, now, probeMs: deliverBudgetMsMax })
    this.#state = admitted.state
    // The pace of seconds may be forgotten with the object. The day's calls may not: the vendor counts on.
    if (input.pace.perDay !== undefined && admitted.admission.kind === 'go')
      this.ctx.storage.kv.put('day', this.#state.day)
    return admitted.admission
  }

  /** Tells what calls came to. True when the destination works again after it did not: then nothing need wait any more. */
  report(input: { told: readonly CallReport[]; pace: Pace }): boolean {
    const now = Date.now()
    const before = this.#state ?? this.#restore(input.pace, now)
    const after = input.told.reduce((state, told) => report(state, told, now, timeScale(this.env)), before)
    this.#state = after
    // Pace and counts may be forgotten with the object; a pause or an open circuit may not.
    const isWorthKeeping = after.circuit.kind !== 'closed' || before.circuit.kind !== 'closed'
    if (isWorthKeeping) this.ctx.storage.kv.put('circuit', after.circuit)
    return before.circuit.kind !== 'closed' && after.circuit.kind === 'closed'
  }

  /** Closes the circuit by an operator's hand: what was wrong is mended, and nobody wants to wait. */
  resume(): void {
    this.#state = undefined
    this.ctx.storage.kv.put<Circuit>('circuit', { kind: 'closed' })
  }

  /** As `resume`, for a redrive of some deliveries: that is no word about a pause which an operator has made. */
  redriven(): void {
    // Something was mended, maybe a field: what the vendor said before counts no more.
    this.ctx.storage.kv.delete('catalog')
    const circuit = this.circuit()
    if (circuit.kind !== 'paused' || circuit.reason !== 'operator') this.resume()
  }

  /** Nothing is called any more until `resume`. */
  pause(): void {
    const circuit = pausedByOperator(Date.now())
    if (this.#state) this.#state = { ...this.#state, circuit }
    this.ctx.storage.kv.put<Circuit>('circuit', circuit)
  }

  /** An access token for the destination. @param refused one that it has just answered with 401 */
  token(grant: TokenGrant, refused?: string): Promise<TokenAnswer> {
    return this.#tokens(grant, refused)
  }

  /** What the vendor has said of its fields; undefined when it has not yet been asked, or not with these settings. */
  catalog(of: Described): FieldCatalog | undefined {
    return this.#catalogOf(of)?.catalog
  }

  /**
   * Asks the vendor what fields it has, if it is time to; answers at once, so that nobody waits for it.
   * @param isRefused whether a field was refused or left out since
   */
  refreshCatalog(of: Described, isRefused: boolean): void {
    const now = Date.now()
    const kept = this.#catalogOf(of)
    if (!isCatalogDue({ now, askedAt: kept?.askedAt, readAt: kept?.readAt, isRefused })) return
    const asked: KeptCatalog = { ...kept, of: JSON.stringify(of), askedAt: now }
    this.#keepCatalog(asked)
    // An object stays as long as it waits for a call.
    void this.#readCatalog(of, asked)
  }

  async #readCatalog(of: Described, asked: KeptCatalog): Promise<void> {
    try {
      const described = await bindDestination(of.kind, of.settings)?.describe?.(this.#io)
      // A vendor that refuses is asked again by a later delivery; what it has said before still is the best that is known.
      if (described?.ok) this.#keepCatalog({ ...asked, readAt: Date.now(), catalog: described.value })
    } catch (thrown) {
      // Storage that failed, or a catalog above its limit of 2 MB: deliveries go on without one.
      log.fact('request.failed', { error: errorName(thrown) })
    }
  }

  #catalogOf(of: Described): KeptCatalog | undefined {
    const kept = this.ctx.storage.kv.get<KeptCatalog>('catalog')
    return kept?.of === JSON.stringify(of) ? kept : undefined
  }

  #keepCatalog(kept: KeptCatalog): void {
    this.ctx.storage.kv.put<KeptCatalog>('catalog', kept)
  }

  /** Whether the destination is called at present. */
  circuit(): Circuit {
    return this.#state?.circuit ?? this.ctx.storage.kv.get<Circuit>('circuit') ?? { kind: 'closed' }
  }

  #restore(pace: Pace, now: number): GateState {
    const fresh = freshGate(pace, now)
    return { ...fresh, circuit: this.circuit(), day: this.ctx.storage.kv.get<GateState['day']>('day') ?? fresh.day }
  }
}
