// When to try again while the page lives.

// Jitter adds as much again at most.
const retryMsMin = 500
const retryMsMax = 30_000

/** How long to wait before the next attempt: doubling, with jitter so that a thousand pages do not return at once. */
export const retryDelayMs = (attempts: number, random: number): number =>
  Math.min(retryMsMin * 2 ** attempts, retryMsMax) * (1 + random)
