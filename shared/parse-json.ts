// JSON from strangers: the same values as JSON.parse, but nesting is bounded before anything is built, and a member
// that stands twice in one object is refused, since two readers would read two meanings from it (RFC 8259 §4).

import { jsonDepthMax } from './limits.ts'
import { err, ok, type Result } from './result.ts'

export type JsonProblem = 'invalid-json' | 'json-too-deep' | 'duplicate-json-key'

/**
 * Parses a text of bounded length.
 * @returns the value, or why it was refused. The depth is judged even where the text is no JSON at all.
 */
export function parseJson(text: string): Result<unknown, JsonProblem> {
  const scanned = scanStructure(text)
  if (scanned === 'json-too-deep') return err(scanned)
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    // Only SyntaxError lands here: the text is a string and its depth is bounded.
    return err('invalid-json')
  }
  return scanned ? err(scanned) : ok(value)
}

// One pass over the text, without building values. Member names are compared after unescaping, because
// "\u0061" and "a" are the same name to every parser.
function scanStructure(text: string): JsonProblem | undefined {
  const open: (Set<string> | undefined)[] = []
  let isDuplicate = false
  let at = 0
  while (at < text.length) {
    const char = text.charCodeAt(at)
    if (char === 0x22) {
      const end = endOfString(text, at)
      const names = open[open.length - 1]
      if (names && isMemberName(text, end)) {
        const name = unescapeName(text.slice(at, end))
        if (names.has(name)) isDuplicate = true
        names.add(name)
      }
      at = end
      continue
    }
    if (char === 0x7b || char === 0x5b) {
      if (open.length >= jsonDepthMax) return 'json-too-deep'
      open.push(char === 0x7b ? new Set() : undefined)
    } else if (char === 0x7d || char === 0x5d) open.pop()
    at += 1
  }
  return isDuplicate ? 'duplicate-json-key' : undefined
}

function endOfString(text: string, start: number): number {
  let at = start + 1
  while (at < text.length && text.charCodeAt(at) !== 0x22) at += text.charCodeAt(at) === 0x5c ? 2 : 1
  return Math.min(at + 1, text.length)
}

function isMemberName(text: string, end: number): boolean {
  let at = end
  while (at < text.length && ' \t\n\r'.includes(text.charAt(at))) at += 1
  return text.charCodeAt(at) === 0x3a
}

function unescapeName(quoted: string): string {
  if (!quoted.includes('\\')) return quoted.slice(1, -1)
  try {
    return String(JSON.parse(quoted))
  } catch {
    // A malformed escape: the whole text will be refused as no JSON.
    return quoted
  }
}
