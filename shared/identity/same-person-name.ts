// Tells whether two full names can be one person's: whatever their order, with a middle name left out, an initial, a short
// form or a slip. A name never proves a person: match-leads.ts asks for more.
// Promises: the same both ways; never throws; bounded work.

import { foldText } from './fold-text.ts'
import { generationOf } from './generation.ts'
import { sameFoldedGivenName } from './same-given-name.ts'
import { isSpellingOf } from './short-form.ts'
import { editDistance } from './similarity.ts'
import { areTwoNames } from './two-names.ts'
import { alignWords, isSlip } from './word-match.ts'

export function samePersonName(a: string, b: string): boolean {
  // One order, so that it is the same both ways.
  const [wordsA, wordsB] = a < b ? [personWords(a), personWords(b)] : [personWords(b), personWords(a)]
  if (wordsA.length === 0 || wordsB.length === 0) return false
  if (isOtherGeneration(a, b)) return false
  if (isOneText(wordsA, wordsB)) return true
  if (isOtherSon(a, b)) return false
  // Where both end, two family names stand: Sancho is no short form of Sánchez.
  const [lastA, lastB] = [wordsA.at(-1), wordsB.at(-1)]
  const isOne = (x: string, y: string) =>
    x === lastA && y === lastB && x.length > 1 && y.length > 1 ? isSlip(x, y) || isSpellingOf(x, y) : isOneWord(x, y)
  const { shared, onlyA, onlyB } = alignWords(wordsA, wordsB, isOne)
  // One name alone is shared by too many; and a word on both sides without a partner is another name.
  if (shared < 2 || (onlyA.length > 0 && onlyB.length > 0)) return false
  const isFull = (word: string) => word.length > 1
  return wordsA.some(isFull) && wordsB.some(isFull) && onlyA.length + onlyB.length <= leftOutMax
}

/** Both say which of the namesakes they are; one alone may have left it out. */
function isOtherGeneration(a: string, b: string): boolean {
  const [ofA, ofB] = [generationOf(a), generationOf(b)]
  return ofA !== undefined && ofB !== undefined && ofA !== ofB
}

/** After `bin` stands the father: Ahmad bin Hasan and Hasan bin Ahmad are two. */
function isOtherSon(a: string, b: string): boolean {
  const [sonA = '', fatherA] = foldText(a).split(sonOf, 2)
  const [sonB = '', fatherB] = foldText(b).split(sonOf, 2)
  if (fatherA === undefined || fatherB === undefined) return false
  return !alignWords(sonA.split(' '), sonB.split(' '), isOneWord).shared
}

const sonOf = / (?:bin|ibn|bint) /

/** Words that one side may leave out: two middle names and a second family name. */
const leftOutMax = 3

/** Titles and the small words between names, as people leave them out: "João da Silva", "Sr. João Silva". */
const small = new Set(
  `da de do dos das di du del della e y el al la las los le van von der den ter ten zu zur af av bin ben ibn bint abu
  mr mrs ms miss mister dr dra sr sra srta dom dona don sir lord lady prof eng jr junior senior filho hijo neto sobrinho ii iii
  monsieur madame mme herr frau`.split(/\s+/),
)

/** The folded words of a name that tell people apart; all of them when none does. */
export function personWords(name: string): readonly string[] {
  const words = foldText(name)
    .split(' ')
    .filter(word => word !== '')
  const telling = words.filter(word => !small.has(word))
  return telling.length > 0 ? telling : words
}

/** Joined or split words, and one slip in a long name: "VladimirPutin", "Jin Ping". */
function isOneText(wordsA: readonly string[], wordsB: readonly string[]): boolean {
  const [a, b] = [wordsA.join(''), wordsB.join('')]
  if (a === b) return true
  if (Math.min(a.length, b.length) < 8 || editDistance(a, b, 1) > 1) return false
  // One letter also lies between Silvia and Silvio.
  return wordsA.length !== wordsB.length || !wordsA.some((word, at) => areTwoNames(word, wordsB[at] ?? ''))
}

function isOneWord(a: string, b: string): boolean {
  if (a.length === 1 || b.length === 1) return a.charCodeAt(0) === b.charCodeAt(0)
  return (isSlip(a, b) && !areTwoNames(a, b)) || sameFoldedGivenName(a, b)
}
