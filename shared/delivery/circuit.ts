// Whether a destination may be called now: pace, circuit breaker and pause as one value, folded over what happened.
// The gate object keeps it; nothing here waits or calls.

import { blockedProbeSecondsMin } from '../limits.ts'
import { assertNever } from '../result.ts'
import type { BlockReason } from './outcome.ts'

/** Calls per window that a destination allows, after its vendor's published limits. */
export interface Pace {
  readonly calls: number
  readonly perSeconds: number
  /** Deliveries that one call carries. */
  readonly deliveriesPerCall: number
}

export type Circuit =
  | { readonly kind: 'closed'; readonly failures: number }
  /** The destination fails: nothing is sent until `until`, then one probe decides. */
  | { readonly kind: 'open'; readonly until: number; readonly openings: number }
  /** Someone must act (credentials): probed now and then, resumed by an operator or by a probe that works. */
  | { readonly kind: 'paused'; readonly until: number; readonly reason: BlockReason; readonly since: number }

export interface GateState {
  readonly circuit: Circuit
  readonly tokens: number
  readonly refilledAt: number
  /** The destination asked for silence until then (429). */
  readonly quietUntil: number
}

export const freshGate = (pace: Pace, now: number): GateState => ({
  circuit: { kind: 'closed', failures: 0 },
  tokens: pace.calls,
  refilledAt: now,
  quietUntil: 0,
})

/** Failures in a row, with no success between, that open the circuit. */
export const failuresToOpen = 10
const openSecondsMin = 5
const openSecondsMax = 300

export type Admission =
  | { readonly kind: 'go'; readonly deliveries: number }
  | { readonly kind: 'wait'; readonly until: number; readonly why: 'paused' | 'open' | 'pace' | 'quiet' }

/**
 * Asks to hand over `wanted` deliveries now; as many are let through as the pace has calls for. An open or paused circuit whose time has come lets one delivery
 * through as a probe, and closes the door behind it until the probe has reported or its time is over.
 */
export function admit(
  state: GateState,
  input: { wanted: number; pace: Pace; now: number; probeMs: number },
): { state: GateState; admission: Admission } {
  const { now, pace } = input
  const { circuit } = state
  const wait = (until: number, why: 'paused' | 'open' | 'pace' | 'quiet') => ({
    state,
    admission: { kind: 'wait', until, why } as const,
  })
  if (circuit.kind !== 'closed' && circuit.until > now) return wait(circuit.until, circuit.kind)
  if (state.quietUntil > now) return wait(state.quietUntil, 'quiet')
  const perMs = pace.calls / (pace.perSeconds * 1_000)
  const tokens = Math.min(pace.calls, state.tokens + (now - state.refilledAt) * perMs)
  if (tokens < 1) return wait(now + Math.ceil((1 - tokens) / perMs), 'pace')
  const deliveries = circuit.kind === 'closed' ? Math.min(input.wanted, Math.floor(tokens) * pace.deliveriesPerCall) : 1
  const spent = { ...state, tokens: tokens - Math.ceil(deliveries / pace.deliveriesPerCall), refilledAt: now }
  const admission: Admission = { kind: 'go', deliveries }
  if (circuit.kind === 'closed') return { state: spent, admission }
  return { state: { ...spent, circuit: { ...circuit, until: now + input.probeMs } }, admission }
}

export type CallReport =
  | { readonly kind: 'worked' }
  | { readonly kind: 'failed' }
  | { readonly kind: 'quiet'; readonly until: number }
  | { readonly kind: 'blocked'; readonly reason: BlockReason }

/** Folds what a call told. `timeScale` multiplies every wait. */
export function report(state: GateState, told: CallReport, now: number, timeScale: number): GateState {
  const { circuit } = state
  switch (told.kind) {
    case 'worked':
      return { ...state, circuit: { kind: 'closed', failures: 0 } }
    case 'quiet':
      return { ...state, quietUntil: Math.max(state.quietUntil, told.until) }
    case 'blocked': {
      const since = circuit.kind === 'paused' ? circuit.since : now
      const until = now + blockedProbeSecondsMin * 1_000 * timeScale
      return { ...state, circuit: { kind: 'paused', until, reason: told.reason, since } }
    }
    case 'failed': {
      const failures = circuit.kind === 'closed' ? circuit.failures + 1 : failuresToOpen
      if (failures < failuresToOpen) return { ...state, circuit: { kind: 'closed', failures } }
      const openings = circuit.kind === 'open' ? circuit.openings + 1 : 0
      const seconds = Math.min(openSecondsMax, openSecondsMin * 2 ** openings)
      return { ...state, circuit: { kind: 'open', until: now + seconds * 1_000 * timeScale, openings } }
    }
    default:
      return assertNever(told)
  }
}
