// When to try again while the page lives.

const retryMsMin = 1_000
const retryMsMax = 60_000

/** How long to wait before the next attempt: doubling, with jitter so that a thousand pages do not return at once. */
export const retryDelayMs = (attempts: number, random: number): number =>
  Math.min(retryMsMin * 2 ** attempts, retryMsMax) * (0.5 + random / 2)
