// Which leads are one person, given what may be merged and what must never be: undone merges and told differences stay.
// Promises: the same groups for any order of leads, links and bars; no bar inside a group; every lead in one group.

export interface MergeLink {
  readonly a: string
  readonly b: string
  /** How much the link says: where a bar stands between two links, the stronger one is followed. */
  readonly bits: number
}

/** "Not the same": an undone merge, or a person's word. */
export interface Bar {
  readonly a: string
  readonly b: string
}

export interface Groups {
  /** Ids of each person's leads, sorted; sorted by the first. */
  readonly groups: readonly (readonly string[])[]
  /** Links not followed because of a bar: for somebody to look at. */
  readonly barred: readonly MergeLink[]
}

export function resolveGroups(leads: readonly string[], links: readonly MergeLink[], bars: readonly Bar[]): Groups {
  const groupOf = new Map<string, Set<string>>(leads.map(id => [id, new Set([id])]))
  const apart = new Map<string, Set<string>>()
  for (const { a, b } of bars) {
    setOf(apart, a).add(b)
    setOf(apart, b).add(a)
  }
  const barred: MergeLink[] = []
  // One order of our own, so that the order of arrival has no say. Union is only order-free without bars.
  for (const link of inOrder(links)) {
    const groupA = groupOf.get(link.a)
    const groupB = groupOf.get(link.b)
    if (!groupA || !groupB || groupA === groupB) continue
    if (isBarred(groupA, groupB, apart)) {
      barred.push(link)
      continue
    }
    for (const id of groupB) {
      groupA.add(id)
      groupOf.set(id, groupA)
    }
  }
  const groups = [...new Set(groupOf.values())].map(group => [...group].sort())
  return { groups: groups.sort((a, b) => compareTexts(a[0] ?? '', b[0] ?? '')), barred }
}

/** The strongest first; among equals by id, each link written one way and once. */
function inOrder(links: readonly MergeLink[]): MergeLink[] {
  const byPair = new Map<string, MergeLink>()
  for (const link of links) {
    const [a, b] = link.a < link.b ? [link.a, link.b] : [link.b, link.a]
    const key = JSON.stringify([a, b])
    const known = byPair.get(key)
    if (a !== b && (!known || known.bits < link.bits)) byPair.set(key, { a, b, bits: link.bits })
  }
  return [...byPair.values()].sort((x, y) => y.bits - x.bits || compareTexts(x.a, y.a) || compareTexts(x.b, y.b))
}

const compareTexts = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0)

function setOf(map: Map<string, Set<string>>, id: string): Set<string> {
  const known = map.get(id)
  if (known) return known
  const made = new Set<string>()
  map.set(id, made)
  return made
}

function isBarred(
  a: ReadonlySet<string>,
  b: ReadonlySet<string>,
  apart: ReadonlyMap<string, ReadonlySet<string>>,
): boolean {
  for (const id of a) for (const other of apart.get(id) ?? []) if (b.has(other)) return true
  return false
}
