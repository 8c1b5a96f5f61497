// Times from outside. Inside, a time is ISO 8601 in UTC with milliseconds, so that text order is time order.

// RFC 3339 §5.6 with a zone: a time without one would be read in whatever zone the server is in.
const rfc3339 = /^\d{4}-\d{2}-\d{2}[Tt ]\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?:[Zz]|[+-]\d{2}:?\d{2})$/

/** The time in our one form; undefined when it is no RFC 3339 time. */
export function readIsoTime(value: unknown): string | undefined {
  if (typeof value !== 'string' || value.length > 40 || !rfc3339.test(value)) return undefined
  const ms = Date.parse(value)
  return Number.isFinite(ms) ? new Date(ms).toISOString() : undefined
}

/** Milliseconds since 1970 as our one form of a time. */
export const isoTime = (ms: number): string => new Date(ms).toISOString()
