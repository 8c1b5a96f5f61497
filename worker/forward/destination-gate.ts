// The gate of one destination as a Durable Object: everyone who wants to call it asks here first. Holds the pace, the
// circuit breaker, the pause and the one access token; decisions are circuit.ts's and access-token-source.ts's.

import { DurableObject } from 'cloudflare:workers'
import {
  type Admission,
  admit,
  type CallReport,
  type Circuit,
  freshGate,
  type GateState,
  type Pace,
  pausedByOperator,
  report,
} from '../../shared/delivery/circuit.ts'
import { deliverBudgetMsMax, destinationTimeoutMsMax } from '../../shared/limits.ts'
import type { LeadIntent } from '../../shared/wire.ts'
import type { TokenAnswer, TokenGrant } from '../destinations/access-token.ts'
import { tokenSource } from '../destinations/access-token-source.ts'
import { type Env, textBinding, timeScale } from '../env.ts'
import { callOut } from '../platform/http.ts'
import { sealedTokens } from './sealed-tokens.ts'

export class DestinationGate extends DurableObject<Env> {
  #state: GateState | undefined
  // Here and not in the consumer: several isolates deliver at once, and a refresh token that rotates may be used only once.
  // The one call that an object makes, some times an hour.
  readonly #tokens = tokenSource(
    {
      call: request => callOut(request, AbortSignal.timeout(destinationTimeoutMsMax)),
      secret: name => textBinding(this.env, name),
      now: () => Date.now(),
    },
    sealedTokens(this.env, this.ctx.storage, this.ctx.id.toString()),
  )

  /** Asks to hand over `wanted` deliveries now. */
  admit(input: { wanted: number; pace: Pace; intent: LeadIntent }): Admission {
    const now = Date.now()
    const state = this.#state ?? this.#restore(input.pace, now)
    const admitted = admit(state, { ...input, now, probeMs: deliverBudgetMsMax })
    this.#state = admitted.state
    // The pace of seconds may be forgotten with the object. The day's calls may not: the vendor counts on.
    if (input.pace.perDay !== undefined && admitted.admission.kind === 'go')
      this.ctx.storage.kv.put('day', this.#state.day)
    return admitted.admission
  }

  /** Tells what calls came to. */
  report(input: { told: readonly CallReport[]; pace: Pace }): void {
    const now = Date.now()
    const before = this.#state ?? this.#restore(input.pace, now)
    const after = input.told.reduce((state, told) => report(state, told, now, timeScale(this.env)), before)
    this.#state = after
    // Pace and counts may be forgotten with the object; a pause or an open circuit may not.
    const isWorthKeeping = after.circuit.kind !== 'closed' || before.circuit.kind !== 'closed'
    if (isWorthKeeping) this.ctx.storage.kv.put('circuit', after.circuit)
  }

  /** Closes the circuit by an operator's hand: what was wrong is mended, and nobody wants to wait. */
  resume(): void {
    this.#state = undefined
    this.ctx.storage.kv.put<Circuit>('circuit', { kind: 'closed' })
  }

  /** As `resume`, for a redrive of some deliveries: that is no word about a pause which an operator has made. */
  redriven(): void {
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

  /** Whether the destination is called at present. */
  circuit(): Circuit {
    return this.#state?.circuit ?? this.ctx.storage.kv.get<Circuit>('circuit') ?? { kind: 'closed' }
  }

  #restore(pace: Pace, now: number): GateState {
    const fresh = freshGate(pace, now)
    return { ...fresh, circuit: this.circuit(), day: this.ctx.storage.kv.get<GateState['day']>('day') ?? fresh.day }
  }
}
