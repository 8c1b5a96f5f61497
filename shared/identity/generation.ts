// Which of a family's namesakes somebody is, as the end of a name says it: father and son share name, line and company.
// Promises: bounded work.

import { foldWordsOf } from './fold-text.ts'

export type Generation = 'junior' | 'senior' | 'grandson' | 'nephew' | 'second' | 'third'

/** Not "Nieto", which in Spanish is a family name of many. */
const generations: ReadonlyMap<string, Generation> = new Map([
  ['jr', 'junior'],
  ['junior', 'junior'],
  ['filho', 'junior'],
  ['hijo', 'junior'],
  ['sr', 'senior'],
  ['senior', 'senior'],
  ['neto', 'grandson'],
  ['sobrinho', 'nephew'],
  ['ii', 'second'],
  ['iii', 'third'],
])

/** Undefined where the last word is the only one: then it is the name. */
export function generationOf(name: string): Generation | undefined {
  const words = foldWordsOf(name)
  return words.length > 1 ? generations.get(words.at(-1) ?? '') : undefined
}
