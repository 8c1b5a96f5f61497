import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanText, cutText } from './clean-text.ts'
import { normalizeLine, normalizeMessage } from './text.ts'

describe('normalizeLine', () => {
  it('makes one line of any white space and drops what has no width', () => {
    expect(normalizeLine(' Padaria\u00a0\u200bUnião \r\n Ltda\u3000')).toBe('Padaria União Ltda')
  })

  it('keeps the case and the joiners that some scripts need', () => {
    expect(normalizeLine('iFood S.A.')).toBe('iFood S.A.')
    expect(normalizeLine('👩\u200d💻 می\u200cخواهم')).toBe('👩\u200d💻 می\u200cخواهم')
  })
})

describe('normalizeMessage', () => {
  it('keeps its lines and at most one empty line between them', () => {
    expect(normalizeMessage('\r\n Oi,\r\rquero  saber \t\n\n\n\nmais\u2028hoje\n')).toBe(
      'Oi,\n\nquero  saber\n\nmais\nhoje',
    )
  })
})

describe('cutText', () => {
  it('cuts at the limit, and before a pair that would be halved', () => {
    expect(cutText('ab😀', 4)).toBe('ab😀')
    expect(cutText('ab😀', 3)).toBe('ab')
    expect(cutText('abc', 2)).toBe('ab')
    expect(cutText('😀', 0)).toBe('')
  })
})

it('cleaning twice is cleaning once, for any text', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      for (const clean of [cleanText, normalizeLine, normalizeMessage]) {
        expect(clean(clean(text))).toBe(clean(text))
        expect(clean(text)).not.toMatch(/(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/u)
        expect(clean(text).isWellFormed()).toBe(true)
      }
    }),
    { numRuns: 300 },
  )
})
