import fc from 'fast-check'
import { expect, it } from 'vitest'
import { textHash } from './text-hash.ts'

it('gives 32 bits that depend on every letter', () => {
  expect(textHash('brasil')).not.toBe(textHash('brazil'))
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), text => {
      const hash = textHash(text)
      expect(Number.isInteger(hash) && hash >= 0 && hash < 2 ** 32).toBe(true)
      expect(textHash(`${text}x`)).not.toBe(textHash(`${text}y`))
    }),
    { numRuns: 200 },
  )
})
