// Whether a word is another with one slip of the keyboard. Pure; looks at each letter once.

/** One letter more, less, other, or two neighbours in the wrong order (Damerau's four slips). */
export function isOneSlipApart(typed: string, meant: string): boolean {
  if (Math.abs(typed.length - meant.length) > 1) return false
  let start = 0
  while (start < meant.length && typed[start] === meant[start]) start += 1
  const typedRest = typed.slice(start)
  const meantRest = meant.slice(start)
  return (
    typedRest.slice(1) === meantRest ||
    typedRest === meantRest.slice(1) ||
    typedRest.slice(1) === meantRest.slice(1) ||
    (typedRest.slice(2) === meantRest.slice(2) && typedRest[0] === meantRest[1] && typedRest[1] === meantRest[0])
  )
}
