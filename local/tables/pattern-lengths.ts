// How long the texts are that a pattern fits, for the patterns of numbering plans: digits, sets, groups, `|`, `?`, `{n,m}`.

/** Every length that some text has which the whole pattern fits. */
export function patternLengths(pattern: string): ReadonlySet<number> {
  let at = 0

  const alternatives = (): Set<number> => {
    const lengths = sequence()
    while (pattern[at] === '|') {
      at += 1
      for (const length of sequence()) lengths.add(length)
    }
    return lengths
  }

  const sequence = (): Set<number> => {
    let lengths = new Set([0])
    while (at < pattern.length && !'|)'.includes(pattern.charAt(at))) {
      const one = part()
      const { least, most } = times()
      lengths = sums(lengths, repeated(one, least, most))
    }
    return lengths
  }

  const part = (): Set<number> => {
    const [sign = ''] = /^(?:\\d|\d|\[[^\]]*\]|\((?:\?:)?)/.exec(pattern.slice(at)) ?? []
    if (sign === '') throw new Error(`${pattern} has something else at ${at}`)
    at += sign.length
    if (!sign.startsWith('(')) return new Set([1])
    const lengths = alternatives()
    at += 1
    return lengths
  }

  const times = (): { readonly least: number; readonly most: number } => {
    const [sign = '', least = '1', most = least] = /^(?:\{(\d+)(?:,(\d+))?\}|\?)/.exec(pattern.slice(at)) ?? []
    at += sign.length
    return sign === '?' ? { least: 0, most: 1 } : { least: Number(least), most: Number(most) }
  }

  return alternatives()
}

function repeated(lengths: ReadonlySet<number>, least: number, most: number): Set<number> {
  const all = new Set<number>()
  let sum = new Set([0])
  for (let count = 0; count <= most; count += 1) {
    if (count >= least) for (const length of sum) all.add(length)
    sum = sums(sum, lengths)
  }
  return all
}

function sums(some: ReadonlySet<number>, others: ReadonlySet<number>): Set<number> {
  return new Set([...some].flatMap(one => [...others].map(other => one + other)))
}
