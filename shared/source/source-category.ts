// Google Analytics 4's category of a source, as written in `utm_source` or as a host. Knows what Google publishes, and
// no more.

import { ga4Search, ga4Shopping, ga4Social, ga4Video } from './tables/ga4-sources.ts'

export type SourceCategory = 'search' | 'social' | 'shopping' | 'video'

/** The category, or null for a source that is in none of Google's lists. Letter case does not matter. */
export function sourceCategory(source: string): SourceCategory | null {
  let rest = source.slice(0, sourceCharsMax).trim().toLowerCase()
  // `m.youtube.com` is not in the list where `youtube.com` says the same.
  for (let levels = 0; levels < levelsMax && rest; levels += 1) {
    const known = listedCategory(rest)
    if (known) return known
    const dot = rest.indexOf('.')
    const above = dot < 0 ? '' : rest.slice(dot + 1)
    if (!above.includes('.')) return null
    rest = above
  }
  return null
}

/** The category of exactly this lower-case name, not of the domain above it. */
export function listedCategory(name: string): SourceCategory | undefined {
  categories ??= readCategories()
  return categories.get(name)
}

const sourceCharsMax = 255
const levelsMax = 8

let categories: ReadonlyMap<string, SourceCategory> | undefined

function readCategories(): ReadonlyMap<string, SourceCategory> {
  const map = new Map<string, SourceCategory>()
  const lists: readonly (readonly [SourceCategory, string])[] = [
    ['search', ga4Search],
    ['social', ga4Social],
    ['shopping', ga4Shopping],
    ['video', ga4Video],
  ]
  for (const [category, list] of lists) {
    for (const entry of list.trim().split(/\s+/)) {
      const name = entry.replaceAll('~', ' ').replace('^', '+')
      if (!entry.endsWith('+')) map.set(name, category)
      else for (const ending of ['', '.com']) map.set(name.slice(0, -1) + ending, category)
    }
  }
  return map
}
