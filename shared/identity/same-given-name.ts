// Tells whether two given names can be one person's: the same, a known short form (tables/nicknames.ts), or a short form
// made by rule (short-form.ts). "Can be": Beto is Roberto, Alberto and Humberto, so this alone proves nobody.
// Promises: the same both ways; never throws.

import { foldText } from './fold-text.ts'
import { rootOf } from './name-sound.ts'
import { isShortForm } from './short-form.ts'
import { nicknameFamilies } from './tables/nicknames.ts'
import { differInEnding } from './two-names.ts'

export function sameGivenName(a: string, b: string): boolean {
  return sameFoldedGivenName(foldText(a), foldText(b))
}

/** For names that are folded already. */
export function sameFoldedGivenName(a: string, b: string): boolean {
  if (a === '' || b === '') return false
  if (a === b) return true
  if (differInEnding(a, b)) return false
  if (!a.includes(' ') && !b.includes(' ')) return shareFamily(a, b) || isShortForm(a, b)
  if (a.replaceAll(' ', '') === b.replaceAll(' ', '')) return true
  const firstA = firstWord(a)
  const firstB = firstWord(b)
  // "Ana" and "Ana Beatriz": the second name is often left out.
  if (firstA === firstB && firstA.length > 1) return a === firstA || b === firstB
  return shareFamily(a, b) || isShortForm(a, b)
}

const firstWord = (name: string): string => name.split(' ', 1).join('')

function shareFamily(a: string, b: string): boolean {
  const families = familiesOf()
  const ofA = families.get(rootOf(a))
  const ofB = ofA && families.get(rootOf(b))
  return ofB?.some(family => ofA?.includes(family)) ?? false
}

let families: ReadonlyMap<string, readonly number[]> | undefined

function familiesOf(): ReadonlyMap<string, readonly number[]> {
  families ??= readFamilies()
  return families
}

function readFamilies(): Map<string, number[]> {
  const map = new Map<string, number[]>()
  for (const [at, line] of nicknameFamilies.split('\n').entries())
    for (const root of line.split(' ')) {
      const known = map.get(root)
      if (known) known.push(at)
      else map.set(root, [at])
    }
  return map
}
