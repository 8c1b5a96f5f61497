// Looks words up in the dictionary of field-aliases.ts: as a whole name, or by the noun that decides a longer one.
// Trusts that words are folded. A word that is not understood ends the matter: undefined, never a guess.

import { type CanonicalField, canonicalFields } from './canonical-fields.ts'
import { aboutWords, companionWords, compounds, describeWords, sizeWords, topicWords } from './companion-words.ts'
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
  if (asksToDescribe(words)) return 'message'
  const found = new Set<CanonicalField>()
  const companions: ReadonlySet<string>[] = []
  for (const word of joinCompounds(words)) {
    const head = heads.get(word)
    const goesWith = companionFields.get(word)
    if (head) found.add(head)
    // A word may both mean nothing and go with one field ("type" of industry, "type" your message).
    else if (goesWith && !fillers.has(word)) companions.push(goesWith)
    else if (!fillers.has(word) && !/^\d+$/.test(word)) return undefined
  }
  if (words.some(word => sizes.has(word)) && !found.has('company')) return undefined
  // "Empresa e cargo" asks for two things; "cargo na empresa" for one.
  if (found.size > 1 && found.has('company') && words.some(word => conjunctions.has(word))) return undefined
  const field = onlyField(found)
  return field !== undefined && companions.every(fields => fields.has(field)) ? field : undefined
}

function onlyField(found: Set<CanonicalField>): CanonicalField | 'emailOrPhone' | undefined {
  if (found.has('company') && found.size > 1) {
    found.delete('company')
    if (found.delete('fullName') && found.size === 0) return 'company'
  }
  if ([...found].every(field => nameFields.has(field)) && found.size > 1) return 'fullName'
  if (found.size === 2 && found.has('email') && found.has('phone')) return 'emailOrPhone'
  const [only] = found
  return found.size === 1 ? only : undefined
}

/** "Descreva brevemente o seu projeto": a verb that asks for a text, what it is about, and nothing else. */
function asksToDescribe(words: readonly string[]): boolean {
  return (
    words.some(word => describes.has(word)) &&
    words.some(word => topics.has(word)) &&
    words.every(word => describes.has(word) || topics.has(word) || abouts.has(word) || fillers.has(word))
  )
}

function joinCompounds(words: readonly string[]): readonly string[] {
  let text = ` ${words.join(' ')} `
  for (const [apart, joined] of compounds) text = text.replace(` ${apart} `, ` ${joined} `)
  return text.trim().split(' ')
}

const fold = (phrases: string): (readonly string[])[] => phrases.split(',').map(foldWords)
const squash = (words: readonly string[]): string => words.join('')
/** The phrases between commas, folded to one word each. */
export const squashedSet = (phrases: string): Set<string> => new Set(fold(phrases).map(squash))

const aliases = new Map<string, CanonicalField>()
const heads = new Map<string, CanonicalField>()
for (const field of canonicalFields) {
  for (const phrase of fold(fieldAliases[field])) aliases.set(squash(phrase), field)
  for (const phrase of fold(headWords[field] ?? '')) heads.set(squash(phrase), field)
}
const companionFields = new Map<string, Set<string>>()
for (const [fields, phrases] of companionWords)
  for (const phrase of fold(phrases)) {
    const word = squash(phrase)
    const known = companionFields.get(word) ?? new Set<string>()
    for (const field of fields) known.add(field)
    companionFields.set(word, known)
  }
const conjunctions: ReadonlySet<string> = new Set(['e', 'y', 'and', 'et', 'und'])
const sizes = squashedSet(sizeWords)
const describes = squashedSet(describeWords)
const topics = squashedSet(topicWords)
const abouts = squashedSet(aboutWords)
const nameFields: ReadonlySet<CanonicalField> = new Set<CanonicalField>(['firstName', 'lastName', 'fullName'])
const foreign = squashedSet(notOurs)
const fillers = squashedSet(fillerWords)
const prefixes = squashedSet(prefixWords)
const repeats = squashedSet(repeatWords)
const otherPeople = squashedSet(otherPersonWords)

/** True for a whole name that looks like one of ours and is none. */
export const isForeign = (words: readonly string[]): boolean => foreign.has(squash(words))
/** True for a word that the dictionary knows in any part. */
export const isUnderstood = (word: string): boolean =>
  heads.has(word) || fillers.has(word) || companionFields.has(word) || /^\d+$/.test(word)

/** The field that a noun names by itself. */
export const fieldOfNoun = (word: string): CanonicalField | undefined => heads.get(word)

/** True when a second typing of the same thing is asked for. */
export const asksAgain = (words: readonly string[]): boolean => words.some(word => repeats.has(word))
/** True when it is somebody else's contact. */
export const isOtherPersons = (words: readonly string[]): boolean => words.some(word => otherPeople.has(word))
const bareNames = squashedSet(bareNamePhrases)
