// Tells whether two names can be one company's: without legal form, accents and small words; with a slip; by its initials.
// Promises: the same both ways; never throws; bounded work. Says nothing about branches: "Acme" and "Acme Brasil" are one.

import { isForm, isGeneric, isGlued, isNaming, isOneWord, isPart, isTrade, isWeak } from './company-word-kinds.ts'
import { companyWords } from './company-words.ts'
import { editDistance } from './similarity.ts'
import { type Alignment, alignWords, isSlip } from './word-match.ts'

export function sameCompanyName(a: string, b: string): boolean {
  // One order, so that it is the same both ways.
  return a < b ? sameCompanyWords(companyWords(a), companyWords(b)) : sameCompanyWords(companyWords(b), companyWords(a))
}

export function sameCompanyWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const textA = a.join('')
  const textB = b.join('')
  if (textA === textB) return true
  if (isWithForm(textA, textB) || isWithForm(textB, textA)) return true
  const { shared, onlyA, onlyB } = alignJoined(a, b)
  if (shared > 0 && onlyA.length + onlyB.length === 0) return true
  // What is left must be on one side only or forms, and must not be what tells the company.
  const left = [...onlyA, ...onlyB]
  const isOneSided = onlyA.length === 0 || onlyB.length === 0
  const isShared = (word: string) => !isWeak(word) && !left.includes(word)
  if (shared > 0 && left.every(isOneSided ? isWeak : isForm)) return a.some(isShared) || b.some(isShared)
  const tellingA = a.filter(word => !isWeak(word))
  const tellingB = b.filter(word => !isWeak(word))
  if (isHead(tellingA, tellingB) || isHead(tellingB, tellingA)) return true
  if (isAfterTrade(tellingA, tellingB) || isAfterTrade(tellingB, tellingA)) return true
  // Chile on one side and Mexico on the other are two companies of one group.
  const isElsewhere = onlyA.some(isPart) && onlyB.some(isPart)
  if (!isElsewhere && a.some(word => isNaming(word) && isShared(word)) && isShortened(onlyA, onlyB)) return true
  const shorter = Math.min(textA.length, textB.length)
  if (a.length !== b.length && shorter >= 6 && editDistance(textA, textB, 1) <= 1) return true
  return isInitials(textA, b) || isInitials(textB, a)
}

/** "SiemensAG": the legal form without its space. */
const isWithForm = (longer: string, shorter: string): boolean =>
  shorter.length >= 5 && longer.startsWith(shorter) && isGlued(longer.slice(shorter.length))

/** "Umbrela" of "Banco Umbrela": what it does may stand before a name that few have. */
function isAfterTrade(short: readonly string[], long: readonly string[]): boolean {
  const from = long.findIndex(word => !isTrade(word))
  if (from < 1 || short.length !== long.length - from) return false
  return short.every((word, at) => word === long[from + at]) && short.some(word => word.length > 4 && isNaming(word))
}

/** Pairs the words of both; two neighbours that the other name writes as one are one: StorageTech. */
function alignJoined(a: readonly string[], b: readonly string[]): Alignment {
  const aligned = alignWords(a, b, isOneWord)
  if (aligned.onlyA.length === 0 || aligned.onlyB.length === 0) return aligned
  const [splitA, splitB] = [joinedAs(a, aligned.onlyB), joinedAs(b, aligned.onlyA)]
  return splitA || splitB ? alignWords(splitA ?? a, splitB ?? b, isOneWord) : aligned
}

function joinedAs(words: readonly string[], missed: readonly string[]): readonly string[] | undefined {
  const longest = missed.find(word => word.length >= joinedCharsMin)
  if (longest === undefined) return undefined
  const isLongest = (joined: string) => isSlip(joined, longest) || isBent(joined, longest)
  const to = words.findIndex((word, at) => at > 0 && isLongest(`${words[at - 1]}${word}`))
  return to < 0 ? undefined : [...words.slice(0, to - 1), longest, ...words.slice(to + 1)]
}
const joinedCharsMin = 7

/** "Unilever" and "Unilever Foods": one name is how the other begins, and it is long enough to be a name of its own. */
function isHead(short: readonly string[], long: readonly string[]): boolean {
  if (short.length === 0 || short.length >= long.length || short.every(isGeneric)) return false
  if (short.join('').length >= headCharsMin) return short.every((word, at) => isOneWord(word, long[at] ?? ''))
  // A short name has too many neighbours for a slip in it.
  return short.every((word, at) => word.length >= namingCharsMin && isNaming(word) && word === long[at])
}
const headCharsMin = 6
/** Acme, but not Casa or Lima, which many have, nor ABC. */
const namingCharsMin = 4

/** "Storage Tech" and "Storage Technologies": each word that is left has a partner that is cut or bent. */
function isShortened(onlyA: readonly string[], onlyB: readonly string[]): boolean {
  const isPart = (x: string, y: string) => isCut(x, y) || isCut(y, x) || isBent(x, y)
  const { onlyA: leftA, onlyB: leftB } = alignWords(onlyA, onlyB, isPart)
  return [...leftA, ...leftB].every(isWeak)
}

/** Only long words are cut: Nova is no short Novais. */
const isCut = (short: string, long: string): boolean =>
  short.length >= 4 && long.length >= 9 && long.length - short.length >= 3 && long.startsWith(short)

/** "technology" and "technologies": all but the ending. */
function isBent(a: string, b: string): boolean {
  let same = 0
  while (same < a.length && a.charCodeAt(same) === b.charCodeAt(same)) same++
  return same >= 7 && a.length - same <= 3 && b.length - same <= 3
}

/** "IBM" of International Business Machines: three words or more, else too much is called so. */
function isInitials(short: string, words: readonly string[]): boolean {
  if (words.length < 3) return false
  if (short.length === words.length && words.every((word, at) => word.charCodeAt(0) === short.charCodeAt(at)))
    return true
  // "Universidade Federal do Umbral - UFU" says its initials itself, so that a word may be left out of them.
  const others = words.filter(word => word !== short)
  if (short.length < 3 || others.length < 3 || others.length !== words.length - 1) return false
  let found = 0
  for (const word of others) if (word.charCodeAt(0) === short.charCodeAt(found)) found++
  return found === short.length
}
