// The gate of one destination as a Durable Object: everyone who wants to call it asks here first. Holds the pace, the
// circuit breaker and the pause; decisions are circuit.ts's.

import { DurableObject } from 'cloudflare:workers'
import {
  type Admission,
  admit,
  type CallReport,
  type Circuit,
  freshGate,
  type GateState,
  type Pace,
  report,
} from '../../shared/delivery/circuit.ts'
import { deliverBudgetMsMax } from '../../shared/limits.ts'
import { type Env, timeScale } from '../env.ts'

export class DestinationGate extends DurableObject<Env> {
  #state: GateState | undefined

  /** Asks to hand over `wanted` deliveries now. */
  admit(input: { wanted: number; pace: Pace }): Admission {
    const now = Date.now()
    const state = this.#state ?? this.#restore(input.pace, now)
    const admitted = admit(state, { ...input, now, probeMs: deliverBudgetMsMax })
    this.#state = admitted.state
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

  /** Closes the circuit by an operator's hand: who redrives has mended what was wrong, and does not want to wait. */
  resume(): void {
    this.#state = undefined
    this.ctx.storage.kv.put<Circuit>('circuit', { kind: 'closed', failures: 0 })
  }

  /** Whether the destination is called at present. */
  circuit(): Circuit {
    return this.#state?.circuit ?? this.ctx.storage.kv.get<Circuit>('circuit') ?? { kind: 'closed', failures: 0 }
  }

  #restore(pace: Pace, now: number): GateState {
    return { ...freshGate(pace, now), circuit: this.circuit() }
  }
}
