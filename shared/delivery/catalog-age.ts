// When a vendor is asked again what fields it has. Never because a delivery waits for it: without an answer deliveries go on.

import { catalogHoursMax, catalogMinutesMin } from '../limits.ts'

export function isCatalogDue(input: {
  readonly now: number
  /** When the vendor was last asked; undefined: never, or of other settings. */
  readonly askedAt: number | undefined
  /** When it last answered. */
  readonly readAt: number | undefined
  /** Whether the destination has refused a field since, or a field was left out. */
  readonly isRefused: boolean
}): boolean {
  const { now, askedAt, readAt, isRefused } = input
  if (askedAt !== undefined && now - askedAt < catalogMinutesMin * 60_000) return false
  return isRefused || readAt === undefined || now - readAt >= catalogHoursMax * 3_600_000
}
