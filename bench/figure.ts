// One line of the bench's table, and how many runs become one number: the middle one, with the outermost beside it.

export interface Figure {
  readonly measure: string
  readonly load: string
  readonly figure: string
}

/** The middle value; of an even count the upper of the two. NaN of nothing. */
export const median = (values: readonly number[]): number =>
  [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

/** `1.52 (1.47 to 1.60)`: the middle value and the spread. */
export const withSpread = (values: readonly number[], digits: number): string =>
  `${median(values).toFixed(digits)} (${Math.min(...values).toFixed(digits)} to ${Math.max(...values).toFixed(digits)})`

export const inWords = (count: number) => count.toLocaleString('en')
