// Finds the name that somebody probably meant.

/** The known name with the fewest edits from `name`. With more than two it would be a guess. Case and separators are none. */
export const nearest = (name: string, known: readonly string[]): string | undefined =>
  [0, 1, 2].flatMap(edits => known.find(word => isNear(fold(name), fold(word), edits)) ?? [])[0]

/** A name without its case and its separators. */
export const fold = (name: string) => name.toLowerCase().replace(/[\W_]/g, '')

/** Whether so many edits make one of the other: a letter more, a letter less, another letter. */
const isNear = (from: string, to: string, edits: number): boolean => {
  if (from === to) return true
  const fromRest = from.slice(1)
  const toRest = to.slice(1)
  if (from[0] === to[0]) return isNear(fromRest, toRest, edits)
  return (
    edits > 0 &&
    (isNear(fromRest, toRest, edits - 1) || isNear(fromRest, to, edits - 1) || isNear(from, toRest, edits - 1))
  )
}
