// The index of block keys: finds who shares a key, in one order, within its bounds.

import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { LeadId } from '../../shared/ids.ts'
import { candidatesMax, leadsPerBlockKeyMax } from '../../shared/limits.ts'
import { leadIdOf } from '../../test/support/node-ledger.ts'
import { blockIndex } from './block-index.ts'
import { blockMacBytes, joinBlockMacs, packBlockMacs, readBlockMacs } from './block-macs.ts'

describe('blockIndex', () => {
  it('finds the other leads that share a key, the most shared keys first, then the older lead', () => {
    const index = blockIndex()
    index.add(leadIdOf(3), [1n, 2n])
    index.add(leadIdOf(2), [1n])
    index.add(leadIdOf(1), [2n, 9n])
    index.add(leadIdOf(4), [7n])
    expect(index.find(leadIdOf(9), [1n, 2n])).toEqual([leadIdOf(3), leadIdOf(1), leadIdOf(2)])
    expect(index.find(leadIdOf(3), [1n, 2n])).toEqual([leadIdOf(1), leadIdOf(2)])
    expect(index.find(leadIdOf(9), [5n])).toEqual([])
  })

  it('forgets a lead that was removed, and files one again only under new keys', () => {
    const index = blockIndex()
    index.add(leadIdOf(1), [1n])
    index.add(leadIdOf(1), [1n, 2n])
    expect(index.find(leadIdOf(9), [1n])).toEqual([leadIdOf(1)])
    index.remove(leadIdOf(1))
    expect(index.find(leadIdOf(9), [1n, 2n])).toEqual([])
    expect(index.size()).toBe(1)
  })

  it('gives no more than can be compared, and does not follow a key that too many have', () => {
    const index = blockIndex()
    for (let n = 1; n <= leadsPerBlockKeyMax; n += 1) index.add(leadIdOf(n), [1n])
    expect(index.find(leadIdOf(9_999), [1n])).toHaveLength(candidatesMax)
    index.add(leadIdOf(leadsPerBlockKeyMax + 1), [1n, 2n])
    expect(index.find(leadIdOf(9_999), [1n])).toEqual([])
    expect(index.find(leadIdOf(9_999), [2n])).toEqual([leadIdOf(leadsPerBlockKeyMax + 1)])
  })

  it('finds what a plain search finds, for any leads and keys, past the size that it begins with', () => {
    const index = blockIndex()
    const all: { id: LeadId; macs: bigint[] }[] = []
    for (let n = 1; n <= 3_000; n += 1) {
      const macs = [BigInt(n * 7_919) << 20n, BigInt(n % 1_500), BigInt(n) * 0x1_0000_0001n]
      all.push({ id: leadIdOf(n), macs })
      index.add(leadIdOf(n), macs)
    }
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 3_000 }), n => {
        const macs = all[n - 1]?.macs ?? []
        const plain = all.filter(({ id, macs: theirs }) => id !== leadIdOf(n) && theirs.some(mac => macs.includes(mac)))
        expect(index.find(leadIdOf(n), macs).toSorted()).toEqual(plain.map(({ id }) => id).toSorted())
      }),
    )
  })
})

describe('block macs', () => {
  const mac = fc.uint8Array({ minLength: 32, maxLength: 32 }).map(bytes => new Uint8Array(bytes))

  it('are a set: any order and any repetition pack to the same bytes', () => {
    fc.assert(
      fc.property(fc.array(mac, { maxLength: 20 }), macs => {
        const packed = packBlockMacs(macs)
        expect(packed.byteLength % blockMacBytes).toBe(0)
        expect(packBlockMacs([...macs].reverse().concat(macs))).toEqual(packed)
        expect(joinBlockMacs(packed, packed)).toEqual(packed)
        expect(new Set(readBlockMacs(packed)).size).toBe(packed.byteLength / blockMacBytes)
      }),
    )
  })

  it('join to the same bytes in any order, within the bound', () => {
    fc.assert(
      fc.property(fc.array(mac, { maxLength: 30 }), fc.array(mac, { maxLength: 30 }), (a, b) => {
        const [one, other] = [packBlockMacs(a), packBlockMacs(b)]
        expect(joinBlockMacs(one, other)).toEqual(joinBlockMacs(other, one))
        expect(joinBlockMacs(null, one)).toEqual(one)
      }),
    )
  })
})
