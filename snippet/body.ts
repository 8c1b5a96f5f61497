// Writes a submission as the bytes that will be sent, once: every path and retry repeats exactly this string, because
// the collector refuses another body under a known id.

import { bodyBytesMax, fieldCharsMax } from '../shared/limits.ts'

/**
 * JSON of a value. It always fits a request: when it is too long, its longest texts are cut until it is not.
 * @param charsMax one unit more than the collector keeps, so that it sees a cut and reports the issue `truncated`
 */
export const encode = (
  value: unknown,
  charsMax: number = fieldCharsMax + 1,
  bytesMax: number = bodyBytesMax,
): string => {
  // Old libraries leave a toJSON on Array.prototype. It is called, but `this[key]` is the value that it did not see.
  const body = JSON.stringify(value, function (this: Record<string, unknown>, key: string) {
    const raw = this[key]
    return typeof raw === 'string' ? raw.slice(0, charsMax) : raw
  })
  // Bytes count, not characters. 36 of them are the id, which must stay whole.
  return body.length * 3 > bytesMax && new Blob([body]).size > bytesMax && charsMax > 72
    ? encode(value, charsMax >> 1, bytesMax)
    : body
}
