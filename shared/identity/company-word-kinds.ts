// Says what a folded word does in a company's name: name it, or say its form, its part of a group, its place or its trade.
// Promises: bounded work. Every word that no table knows is taken as one that names.

import { familyNameBits, isCommonGivenName } from './name-frequency.ts'
import { spelled } from './name-sound.ts'
import { remembered } from './remembered.ts'
import { formWords, openingWords, partWords, placeWords, tradeWords } from './tables/company-vocabulary.ts'
import { isSlip } from './word-match.ts'

const setOf = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/))

const forms = setOf(formWords)
const places = setOf(placeWords)
const weak = new Set([...forms, ...setOf(partWords), ...places])
/** Long enough that a slip in one is still that word: KONINKIJKE, NAAMLOOZE. */
const longWeak = [...weak].filter(word => word.length >= 8)
const trades = setOf(tradeWords)
const generic = new Set([...trades, ...setOf(openingWords)])

/** Of each word the first of its line. */
const meanings = new Map([partWords, placeWords, tradeWords].flatMap(lines => lines.split('\n').flatMap(pairsOf)))
function pairsOf(line: string): readonly (readonly [word: string, meaning: string])[] {
  const words = line.trim().split(' ')
  return words.map(word => [word, words[0] ?? word])
}

/** Says what kind of company or which part of it, never which company. */
export const isWeak = (word: string): boolean => weakAs(word) !== ''

/** A kind of company: one may have changed it and not its country. */
export const isForm = (word: string): boolean => forms.has(weakAs(word))

/** A country, or a part of a group. */
export const isPart = (word: string): boolean => isWeak(word) && !isForm(word)

/** The word of the table that it is, with a slip or clipped: "Koninkl.", "Internat." A country is not clipped: Deutsch is a name. */
const weakAs = remembered((word: string): string => {
  if (weak.has(word)) return word
  if (word.length < 7) return ''
  return longWeak.find(long => isSlip(word, long) || (long.startsWith(word) && !places.has(long))) ?? ''
})

export const isGlued = (word: string): boolean => weak.has(word)

/** What it does, or the kind of house. */
export const isTrade = (word: string): boolean => trades.has(word)

/** A trade, a kind of house, or what many companies begin with. */
export const isGeneric = (word: string): boolean => generic.has(word)

/** Names a company by itself: neither a table's word nor a person's name that many have. */
export const isNaming = remembered(
  (word: string): boolean =>
    !isWeak(word) && !generic.has(word) && !isCommonGivenName(word) && familyNameBits(word) > commonFamilyBitsMax,
)
const commonFamilyBitsMax = 10

/** One word: with a slip, as it sounds (Filips, Philips), abbreviated (Univ.) or in another language (Universidade). */
export function isOneWord(a: string, b: string): boolean {
  if (isSlip(a, b)) return true
  const meaning = meaningOf(a)
  if (meaning !== '' && meaning === meaningOf(b)) return true
  const shorter = Math.min(a.length, b.length)
  return shorter >= spelledCharsMin && Math.abs(a.length - b.length) <= 2 && spelled(a) === spelled(b) && !/\d/.test(a)
}
const spelledCharsMin = 5
const meaningOf = remembered((word: string): string => meanings.get(word) ?? meanings.get(weakAs(word)) ?? '')

/** The words that say which company it is, or all of them. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter(word => !isWeak(word))
  return telling.length > 0 ? telling : words
}
