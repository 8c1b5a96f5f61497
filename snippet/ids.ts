// Submission ids: UUIDv7 (RFC 9562 §5.7), made before anything is sent, so that every path and retry carries the same.

/** A new submission id for a moment, in milliseconds. */
export const newSubmissionId = (nowMs: number): string => {
  const time = nowMs.toString(16).padStart(12, '0')
  let noise = ''
  // Missing only where the page or an old browser hides it; a weaker id is better than a lost lead.
  for (let i = 0; i < 5; i++) noise += (0x10000 + randomWord()).toString(16).slice(1)
  const variant = '89ab'[randomWord() & 3]
  return `${time.slice(0, 8)}-${time.slice(8)}-7${noise.slice(0, 3)}-${variant}${noise.slice(3, 6)}-${noise.slice(6, 18)}`
}

const randomWord = (): number => {
  try {
    return crypto.getRandomValues(new Uint16Array(1))[0] as number
  } catch {
    return Math.floor(Math.random() * 0x10000)
  }
}
