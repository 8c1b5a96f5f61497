// A sorted list of whole numbers as text: each gap to the number before in Golomb-Rice code (Golomb 1966, Rice 1979),
// six bits a character. It takes about two bits a number more than theory asks, and gzip finds nothing left to take.
// Promises: reading gives what was written.

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
/** A gap is told in this many low bits and the rest in ones: best when that is near the middle gap. */
const lowBits = (count: number, valueBits: number): number => Math.max(0, valueBits - Math.ceil(Math.log2(count + 1)))

/** Sorted numbers below 2 to the power of `valueBits`, as text. */
export function writeHashList(sorted: readonly number[], valueBits: number): string {
  const low = lowBits(sorted.length, valueBits)
  let bits = ''
  let before = 0
  for (const value of sorted) {
    const gap = value - before
    bits += `${'1'.repeat(Math.floor(gap / 2 ** low))}0`
    if (low > 0) bits += (gap % 2 ** low).toString(2).padStart(low, '0')
    before = value
  }
  const full = bits.padEnd(Math.ceil(bits.length / 6) * 6, '1')
  return full.replace(/.{6}/g, six => alphabet.charAt(Number.parseInt(six, 2)))
}

/** The `count` numbers that a text of writeHashList holds. */
export function readHashList(text: string, count: number, valueBits: number): readonly number[] {
  const low = lowBits(count, valueBits)
  const values: number[] = []
  let at = 0
  let six = 0
  let left = 0
  const more = (): boolean => {
    if (left > 0) return true
    if (at >= text.length) return false
    six = sixes[text.charCodeAt(at++)] ?? 0
    left = 6
    return true
  }
  let value = 0
  while (values.length < count && more()) {
    let high = 0
    while (more() && (six >> (left - 1)) & 1) {
      high += 1
      left -= 1
    }
    // The zero that ends the ones.
    left -= 1
    let rest = 0
    for (let need = low; need > 0 && more(); ) {
      const taken = Math.min(need, left)
      rest = rest * (1 << taken) + ((six >> (left - taken)) & ((1 << taken) - 1))
      left -= taken
      need -= taken
    }
    value += high * 2 ** low + rest
    values.push(value)
  }
  return values
}

/** The value of each character by its code. */
const sixes: readonly number[] = [...alphabet].reduce<number[]>((table, letter, six) => {
  table[letter.charCodeAt(0)] = six
  return table
}, [])
