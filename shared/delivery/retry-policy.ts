// When a delivery is tried again: full jitter over growing ceilings, about three days in all, then it is parked.

import { retryAfterHoursMax } from '../limits.ts'

const second = 1
const minute = 60
const hour = 3_600

/**
 * The longest wait before each next attempt, in seconds. With full jitter the waits are half of these on average:
 * 19 attempts over about 68 hours, and at most 136 hours.
 */
export const retryCeilingSeconds: readonly number[] = [
  10 * second,
  minute,
  5 * minute,
  15 * minute,
  hour,
  2 * hour,
  4 * hour,
  8 * hour,
  12 * hour,
  ...Array.from({ length: 9 }, () => 12 * hour),
]

/** Attempts after which a delivery is parked. */
export const attemptsMax = retryCeilingSeconds.length + 1

export type RetryPlan = { readonly kind: 'again'; readonly afterMs: number } | { readonly kind: 'park' }

/**
 * Plans what follows a failed attempt.
 * @param attempts made so far in this cycle, the failed one included; from 1
 * @param random from 0 up to but not including 1: full jitter (AWS Architecture Blog, "Exponential Backoff And Jitter")
 * @param timeScale multiplies every wait; 1 outside local runs
 * @param afterSeconds what the destination asked for; waited at least, and at most `retryAfterHoursMax`
 */
export function planRetry(input: {
  attempts: number
  random: number
  timeScale: number
  afterSeconds?: number | undefined
}): RetryPlan {
  const ceiling = retryCeilingSeconds[input.attempts - 1]
  if (ceiling === undefined) return { kind: 'park' }
  const jittered = Math.max(1, ceiling * input.random)
  const asked = Math.min(Math.max(0, input.afterSeconds ?? 0), retryAfterHoursMax * hour)
  return { kind: 'again', afterMs: Math.ceil(Math.max(jittered, asked) * 1_000 * input.timeScale) }
}

/**
 * Reads `Retry-After` (RFC 9110 §10.2.3): seconds or an HTTP date.
 * @returns seconds from `nowMs`, never negative and at most `retryAfterHoursMax`; undefined when there is none
 */
export function readRetryAfter(header: string | null | undefined, nowMs: number): number | undefined {
  const text = header?.trim()
  if (!text) return undefined
  const seconds = /^\d{1,10}$/.test(text) ? Number(text) : (Date.parse(text) - nowMs) / 1_000
  return Number.isFinite(seconds) ? Math.min(Math.max(0, Math.ceil(seconds)), retryAfterHoursMax * hour) : undefined
}
