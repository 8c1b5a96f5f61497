// How alike two short texts are. Pure measures: what is alike enough is for their callers to say.
// Promises: 0 to 1, or a distance up to the bound; the same both ways; bounded work, since only `charsMax` units are read.

const charsMax = 64

/** Jaro–Winkler (Winkler 1990): shared letters in about the same place, a shared beginning counts more. */
export function jaroWinkler(a: string, b: string): number {
  const jaroOf = jaro(a.slice(0, charsMax), b.slice(0, charsMax))
  if (jaroOf < 0.7) return jaroOf
  let prefix = 0
  while (prefix < 4 && prefix < a.length && a.charCodeAt(prefix) === b.charCodeAt(prefix)) prefix++
  return jaroOf + prefix * 0.1 * (1 - jaroOf)
}

const usedA = new Uint8Array(charsMax)
const usedB = new Uint8Array(charsMax)

function jaro(a: string, b: string): number {
  if (a === b) return a === '' ? 0 : 1
  const reach = Math.max(0, Math.floor(Math.max(a.length, b.length) / 2) - 1)
  usedA.fill(0, 0, a.length)
  usedB.fill(0, 0, b.length)
  let shared = 0
  for (let at = 0; at < a.length; at++) {
    const end = Math.min(b.length - 1, at + reach)
    for (let to = Math.max(0, at - reach); to <= end; to++) {
      if (usedB[to] === 1 || a.charCodeAt(at) !== b.charCodeAt(to)) continue
      usedA[at] = 1
      usedB[to] = 1
      shared++
      break
    }
  }
  if (shared === 0) return 0
  let moved = 0
  let to = 0
  for (let at = 0; at < a.length; at++) {
    if (usedA[at] !== 1) continue
    while (usedB[to] !== 1) to++
    if (a.charCodeAt(at) !== b.charCodeAt(to)) moved++
    to++
  }
  return (shared / a.length + shared / b.length + (shared - moved / 2) / shared) / 3
}

let rowBefore = new Uint8Array(charsMax + 1)
let rowAt = new Uint8Array(charsMax + 1)
let rowTwoBefore = new Uint8Array(charsMax + 1)

/**
 * Damerau–Levenshtein, adjacent swaps as one edit (optimal string alignment).
 * @returns the distance, or `max + 1` for anything greater
 */
export function editDistance(first: string, second: string, max: number): number {
  const a = first.slice(0, charsMax)
  const b = second.slice(0, charsMax)
  if (a === b) return 0
  if (Math.abs(a.length - b.length) > max) return max + 1
  for (let to = 0; to <= b.length; to++) rowAt[to] = to
  for (let at = 1; at <= a.length; at++) {
    const spare = rowTwoBefore
    rowTwoBefore = rowBefore
    rowBefore = rowAt
    rowAt = spare
    rowAt[0] = at
    let best = at
    for (let to = 1; to <= b.length; to++) {
      const isSame = a.charCodeAt(at - 1) === b.charCodeAt(to - 1)
      let cost = Math.min(
        (rowBefore[to] ?? 0) + 1,
        (rowAt[to - 1] ?? 0) + 1,
        (rowBefore[to - 1] ?? 0) + (isSame ? 0 : 1),
      )
      const isSwap =
        at > 1 &&
        to > 1 &&
        a.charCodeAt(at - 1) === b.charCodeAt(to - 2) &&
        a.charCodeAt(at - 2) === b.charCodeAt(to - 1)
      if (isSwap) cost = Math.min(cost, (rowTwoBefore[to - 2] ?? 0) + 1)
      rowAt[to] = cost
      if (cost < best) best = cost
    }
    if (best > max) return max + 1
  }
  return Math.min(rowAt[b.length] ?? max + 1, max + 1)
}
