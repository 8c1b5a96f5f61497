// Tells two given names from one name with a slip. Trusts that both are folded.
// Promises: the same both ways.

import { isCommonGivenName } from './name-frequency.ts'

/** However alike: a man's and a woman's, or two that many people have (Maria and Marina, Marcos and Marcelo). */
export const areTwoNames = (a: string, b: string): boolean =>
  a !== b && (differInEnding(a, b) || (isCommonGivenName(a) && isCommonGivenName(b)))

/** What a family or a couple calls two: Silvio and Silvia, Daniel and Daniela; in Brazil also Juliana and Juliane. */
export function differInEnding(a: string, b: string): boolean {
  const [other, inA] = a.endsWith('a') ? [b, a] : [a, b]
  if (other.length < endingCharsMin || !inA.endsWith('a')) return false
  const stem = inA.slice(0, -1)
  if (other === stem) return /[lnrsz]$/.test(stem)
  return other === `${stem}o` || (other === `${stem}e` && /...an$/.test(stem))
}

/** Ann is Anna, and so short a name has too many neighbours. */
const endingCharsMin = 4
