// Writes a submission as the bytes that will be sent, once: every path and retry repeats exactly this string, because
// the collector refuses another body under a known id.

import { bodyBytesMax, fieldCharsMax } from '../shared/limits.ts'
import type { WireSubmission } from '../shared/wire.ts'

/** Bytes of a text in UTF-8: the keepalive budget and the collector count bytes, not characters. */
export const bytesOf = (text: string): number => new Blob([text]).size

/** JSON of a value, with every text cut at `charsMax`. */
export const encode = (value: unknown, charsMax = 1 / 0): string =>
  // Old libraries leave a toJSON on Array.prototype. It is called, but `this[key]` is the value that it did not see.
  JSON.stringify(value, function (this: Record<string, unknown>, key: string) {
    const raw = this[key]
    return typeof raw === 'string' ? raw.slice(0, charsMax) : raw
  })

/** The body of a submission. It always fits: when it is too long, its longest texts are cut until it is not. */
export const encodeBody = (submission: WireSubmission): string => {
  // One unit more than the collector keeps, so that it sees the cut and reports it as the issue `truncated`.
  let charsMax = fieldCharsMax + 1
  let body = encode(submission, charsMax)
  // 36 is the id, which must stay whole.
  while (bytesOf(body) > bodyBytesMax && charsMax > 72) {
    charsMax >>= 1
    body = encode(submission, charsMax)
  }
  return body
}
