// A 32-bit hash of a text, for tables that hold hashes instead of names. Used when a table is built and when it is read.
// Not for secrets: anyone can make two texts with one hash.

/** FNV-1a over UTF-16 units, then mixed, so that every bit depends on every letter. */
export function textHash(text: string): number {
  let hash = 0x811c9dc5
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at)
    hash = Math.imul(hash ^ (unit & 0xff), 0x01000193)
    hash = Math.imul(hash ^ (unit >> 8), 0x01000193)
  }
  return mixedHash(hash)
}

/** The last step of MurmurHash3: another 32 bits, of which each depends on all bits of the first. */
export function mixedHash(bits: number): number {
  let hash = Math.imul(bits ^ (bits >>> 16), 0x85ebca6b)
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35)
  return (hash ^ (hash >>> 16)) >>> 0
}
