// Submission ids: UUIDv7 (RFC 9562 §5.7), made before anything is sent, so that every path and retry carries the same.

/** A new submission id for a moment, in milliseconds. */
export const newSubmissionId = (nowMs: number): string =>
  `${nowMs.toString(16).padStart(12, '0')}7xxx8xxxxxxxxxxxxxxx`
    .replace(/x/g, () => ((crypto.getRandomValues(new Uint8Array(1))[0] as number) & 15).toString(16))
    .replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
