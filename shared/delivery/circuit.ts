// Whether a destination may be called now: pace, circuit breaker and pause as one value, folded over what happened.
// The gate object keeps it; nothing here waits or calls.

import { blockedProbeSecondsMin } from '../limits.ts'
import { assertNever } from '../result.ts'
import type { LeadIntent } from '../wire.ts'
import type { BlockReason } from './outcome.ts'

/** Calls per window that a destination allows, after its vendor's published limits. */
export interface Pace {
  readonly calls: number
  readonly perSeconds: number
  /** Deliveries that one call carries. */
  readonly deliveriesPerCall: number
  /** Calls in 24 hours; absent where the vendor has no such limit. */
  readonly perDay?: number
}

export type Circuit =
  | { readonly kind: 'closed' }
  /** The destination fails: nothing is sent until `until`, then one probe decides. */
  | { readonly kind: 'open'; readonly until: number; readonly openings: number }
  /**
   * Someone must act (credentials): probed now and then, resumed by an operator or by a probe that works. Paused by an
   * operator it is not probed: `until` is then the end of time.
   */
  | {
      readonly kind: 'paused'
      readonly until: number
      readonly reason: BlockReason | 'operator'
      readonly since: number
    }

export interface GateState {
  readonly circuit: Circuit
  readonly tokens: number
  readonly refilledAt: number
  /** The destination asked for silence until then (429). */
  readonly quietUntil: number
  /** What calls of the last window came to. */
  readonly recent: { readonly since: number; readonly worked: number; readonly failed: number }
  readonly timeoutsInRow: number
  /** Calls for those who were told to wait for the pace, and when the last of them comes back. */
  readonly waiting: Readonly<Record<LeadIntent, Waiting>>
  /** Calls since the day's first one. */
  readonly day: { readonly since: number; readonly calls: number }
}

interface Waiting {
  readonly calls: number
  readonly until: number
}

const nobody: Waiting = { calls: 0, until: 0 }

export const freshGate = (pace: Pace, now: number): GateState => ({
  circuit: { kind: 'closed' },
  tokens: pace.calls,
  refilledAt: now,
  quietUntil: 0,
  recent: { since: now, worked: 0, failed: 0 },
  timeoutsInRow: 0,
  waiting: { high: nobody, low: nobody },
  day: { since: now, calls: 0 },
})

/** Failures within `windowSeconds` that open the circuit, if at least `failedShareMin` of the calls failed. */
export const failuresToOpen = 10
export const failedShareMin = 0.5
export const windowSeconds = 60
/** Timeouts in a row that open it: each holds a consumer for as long as one may. */
export const timeoutsToOpen = 5
/** The part of the pace, and of the day, that low intent leaves to high intent. */
export const reservedShare = 0.2
const daySeconds = 86_400
const openSecondsMin = 5
const openSecondsMax = 300

export type Admission =
  /** So many may be handed over now. What is left comes back at `restUntil`. */
  | { readonly kind: 'go'; readonly deliveries: number; readonly restUntil: number }
  | { readonly kind: 'wait'; readonly until: number; readonly why: WaitReason }

export type WaitReason = 'paused' | 'open' | 'pace' | 'day' | 'quiet'

export interface AdmissionRequest {
  /** Deliveries that are to be handed over. */
  readonly wanted: number
  /** How many of them were told to wait before, so that they are not counted twice. */
  readonly waited?: number
  readonly pace: Pace
  readonly now: number
  /** How long a probe may take. */
  readonly probeMs: number
  readonly intent: LeadIntent
}

/**
 * Asks to hand deliveries over now; as many are let through as the pace has calls for. Low intent leaves a part of the calls
 * to high intent, and does not pass high intent that waits. An open or paused circuit whose time has come lets one delivery
 * through as a probe, and closes the door behind it until the probe has reported or its time is over.
 */
export function admit(before: GateState, request: AdmissionRequest): { state: GateState; admission: Admission } {
  const { now, pace, wanted, intent } = request
  const state = withoutReturned(before, request)
  const { circuit } = state
  const wait = (until: number, why: WaitReason) => ({ state, admission: { kind: 'wait', until, why } as const })
  if (circuit.kind !== 'closed' && circuit.until > now) return wait(circuit.until, circuit.kind)
  if (state.quietUntil > now) return wait(state.quietUntil, 'quiet')
  const reserved = (calls: number) => (intent === 'low' ? Math.floor(calls * reservedShare) : 0)
  const tokens = Math.min(pace.calls, state.tokens + (now - state.refilledAt) / msPerCall(pace))
  const spendable = tokens - reserved(pace.calls)
  const isBehind = intent === 'low' && callsWaiting(state.waiting.high, now) > 0
  if (isBehind || spendable < 1) return waitForPace(state, request, spendable)
  const dayEnds = state.day.since + daySeconds * 1_000
  const day = dayEnds <= now ? { since: now, calls: 0 } : state.day
  const leftToday = pace.perDay === undefined ? spendable : pace.perDay - reserved(pace.perDay) - day.calls
  if (leftToday < 1) return wait(dayEnds, 'day')
  const calls = Math.floor(Math.min(spendable, leftToday))
  const deliveries = circuit.kind === 'closed' ? Math.min(wanted, calls * pace.deliveriesPerCall) : 1
  const made = callsFor(deliveries, pace)
  const spent = { ...state, tokens: tokens - made, refilledAt: now, day: { ...day, calls: day.calls + made } }
  if (circuit.kind !== 'closed') {
    const until = now + request.probeMs
    return {
      state: { ...spent, circuit: { ...circuit, until } },
      admission: { kind: 'go', deliveries, restUntil: until },
    }
  }
  if (deliveries === wanted) return { state: spent, admission: { kind: 'go', deliveries, restUntil: now } }
  const rest = waitForPace(spent, { ...request, wanted: wanted - deliveries }, spendable - made)
  return { state: rest.state, admission: { kind: 'go', deliveries, restUntil: rest.admission.until } }
}

const msPerCall = (pace: Pace): number => (pace.perSeconds * 1_000) / pace.calls
const callsFor = (deliveries: number, pace: Pace): number => Math.ceil(deliveries / pace.deliveriesPerCall)

function withoutReturned(state: GateState, { waited = 0, pace, intent }: AdmissionRequest): GateState {
  const { [intent]: own } = state.waiting
  const calls = Math.max(0, own.calls - callsFor(waited, pace))
  return waited > 0 ? { ...state, waiting: { ...state.waiting, [intent]: { ...own, calls } } } : state
}

// Whoever was to come back and has not is gone: what it waited for is delivered by another, or its consumer was lost.
const callsWaiting = ({ calls, until }: Waiting, now: number): number => (until < now ? 0 : calls)

// Whoever is told to wait for the pace comes back when its calls may be made, behind those that wait already: so a long backlog
// comes back lot by lot, is not put off over and over, and leaves no call unused. No lot is larger than what is saved up.
function waitForPace(state: GateState, { now, wanted, pace, intent }: AdmissionRequest, spendable: number) {
  const own = callsWaiting(state.waiting[intent], now)
  const ahead = intent === 'low' ? own + callsWaiting(state.waiting.high, now) : own
  const calls = Math.min(pace.calls, callsFor(wanted, pace))
  const until = now + Math.ceil(Math.max(1, ahead + calls - spendable) * msPerCall(pace))
  const waiting = { ...state.waiting, [intent]: { calls: own + calls, until } }
  return { state: { ...state, waiting }, admission: { kind: 'wait', until, why: 'pace' } as const }
}

export type CallReport =
  | { readonly kind: 'worked' }
  | { readonly kind: 'failed'; readonly isTimeout?: boolean }
  | { readonly kind: 'quiet'; readonly until: number }
  | { readonly kind: 'blocked'; readonly reason: BlockReason }

/** Folds what a call told. `timeScale` multiplies every wait. */
export function report(state: GateState, told: CallReport, now: number, timeScale: number): GateState {
  const { circuit } = state
  switch (told.kind) {
    case 'worked': {
      const recent = recentCalls(state, now)
      const counted = { ...state, recent: { ...recent, worked: recent.worked + 1 }, timeoutsInRow: 0 }
      // A call that was under way when an operator paused the destination does not resume it.
      return isPausedByOperator(circuit) ? counted : { ...counted, circuit: { kind: 'closed' } }
    }
    case 'quiet':
      return { ...state, quietUntil: Math.max(state.quietUntil, told.until) }
    case 'blocked': {
      if (isPausedByOperator(circuit)) return state
      const since = circuit.kind === 'paused' ? circuit.since : now
      const until = now + blockedProbeSecondsMin * 1_000 * timeScale
      return { ...state, circuit: { kind: 'paused', until, reason: told.reason, since } }
    }
    case 'failed': {
      if (isPausedByOperator(circuit)) return state
      const before = recentCalls(state, now)
      const recent = { ...before, failed: before.failed + 1 }
      const timeoutsInRow = told.isTimeout ? state.timeoutsInRow + 1 : 0
      const counted = { ...state, recent, timeoutsInRow }
      const isFailing =
        recent.failed >= failuresToOpen && recent.failed / (recent.failed + recent.worked) >= failedShareMin
      // A probe that fails opens it again, whatever the counts.
      if (circuit.kind === 'closed' && !isFailing && timeoutsInRow < timeoutsToOpen) return counted
      const openings = circuit.kind === 'open' ? circuit.openings + 1 : 0
      const seconds = Math.min(openSecondsMax, openSecondsMin * 2 ** openings)
      return {
        ...counted,
        recent: { since: now, worked: 0, failed: 0 },
        timeoutsInRow: 0,
        circuit: { kind: 'open', until: now + seconds * 1_000 * timeScale, openings },
      }
    }
    default:
      return assertNever(told)
  }
}

const recentCalls = ({ recent }: GateState, now: number): GateState['recent'] =>
  now - recent.since > windowSeconds * 1_000 ? { since: now, worked: 0, failed: 0 } : recent

const isPausedByOperator = (circuit: Circuit): boolean => circuit.kind === 'paused' && circuit.reason === 'operator'

/** Nothing is called until an operator resumes it. */
export const pausedByOperator = (now: number): Circuit => ({
  kind: 'paused',
  until: Number.MAX_SAFE_INTEGER,
  reason: 'operator',
  since: now,
})
