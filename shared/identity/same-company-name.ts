// Tells whether two names can be one company's: without legal form, accents and small words; with a slip; by its initials.
// Promises: the same both ways; never throws; bounded work. Says nothing about branches: "Acme" and "Acme Brasil" are one.

import { normalizeCompany } from '../normalize/company.ts'
import { ordinals } from './address-words.ts'
import { foldText, foldWordsOf } from './fold-text.ts'
import { remembered } from './remembered.ts'
import { editDistance } from './similarity.ts'
import { alignWords, isSlip } from './word-match.ts'

export function sameCompanyName(a: string, b: string): boolean {
  // One order, so that it is the same both ways.
  return a < b ? sameCompanyWords(companyWords(a), companyWords(b)) : sameCompanyWords(companyWords(b), companyWords(a))
}

/** The folded words of a company's name without its legal form; all words when nothing else is left. */
export function companyWords(name: string, country?: string): readonly string[] {
  const { base } = normalizeCompany(withoutSeat(name.slice(0, nameCharsMax), country), country)
  const text = foldText(base)
  // "A.B.C." and "ABC": letters that stand alone are one word.
  const joined = text.replace(/(?<![^ ])(?:[\p{L}\p{N}] ){1,7}[\p{L}\p{N}](?![^ ])/gu, letters =>
    letters.replaceAll(' ', ''),
  )
  const words = joined
    .replace(spelledForm, ' ')
    .split(' ')
    .filter(word => word !== '')
    .map(word => ordinals[word] ?? word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1th'))
  const telling = words.filter(word => !small.has(word))
  return telling.length > 0 ? telling : foldWordsOf(name)
}

const nameCharsMax = 200
/** Borders tried in one name. */
const cutsMax = 4

/** "Acme N.V., Rotterdam, NL": what follows a legal form and a comma or bracket is where the company sits. */
function withoutSeat(name: string, country: string | undefined): string {
  let from = 0
  for (let tried = 0; tried < cutsMax; tried++) {
    const at = name.slice(from).search(/[,;([{]/)
    if (at < 0) return name
    const head = name.slice(0, from + at)
    if (normalizeCompany(head, country).legalForm !== undefined) return head
    from += at + 1
  }
  return name
}

/** Legal forms as documents in English spell those of other languages, wherever they stand. */
const spelledForm =
  /(?<![^ ])(?:(?:open|public|closed|private)? ?joint stock company|limited liability company|societatea cu raspundere limitata|sociedad anonima|sociedade anonima|sociedade limitada)(?![^ ])/g

const small = new Set('the a o and e y et und of de do da dos das del la le les der die das for para'.split(' '))

/** Say what kind of company or which part of it, never which company. */
const weak = new Set(
  `company companhia compania cia co corp corporation incorporated group grupo gruppe groupe holding holdings
  international internacional global brasil brazil mexico argentina chile colombia peru portugal espana spain usa us america
  americas latam europe europa uk deutschland germany france italia nederland schweiz suisse china japan india
  ag sa ltd limited inc gmbh kg bv nv spa ab oy plc llc ltda srl sl sas eireli mei
  koninklijke royal naamloze vennootschap netherlands
  jsc ojsc cjsc pjsc oao ooo zao pao pt tbk`.split(/\s+/),
)
/** Long enough that a slip in one is still that word: KONINKIJKE, NAAMLOOZE. */
const longWeak = [...weak].filter(word => word.length >= 8)

/** Of the weak ones those that name a form and no place: a company may have changed its form and not its country. */
const forms = new Set(
  `company companhia compania cia co corp corporation incorporated ag sa ltd limited inc gmbh kg bv nv spa ab oy plc llc
  ltda srl sl sas eireli mei naamloze vennootschap jsc ojsc cjsc pjsc oao ooo zao pao pt tbk`.split(/\s+/),
)

export function sameCompanyWords(a: readonly string[], b: readonly string[]): boolean {
  if (a.length === 0 || b.length === 0) return false
  const textA = a.join('')
  const textB = b.join('')
  if (textA === textB) return true
  const shorter = Math.min(textA.length, textB.length)
  if (isGlued(textA, textB) || isGlued(textB, textA)) return true
  const { shared, onlyA, onlyB } = alignWords(a, b, isSlip)
  if (shared > 0 && onlyA.length + onlyB.length === 0) return true
  // What is left must be on one side only or forms, and must not be what tells the company.
  const left = [...onlyA, ...onlyB]
  const isOneSided = onlyA.length === 0 || onlyB.length === 0
  if (shared > 0 && left.every(isOneSided ? isWeak : isForm))
    return [...a, ...b].some(word => !isWeak(word) && !left.includes(word))
  const tellingA = a.filter(word => !isWeak(word))
  const tellingB = b.filter(word => !isWeak(word))
  if (isHead(tellingA, tellingB) || isHead(tellingB, tellingA)) return true
  // Chile on one side and Mexico on the other are two companies of one group.
  const isElsewhere = onlyA.some(isPlace) && onlyB.some(isPlace)
  if (!isElsewhere && isShortened(tellingA, tellingB)) return true
  if (a.length !== b.length && shorter >= 6 && editDistance(textA, textB, 1) <= 1) return true
  return isInitials(textA, b) || isInitials(textB, a)
}

/** "SiemensAG": the legal form without its space. */
const isGlued = (longer: string, shorter: string): boolean =>
  shorter.length >= 5 && longer.startsWith(shorter) && weak.has(longer.slice(shorter.length))

/** "Unilever" and "Unilever Foods": one name is how the other begins, and it is long enough to be a name of its own. */
function isHead(short: readonly string[], long: readonly string[]): boolean {
  const text = short.join('')
  return (
    text.length >= 6 &&
    short.length < long.length &&
    short.every((word, at) => isSlip(word, long[at] ?? '')) &&
    !short.every(word => generic.has(word))
  )
}

/** "Hitachi Storage Tech" and "Hitachi Storage Technologies": word for word, and after the first a word may be cut or bent. */
function isShortened(a: readonly string[], b: readonly string[]): boolean {
  if (a.length !== b.length || a.length < 2) return false
  return a.every((word, at) => {
    const other = b[at] ?? ''
    return isSlip(word, other) || (at > 0 && (isCut(word, other) || isCut(other, word) || isBent(word, other)))
  })
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

const isForm = (word: string): boolean => forms.has(word)
const isPlace = (word: string): boolean => isWeak(word) && !isForm(word)
const isWeak = remembered(
  (word: string): boolean => weak.has(word) || (word.length >= 7 && longWeak.some(long => isSlip(word, long))),
)

/** The words that say which company it is, or all of them. */
export function tellingWords(words: readonly string[]): readonly string[] {
  const telling = words.filter(word => !isWeak(word))
  return telling.length > 0 ? telling : words
}

/** What many companies of a trade begin with. */
const generic = new Set(
  `banco bank industrial commercial savings trust insurance capital finance financial credit development investment clinica colegio comercial construtora constructora distribuidora editora editorial escola escuela farmacia
  fundacao fundacion foundation hospital hotel imobiliaria inmobiliaria industria industrias instituto laboratorio loja
  mercado metalurgica national nacional padaria restaurante restaurant servicos servicios supermercado supermercados
  transportadora transportes universidade universidad university government ministry management general american first
  united central royal north south east west new`.split(/\s+/),
)

/** "IBM" of International Business Machines: three words or more, else too much is called so. */
function isInitials(short: string, words: readonly string[]): boolean {
  return (
    words.length >= 3 &&
    short.length === words.length &&
    words.every((word, at) => word.charCodeAt(0) === short.charCodeAt(at))
  )
}
