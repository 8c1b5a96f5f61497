// Names of people. Spelling is theirs: only a name typed all in capitals or all in small letters gets its case back. Small
// particles and a generation's suffix beside capitals say nothing: `JOÃO da SILVA Neto`.

import { cleanLine } from './clean-text.ts'

/** Trimmed, single-spaced, and with its case restored when the sender's keyboard had only one. */
export function normalizePersonName(raw: string): string {
  const line = cleanLine(raw)
  if (line.length > casedCharsMax) return line
  const isUpper = isShouted(line)
  if (!/\p{L}/u.test(line) || (!isUpper && line !== line.toLowerCase())) return line
  // Two capitals alone may be initials as well as a name.
  if (isUpper && line.length <= 2) return line
  // A capital I with a dot is two characters in small letters everywhere but in Turkish.
  const words = line
    .toLowerCase()
    .replace(/i\u0307/g, 'i')
    .split(' ')
  return words.map((word, at) => (isSmall(words, at) ? word : capitalize(word, at, words.length))).join(' ')
}

/** In capitals, but for particles, suffixes, and the letter that has no capital on most keyboards. */
function isShouted(line: string): boolean {
  if (line === line.toUpperCase()) return true
  const loud = line
    .replace(/ß/g, '')
    .split(' ')
    .filter(word => !(isParticle(word) || suffixes.test(word)))
    .join(' ')
  return loud.length > 2 && loud === loud.toUpperCase()
}

/** A longer text is no name, and keeps its case. */
const casedCharsMax = 400

/** First and last name as one. */
export function joinFullName(firstName: string | undefined, lastName: string | undefined): string | undefined {
  return [firstName, lastName].filter(part => part).join(' ') || undefined
}

const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' '))
/** Small between two words of a name. */
const particles = wordSet(
  "da de do dos das del della di du van von vom der den ter ten zum zur zu af av bin ibn d 't op",
)
/** Small at the beginning too: nobody's first name. */
const openers = wordSet('von vom zu zum zur ter ten da dos das de del della')
const articles = wordSet('la las los le el')
const isParticle = (word: string): boolean => particles.has(word) || articles.has(word) || word === 'e' || word === 'y'
/** As written beside capitals. */
const suffixes = /^(?:[Jj]r|Sr|J[uú]nior|Filho|Hijo|Neto|Nieto|Sobrinho)\.?$/
const initials = wordSet('aj oj')
const titles = wordSet('mr ms dr lt sr jr st')
const romans = /^(ii|iii|iv|vii|viii|ix|xii|xiii|xiv|xv|xl|xli{1,3}|xliv|xlvi{0,3}|xlix)$/
/** Scottish and Irish names with a capital inside; after "Mac" most names have none ("Machado", "Maciel"). */
const macNames = /^mac(?=(donald|gregor|arthur|leod|millan|dougall|pherson|intyre|farlane)$)/

function isSmall(words: readonly string[], at: number): boolean {
  const word = words[at] ?? ''
  if (at === words.length - 1) return false
  if (at === 0) return openers.has(word) || (word === 'van' && /^(de|den|der|het)$/.test(words[1] ?? ''))
  if (articles.has(word)) return words[at - 1] === 'de'
  // "E" after a first name is an initial; later it joins two family names, as "y" does.
  return word === 'e' || word === 'y' ? at > 1 : particles.has(word)
}

function capitalize(word: string, at: number, count: number): string {
  if (at > 0 && at === count - 1 && romans.test(word)) return word.toUpperCase()
  // Two consonants in front are initials: "jj abrams".
  const isInitials = initials.has(word) || (/^[b-df-hj-np-tv-xz]{2}$/.test(word) && !titles.has(word))
  if (at === 0 && count > 1 && isInitials) return word.toUpperCase()
  if (/^(?!mc|mac)[a-z]+$/.test(word)) return word.charAt(0).toUpperCase() + word.slice(1)
  return word
    .replace(macNames, 'mac-')
    .replace(/(^|[-'’."“(/])(\p{L})/gu, (_, before: string, letter: string) => before + capital(letter))
    .replace(/^Mac-/, 'Mac')
    .replace(/^Mc(\p{L})/u, (_, letter: string) => `Mc${letter.toUpperCase()}`)
}

/** Georgian has capitals for whole words of display only; no name begins with one (Unicode Standard, §7.7). */
const capital = (letter: string): string => (/\p{Script=Georgian}/u.test(letter) ? letter : letter.toUpperCase())
