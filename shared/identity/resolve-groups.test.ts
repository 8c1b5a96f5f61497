import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { type Bar, type MergeLink, resolveGroups } from './resolve-groups.ts'

type Resolve = (leads: readonly string[], links: readonly MergeLink[], bars: readonly Bar[]) => unknown

/** Joins as links arrive: what must not be built. It is here to show that the tests below can fail. */
const greedy: Resolve = (leads, links, bars) => {
  const group = new Map(leads.map(id => [id, [id]]))
  for (const { a, b } of links) {
    const inA = group.get(a) ?? []
    const inB = group.get(b) ?? []
    if (inA === inB || bars.some(bar => [...inA, ...inB].includes(bar.a) && [...inA, ...inB].includes(bar.b))) continue
    const joined = [...inA, ...inB].sort()
    for (const id of joined) group.set(id, joined)
  }
  return { groups: [...new Set(group.values())].sort() }
}

function permutations<Item>(items: readonly Item[]): Item[][] {
  if (items.length < 2) return [[...items]]
  return items.flatMap((item, at) => permutations(items.toSpliced(at, 1)).map(rest => [item, ...rest]))
}

/** Every order of the leads' arrival: a lead brings its links to those that are there. */
function resultsOf(
  resolve: Resolve,
  leads: readonly string[],
  links: readonly MergeLink[],
  bars: readonly Bar[],
): Set<string> {
  const results = permutations(leads).map(order => {
    const at = (link: { a: string; b: string }) => Math.max(order.indexOf(link.a), order.indexOf(link.b))
    const arriving = links.toSorted((x, y) => at(x) - at(y))
    return JSON.stringify(resolve(order, arriving, bars))
  })
  return new Set(results)
}

const pairsOf = (leads: readonly string[]) => leads.flatMap((a, at) => leads.slice(at + 1).map(b => ({ a, b })))

describe('groups of leads', () => {
  it('are the same for every order of arrival: all links and bars of four leads', () => {
    const leads = ['a', 'b', 'c', 'd']
    const pairs = pairsOf(leads)
    let greedyDiffers = 0
    // Each pair is nothing, a link or a bar: 3 to the power of 6.
    for (let code = 0; code < 3 ** pairs.length; code++) {
      const kind = (at: number) => Math.floor(code / 3 ** at) % 3
      const links = pairs.filter((_, at) => kind(at) === 1).map((pair, at) => ({ ...pair, bits: 20 + (at % 2) }))
      const bars = pairs.filter((_, at) => kind(at) === 2)
      expect(resultsOf(resolveGroups, leads, links, bars).size).toBe(1)
      if (resultsOf(greedy, leads, links, bars).size > 1) greedyDiffers++
    }
    // The negative control: joining in the order of arrival fails the very same test.
    expect(greedyDiffers).toBeGreaterThan(0)
  })

  it('are the same for every order of five leads, and of links and bars, at random', () => {
    const leads = ['a', 'b', 'c', 'd', 'e']
    const pair = fc.constantFrom(...pairsOf(leads))
    const links = fc.array(fc.tuple(pair, fc.integer({ min: 18, max: 22 })).map(([ends, bits]) => ({ ...ends, bits })))
    fc.assert(
      fc.property(links, fc.array(pair, { maxLength: 3 }), (some, bars) => {
        expect(resultsOf(resolveGroups, leads, some, bars).size).toBe(1)
        const turned = some.toReversed().map(({ a, b, bits }) => ({ a: b, b: a, bits }))
        expect(resolveGroups(leads, turned, bars.toReversed())).toEqual(resolveGroups(leads, some, bars))
      }),
      { numRuns: 60 },
    )
  })

  it('never have both ends of a bar, and have every lead once', () => {
    const leads = 'abcdefgh'.split('')
    const pair = fc.constantFrom(...pairsOf(leads))
    fc.assert(
      fc.property(fc.array(pair), fc.array(pair, { maxLength: 6 }), (ends, bars) => {
        const { groups } = resolveGroups(
          leads,
          ends.map(one => ({ ...one, bits: 20 })),
          bars,
        )
        expect(groups.flat().toSorted()).toEqual(leads)
        for (const { a, b } of bars) expect(groups.some(group => group.includes(a) && group.includes(b))).toBe(false)
      }),
      { numRuns: 300 },
    )
  })

  it('follow the stronger of two links that a bar stands between', () => {
    const bars = [{ a: 'a', b: 'c' }]
    const links = [
      { a: 'a', b: 'b', bits: 20 },
      { a: 'b', b: 'c', bits: 30 },
    ]
    const { groups, barred } = resolveGroups(['a', 'b', 'c'], links, bars)
    expect(groups).toEqual([['a'], ['b', 'c']])
    expect(barred).toEqual([{ a: 'a', b: 'b', bits: 20 }])
    expect(resolveGroups(['a', 'b', 'c'], links, []).groups).toEqual([['a', 'b', 'c']])
  })

  it('do not grow by links to leads that are not there', () => {
    expect(resolveGroups(['a'], [{ a: 'a', b: 'z', bits: 30 }], []).groups).toEqual([['a']])
  })
})
