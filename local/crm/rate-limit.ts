// HubSpot's two limits of a private app: calls in any ten seconds, and calls a day. Time is an argument.
// Refused calls are not counted. The counts live in memory: a restart forgives.

import { randomUUID } from 'node:crypto'
import { type Answer, jsonAnswer } from './answer.ts'

/** HubSpot's name of the limit that a 429 is about. */
export type RatePolicy = 'TEN_SECONDLY_ROLLING' | 'DAILY'

export interface RateLimits {
  readonly callsPerTenSeconds: number
  readonly callsPerDay: number
}

export interface RateLimit {
  /** Counts a call, or names the policy that refuses it. */
  admit(nowMs: number): RatePolicy | undefined
  /** HubSpot's rate-limit headers as of now. */
  headers(nowMs: number): Readonly<Record<string, string>>
  forget(): void
}

const windowMs = 10_000
const dayMs = 86_400_000

/** A counter for both limits. The day is the UTC day; HubSpot's is that of the portal's time zone. */
export function createRateLimit({ callsPerTenSeconds, callsPerDay }: RateLimits): RateLimit {
  let recent: number[] = []
  let day = 0
  let today = 0
  const turn = (nowMs: number): void => {
    recent = recent.filter(at => at > nowMs - windowMs)
    if (Math.floor(nowMs / dayMs) !== day) today = 0
    day = Math.floor(nowMs / dayMs)
  }
  return {
    admit(nowMs) {
      turn(nowMs)
      if (today >= callsPerDay) return 'DAILY'
      if (recent.length >= callsPerTenSeconds) return 'TEN_SECONDLY_ROLLING'
      recent.push(nowMs)
      today += 1
      return undefined
    },
    headers(nowMs) {
      turn(nowMs)
      return {
        'X-HubSpot-RateLimit-Max': String(callsPerTenSeconds),
        'X-HubSpot-RateLimit-Remaining': String(callsPerTenSeconds - recent.length),
        'X-HubSpot-RateLimit-Interval-Milliseconds': String(windowMs),
        'X-HubSpot-RateLimit-Daily': String(callsPerDay),
        'X-HubSpot-RateLimit-Daily-Remaining': String(callsPerDay - today),
      }
    },
    forget() {
      recent = []
      today = 0
    },
  }
}

const messageByPolicy: Readonly<Record<RatePolicy, string>> = {
  TEN_SECONDLY_ROLLING: 'You have reached your ten_secondly_rolling limit.',
  DAILY: 'You have reached your daily limit.',
}

/** The 429 of a policy. HubSpot promises no Retry-After: the caller computes the wait from the policy. */
export const rateLimited = (policy: RatePolicy): Answer =>
  jsonAnswer(429, {
    status: 'error',
    message: messageByPolicy[policy],
    errorType: 'RATE_LIMIT',
    category: 'RATE_LIMITS',
    correlationId: randomUUID(),
    policyName: policy,
    requestId: randomUUID(),
  })
