// Submission ids: UUIDv7 (RFC 9562 §5.7), made before anything is sent, so that every path and retry carries the same.

/** A new submission id for a moment, in milliseconds. */
export const newSubmissionId = (nowMs: number): string => {
  const random = [...crypto.getRandomValues(new Uint8Array(10))].map(byte => hex(byte, 2)).join('')
  return `${hex(nowMs, 12)}7${random.slice(0, 3)}8${random.slice(3, 18)}`.replace(/(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0')
