// Submission ids: UUIDv7 (RFC 9562 §5.7), made before anything is sent, so that every path and retry carries the same.
// They sort by time, so nothing else needs to be stored to know which of two submissions is older.

/** How the ids of a moment begin, in milliseconds; each of them sorts behind it. */
export const idTime = (nowMs: number): string => nowMs.toString(16).padStart(12, '0').replace(/.{8}/, '$&-')

/** A new submission id for a moment, in milliseconds. */
export const newSubmissionId = (nowMs: number): string => {
  // Asked once: a call into the browser takes longer than all the rest.
  const random = [...crypto.getRandomValues(new Uint8Array(18))]
  return `${idTime(nowMs)}-7xxx-8xxx-xxxxxxxxxxxx`.replace(/x/g, () => ((random.pop() as number) & 15).toString(16))
}
