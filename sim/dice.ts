// The one source of chance of a run: a seeded generator, so that the same seed is the same run.

/** Chance as a run uses it. */
export interface Dice {
  /** From 0 up to but not including 1. */
  readonly roll: () => number
  /** A whole number from `least` to `most`, both included. */
  readonly between: (least: number, most: number) => number
  readonly chance: (share: number) => boolean
  readonly pick: <T>(choices: readonly [T, ...T[]]) => T
}

/** mulberry32: 32 bits of state, a period of 2^32, and no two seeds that start alike. Good for chance, not for secrets. */
export function diceOf(seed: number): Dice {
  let state = seed >>> 0
  const roll = () => {
    state = (state + 0x6d2b79f5) >>> 0
    let mixed = Math.imul(state ^ (state >>> 15), state | 1)
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296
  }
  const between = (least: number, most: number) => least + Math.floor(roll() * (most - least + 1))
  return {
    roll,
    between,
    chance: share => roll() < share,
    pick: choices => choices[between(0, choices.length - 1)] ?? choices[0],
  }
}
