// Submission ids: UUIDv7 (RFC 9562 §5.7), made before anything is sent, so that every path and retry carries the same.
// They sort by time, so nothing else needs to be stored to know which of two submissions is older.

/** A new submission id for a moment, in milliseconds. */
export const newSubmissionId = (nowMs: number): string =>
  nowMs.toString(16).padStart(12, '0').replace(/.{8}/, '$&-') +
  '-7xxx-8xxx-xxxxxxxxxxxx'.replace(/x/g, () =>
    ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15).toString(16),
  )
