// Folds a company's name to the words that are compared: without legal form, seat and small words.
// Promises: never throws; bounded work; all words when nothing else is left.

import { normalizeCompany } from '../normalize/company.ts'
import { ordinals } from './address-words.ts'
import { foldText, foldWordsOf } from './fold-text.ts'

const nameCharsMax = 200

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
    .replace(gluedForm, '')
    .split(' ')
    .filter(word => word !== '')
    .map(word => ordinals[word] ?? word.replace(/^(\d+)(?:st|nd|rd|th)$/, '$1th'))
  // At the end it is the state: "Federal do Pará".
  const telling = words.filter((word, at) => !small.has(word) || (word === 'para' && at > 0 && at === words.length - 1))
  return telling.length > 0 ? telling : foldWordsOf(name)
}

/** Borders tried in one name. */
const cutsMax = 4

/**
 * "Acme N.V., Rotterdam, NL": what follows a legal form and a comma or bracket is where the company sits. So is what follows
 * "te" or "of" right after the form: "Acme N.V. te Rotterdam".
 */
function withoutSeat(name: string, country: string | undefined): string {
  let from = 0
  for (let tried = 0; tried < cutsMax; tried++) {
    const at = name.slice(from).search(/[,;([{]|(?<=\b(?:[bn]\.? ?v|ltd|inc|gmbh|llc)\.?) (?:te|of|mit sitz) /i)
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

/** "Umbrelanv": the form without its space. No word of these languages ends in such letters. */
const gluedForm = /(?<=\p{L}{4})(?:[bn]v|gmbh|ltda?|llc|plc)(?![^ ])/gu

const small = new Set(
  'the a o and e y et und en of de do da dos das del la le les der die das voor for para'.split(' '),
)
