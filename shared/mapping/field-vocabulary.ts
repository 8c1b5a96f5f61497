// Looks words up in the dictionary of field-aliases.ts: as a whole name, or by the noun that decides a longer one.
// Trusts that words are folded. A word that is not understood ends the matter: undefined, never a guess.

import { type CanonicalField, canonicalFields } from './canonical-fields.ts'
import {
  bareNamePhrases,
  fieldAliases,
  fillerWords,
  headWords,
  notOurs,
  otherPersonWords,
  prefixWords,
  repeatWords,
} from './field-aliases.ts'
import { foldWords } from './fold-name.ts'

export interface NamedField {
  readonly field: CanonicalField
  /** The alias, when it is the whole name on some forms and a part of it on others ("Nome", "Name", "Nom"). */
  readonly bareName?: string
}

/** The alias of the whole name, of what its builder's prefixes leave, or without a trailing index. */
export function fieldOfName(words: readonly string[]): NamedField | undefined {
  for (let from = 0; from < words.length; from++) {
    const key = squash(words.slice(from))
    if (foreign.has(key)) return undefined
    const unnumbered = key.replace(/\d+$/, '')
    const field = aliases.get(key) ?? aliases.get(unnumbered)
    if (field) return bareNames.has(unnumbered) ? { field, bareName: unnumbered } : { field }
    const first = words[from] ?? ''
    if (!prefixes.has(first) && !/^q?\d+$/.test(first)) return undefined
  }
  return undefined
}

/** A longer label is a sentence, and its noun may be about anything. */
const headWordsMax = 10

/**
 * The field of a longer name whose every word is understood. A company's e-mail is an e-mail, a company's name is the
 * company; "e-mail or phone" is whichever the value is.
 */
export function fieldOfHeadNoun(words: readonly string[]): CanonicalField | 'emailOrPhone' | undefined {
  if (words.length < 2 || words.length > headWordsMax || foreign.has(squash(words))) return undefined
  const found = new Set<CanonicalField>()
  for (const word of words) {
    const head = heads.get(word)
    if (head) found.add(head)
    else if (!fillers.has(word) && !/^\d+$/.test(word)) return undefined
  }
  if (found.has('company') && found.size > 1) {
    found.delete('company')
    if (found.delete('fullName') && found.size === 0) return 'company'
  }
  if (found.size === 2 && found.has('email') && found.has('phone')) return 'emailOrPhone'
  const [only] = found
  return found.size === 1 ? only : undefined
}

const fold = (phrases: string): (readonly string[])[] => phrases.split(',').map(foldWords)
const squash = (words: readonly string[]): string => words.join('')
const squashedSet = (phrases: string): Set<string> => new Set(fold(phrases).map(squash))

const aliases = new Map<string, CanonicalField>()
const heads = new Map<string, CanonicalField>()
for (const field of canonicalFields) {
  for (const phrase of fold(fieldAliases[field])) aliases.set(squash(phrase), field)
  for (const phrase of fold(headWords[field] ?? '')) heads.set(squash(phrase), field)
}
const foreign = squashedSet(notOurs)
const fillers = squashedSet(fillerWords)
const prefixes = squashedSet(prefixWords)
const repeats = squashedSet(repeatWords)
const otherPeople = squashedSet(otherPersonWords)

/** True when a second typing of the same thing is asked for. */
export const asksAgain = (words: readonly string[]): boolean => words.some(word => repeats.has(word))
/** True when it is somebody else's contact. */
export const isOtherPersons = (words: readonly string[]): boolean => words.some(word => otherPeople.has(word))
const bareNames = squashedSet(bareNamePhrases)
