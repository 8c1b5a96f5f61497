// Keeps what a pure function of one text gave: the same few names are compared again and again.
// Promises: at most `textsMax` texts of at most `charsMax` units are kept; full, it starts anew.

const textsMax = 2_000
const charsMax = 40

export function remembered<Value>(read: (text: string) => Value): (text: string) => Value {
  const known = new Map<string, Value>()
  return text => {
    if (text.length > charsMax) return read(text)
    const before = known.get(text)
    if (before !== undefined) return before
    const value = read(text)
    if (known.size >= textsMax) known.clear()
    known.set(text, value)
    return value
  }
}
