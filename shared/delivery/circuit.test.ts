// The gate: pace in calls, a circuit that opens after failures in a row, one probe at a time, and a pause that ends.

import { expect, test } from 'vitest'
import { blockedProbeSecondsMin } from '../limits.ts'
import {
  admit,
  type CallReport,
  failuresToOpen,
  freshGate,
  type GateState,
  type Pace,
  pausedByOperator,
  report,
  timeoutsToOpen,
  windowSeconds,
} from './circuit.ts'

const now = 1_000_000
const pace: Pace = { calls: 10, perSeconds: 10, deliveriesPerCall: 25 }
const ask = (state: GateState, at = now, wanted = 1) =>
  admit(state, { wanted, pace, now: at, probeMs: 30_000, intent: 'high' })
const tell = (state: GateState, told: CallReport, times = 1, at = now, timeScale = 1) =>
  Array.from({ length: times }).reduce<GateState>(sum => report(sum, told, at, timeScale), state)
const failed: CallReport = { kind: 'failed' }
const worked: CallReport = { kind: 'worked' }
const blocked: CallReport = { kind: 'blocked', reason: 'unauthorized' }
const opened = tell(freshGate(pace, now), failed, failuresToOpen)

test('lets through what the pace has calls for, counted in deliveries', () => {
  expect(ask(freshGate(pace, now), now, 1_000).admission).toMatchObject({ kind: 'go', deliveries: 250 })
  const all = ask(freshGate(pace, now), now, 250)
  expect(all.admission).toMatchObject({ kind: 'go', deliveries: 250 })
  expect(ask(all.state).admission).toEqual({ kind: 'wait', until: now + 1_000, why: 'pace' })
  expect(ask(all.state, now + 1_000, 1_000).admission).toMatchObject({ kind: 'go', deliveries: 25 })
})

test('takes one call for a batch, and two as soon as one more delivery comes', () => {
  expect(ask(freshGate(pace, now), now, 25).state.tokens).toBe(9)
  expect(ask(freshGate(pace, now), now, 26).state.tokens).toBe(8)
})

test('never saves up more calls than one window has', () => {
  const state = ask(freshGate(pace, now), now, 25).state
  expect(ask(state, now + 3_600_000, 1_000).admission).toMatchObject({ kind: 'go', deliveries: 250 })
})

test('keeps quiet until the destination said, and the longest request counts', () => {
  const quiet = tell(freshGate(pace, now), { kind: 'quiet', until: now + 5_000 })
  const shorter = tell(quiet, { kind: 'quiet', until: now + 1_000 })
  expect(ask(shorter).admission).toEqual({ kind: 'wait', until: now + 5_000, why: 'quiet' })
  expect(ask(shorter, now + 5_000).admission.kind).toBe('go')
})

test('opens after as many failures as it takes, and not one earlier', () => {
  const almost = tell(freshGate(pace, now), failed, failuresToOpen - 1)
  expect(ask(almost).admission.kind).toBe('go')
  expect(ask(tell(almost, failed)).admission).toEqual({ kind: 'wait', until: now + 5_000, why: 'open' })
})

test('opens by the share that failed within a window, and not by failures among many successes', () => {
  const busy = tell(freshGate(pace, now), worked, failuresToOpen + 1)
  const bad = tell(busy, failed, failuresToOpen)
  expect(ask(bad).admission.kind).toBe('go')
  expect(ask(tell(bad, failed)).admission).toMatchObject({ kind: 'wait', why: 'open' })
  const later = now + windowSeconds * 1_000 + 1
  expect(ask(tell(bad, failed, 1, later), later).admission.kind).toBe('go')
})

test('opens after fewer timeouts in a row, and one call that works starts the row anew', () => {
  const slow: CallReport = { kind: 'failed', isTimeout: true }
  const almost = tell(freshGate(pace, now), slow, timeoutsToOpen - 1)
  expect(ask(almost).admission.kind).toBe('go')
  expect(ask(tell(almost, slow)).admission).toMatchObject({ kind: 'wait', why: 'open' })
  expect(ask(tell(tell(almost, worked), slow)).admission.kind).toBe('go')
})

test('leaves a part of the pace to high intent', () => {
  const askLow = (state: GateState, wanted: number) => admit(state, { wanted, pace, now, probeMs: 1, intent: 'low' })
  expect(askLow(freshGate(pace, now), 1_000).admission).toMatchObject({ kind: 'go', deliveries: 200 })
  const low = askLow(freshGate(pace, now), 200)
  expect(askLow(low.state, 1).admission).toEqual({ kind: 'wait', until: now + 1_000, why: 'pace' })
  expect(ask(low.state, now, 1_000).admission).toMatchObject({ kind: 'go', deliveries: 50 })
})

test('tells a long backlog to come back call by call, low intent after high intent', () => {
  const tellAll = (intents: readonly ('high' | 'low')[]) => {
    let state = ask(freshGate(pace, now), now, 250).state
    return intents.map(intent => {
      const asked = admit(state, { wanted: 50, pace, now, probeMs: 1, intent })
      state = asked.state
      return asked.admission.kind === 'wait' ? asked.admission.until - now : 0
    })
  }
  expect(tellAll(['high', 'high', 'high'])).toEqual([2_000, 4_000, 6_000])
  // Low intent waits until what is reserved for high intent is saved up.
  expect(tellAll(['low', 'high', 'low'])).toEqual([4_000, 2_000, 8_000])
  const { admission } = ask(freshGate(pace, now), now, 300)
  expect(admission).toEqual({ kind: 'go', deliveries: 250, restUntil: now + 2_000 })
})

test('drains a backlog at the pace', () => {
  let state = freshGate(pace, now)
  const waiting = Array.from({ length: 40 }, () => ({ at: now, wanted: 100, waited: 0 }))
  let delivered = 0
  let at = now
  while (waiting.length > 0) {
    waiting.sort((a, b) => a.at - b.at)
    const next = waiting.shift() ?? { at, wanted: 0, waited: 0 }
    at = Math.max(at, next.at)
    const asked = admit(state, { ...next, pace, now: at, probeMs: 1, intent: 'high' })
    state = asked.state
    const { admission } = asked
    const left = admission.kind === 'go' ? next.wanted - admission.deliveries : next.wanted
    delivered += next.wanted - left
    const backAt = admission.kind === 'go' ? admission.restUntil : admission.until
    // Each comes back as late as the queue may ring.
    if (left > 0) waiting.push({ at: backAt + 900, wanted: left, waited: left })
  }
  expect(delivered).toBe(4_000)
  // 160 calls, of which 10 were saved up: 150 seconds at one a second.
  expect((at - now) / 1_000).toBeGreaterThanOrEqual(150 - 1)
  expect((at - now) / 1_000).toBeLessThanOrEqual(150 / 0.9)
})

test('lets no low intent pass high intent that waits for the pace, however small the pace', () => {
  const slow: Pace = { calls: 1, perSeconds: 1, deliveriesPerCall: 1 }
  const askSlow = (state: GateState, at: number, intent: 'high' | 'low') =>
    admit(state, { wanted: 1, pace: slow, now: at, probeMs: 1, intent })
  const first = askSlow(freshGate(slow, now), now, 'high')
  const second = askSlow(first.state, now, 'high')
  expect(second.admission).toEqual({ kind: 'wait', until: now + 1_000, why: 'pace' })
  // The priority inversion: low intent asks just when the next call may be made.
  const early = askSlow(second.state, now + 1_000, 'low')
  expect(early.admission).toEqual({ kind: 'wait', until: now + 2_000, why: 'pace' })
  expect(askSlow(early.state, now + 1_000, 'high').admission.kind).toBe('go')
  // High intent that never comes back does not hold low intent up for ever.
  expect(askSlow(early.state, now + 2_000, 'low').admission.kind).toBe('go')
})

test('lets low intent through where the pace is too small to be shared', () => {
  const slow: Pace = { calls: 1, perSeconds: 1, deliveriesPerCall: 1 }
  const asked = admit(freshGate(slow, now), { wanted: 5, pace: slow, now, probeMs: 1, intent: 'low' })
  expect(asked.admission).toMatchObject({ kind: 'go', deliveries: 1 })
})

test('counts the calls of a day, and starts anew when it is over', () => {
  const daily: Pace = { ...pace, perDay: 12 }
  const askDaily = (state: GateState, at: number) =>
    admit(state, { wanted: 250, pace: daily, now: at, probeMs: 1, intent: 'high' })
  const first = askDaily(freshGate(daily, now), now)
  expect(first.admission).toMatchObject({ kind: 'go', deliveries: 250 })
  const second = askDaily(first.state, now + 60_000)
  expect(second.admission).toMatchObject({ kind: 'go', deliveries: 50 })
  expect(askDaily(second.state, now + 120_000).admission).toEqual({ kind: 'wait', until: now + 86_400_000, why: 'day' })
  expect(askDaily(second.state, now + 86_400_000).admission).toMatchObject({ kind: 'go', deliveries: 250 })
})

test('stays paused by an operator, whatever calls under way come to', () => {
  const paused: GateState = { ...freshGate(pace, now), circuit: pausedByOperator(now) }
  for (const told of [worked, failed, blocked]) expect(tell(paused, told, 20).circuit).toEqual(paused.circuit)
  expect(ask(paused, now + 86_400_000_000).admission).toMatchObject({ kind: 'wait', why: 'paused' })
})

test('lets one delivery probe an open circuit, and nobody else until it has reported or its time is over', () => {
  expect(ask(opened, now + 4_999, 100).admission.kind).toBe('wait')
  const probing = ask(opened, now + 5_000, 100)
  expect(probing.admission).toMatchObject({ kind: 'go', deliveries: 1 })
  expect(ask(probing.state, now + 5_001, 100).admission).toEqual({ kind: 'wait', until: now + 35_000, why: 'open' })
  expect(ask(probing.state, now + 35_000, 100).admission).toMatchObject({ kind: 'go', deliveries: 1 })
  expect(ask(tell(probing.state, worked), now + 5_001, 100).admission).toMatchObject({ kind: 'go', deliveries: 100 })
})

test('waits longer after each probe that fails, up to a bound', () => {
  const waits: number[] = []
  let state = opened
  for (let n = 0; n < 9; n += 1) {
    waits.push(state.circuit.kind === 'open' ? (state.circuit.until - now) / 1_000 : 0)
    state = tell(state, failed)
  }
  expect(waits).toEqual([5, 10, 20, 40, 80, 160, 300, 300, 300])
})

test('pauses at once when someone must act, probes now and then, and resumes when a probe works', () => {
  const paused = tell(freshGate(pace, now), blocked)
  const wait = blockedProbeSecondsMin * 1_000
  expect(ask(paused).admission).toEqual({ kind: 'wait', until: now + wait, why: 'paused' })
  const probing = ask(paused, now + wait, 100)
  expect(probing.admission).toMatchObject({ kind: 'go', deliveries: 1 })
  expect(ask(probing.state, now + wait).admission.kind).toBe('wait')
  const still = tell(probing.state, blocked, 1, now + wait)
  expect(still.circuit).toMatchObject({ kind: 'paused', since: now, until: now + 2 * wait, reason: 'unauthorized' })
  expect(ask(tell(still, worked), now + wait, 100).admission).toMatchObject({ kind: 'go', deliveries: 100 })
})

test('scales the waits of the circuit', () => {
  const open = tell(freshGate(pace, now), failed, failuresToOpen, now, 0.01)
  expect(ask(open).admission).toEqual({ kind: 'wait', until: now + 50, why: 'open' })
  expect(ask(tell(freshGate(pace, now), blocked, 1, now, 0.01)).admission).toMatchObject({ until: now + 600 })
})
