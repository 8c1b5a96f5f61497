import { expect, it } from 'vitest'
import { bodyBytesMax, fieldCharsMax } from '../shared/limits.ts'
import { encode } from './body.ts'

it('is not misled by a toJSON that an old library left behind', () => {
  const polluted = Array.prototype as { toJSON?: () => string }
  polluted.toJSON = () => 'broken'
  try {
    expect(encode({ fields: [['a', '1']] })).toBe('{"fields":[["a","1"]]}')
  } finally {
    delete polluted.toJSON
  }
})

it('cuts a text one unit beyond what the collector keeps, so that the cut is reported', () => {
  const cut = (chars: number) => JSON.parse(encode({ fields: [['m', 'x'.repeat(chars)]] })).fields[0][1].length
  expect([fieldCharsMax, fieldCharsMax + 1, fieldCharsMax + 2].map(cut)).toEqual([4_096, 4_097, 4_097])
})

it('fits the collector whatever is in it, and keeps the id whole', () => {
  const id = '0192f0c1-0000-7000-8000-000000000000'
  const fields = Array.from({ length: 200 }, (_, n) => [`field_${n}`, '€'.repeat(10_000)] as const)
  const body = encode({ id, fields })
  expect(Buffer.byteLength(body)).toBeLessThanOrEqual(bodyBytesMax)
  expect(JSON.parse(body).id).toBe(id)
  expect(JSON.parse(body).fields.length).toBe(200)
})
