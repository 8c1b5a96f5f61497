// What a label says once its decoration is off: an example, a note in parentheses, whose company it is, a second word
// for the same thing ("Profissão/Cargo"). Tried only when the label as it stands says nothing.

import type { CanonicalField } from './canonical-fields.ts'
import { fieldOfQuestion } from './contact-question.ts'
import { fieldOfHeadNoun, fieldOfName, fieldOfNoun, isForeign, isUnderstood } from './field-vocabulary.ts'
import { foldWords } from './fold-name.ts'

/** The field by any plainer reading of the label; undefined when its parts disagree. */
export function fieldOfPlainerLabel(label: string): CanonicalField | 'emailOrPhone' | undefined {
  if (label.length > labelCharsMax || isForeign(foldWords(label))) return undefined
  const plain = withoutNotes(label)
  const found = plain === label ? undefined : fieldOf(plain)
  return found ?? fieldWithoutCompany(plain) ?? fieldOfAllParts(plain) ?? fieldOfQuestion(foldWords(label))
}

/** A longer label is a sentence. */
const labelCharsMax = 120

function fieldOf(label: string): CanonicalField | 'emailOrPhone' | undefined {
  const words = foldWords(label)
  return fieldOfName(words)?.field ?? fieldOfHeadNoun(words)
}

/**
 * Examples go, and so do parentheses whose words are all known or that say how to write it ("sem abreviações"): what is
 * not understood may be whose field it is.
 */
function withoutNotes(label: string): string {
  return label
    .replace(
      /[([]?\s*\b(?:ex|e\.g|eg|p\.? ?ex|por exemplo|exemplo|p\.? ?ej|ej|por ejemplo|z\.? ?b|z\.B|par exemple)\b\s*[.:,].*$/i,
      '',
    )
    .replace(/\([^()]*\)|\[[^[\]]*\]/g, note => (tellsNothing(foldWords(note)) ? ' ' : note))
}

function tellsNothing(note: readonly string[]): boolean {
  return (
    note.every(isUnderstood) || (howToWrite.test(note[0] ?? '') && note.every(word => fieldOfNoun(word) === undefined))
  )
}

const howToWrite =
  /^(\d+|so|somente|apenas|solo|solamente|unicamente|only|sem|sin|without|no|nao|not|como|igual|conforme|exactly|min|minimo|max|maximo|format|formato)$/

const companyTail =
  / (?:(?:d[aeo]|na|de la|en la|of|in|at|for|de|dans|im|des|der|ihres|in der) )?(?:(?:sua|seu|tu|su|your|the|my|votre|l|ihrem|ihres|la|nossa|minha|mi) )*(?:empresa|company|organization|organizacao|organizacion|compania|entreprise|societe|unternehmens?|firma|business|negocio|organisation)$/
/** A person's name with a company behind it is the company's, and that is for the dictionary to say. */
const ofCompanies: ReadonlySet<string> = new Set<CanonicalField>([
  'company',
  'jobTitle',
  'industry',
  'companySize',
  'website',
  'city',
  'state',
  'country',
  'postalCode',
  'phone',
  'email',
])

function fieldWithoutCompany(label: string): CanonicalField | 'emailOrPhone' | undefined {
  const text = foldWords(label).join(' ')
  const rest = text.replace(companyTail, '')
  if (rest === text) return undefined
  const field = fieldOf(rest)
  return field !== undefined && ofCompanies.has(field) ? field : undefined
}

function fieldOfAllParts(label: string): CanonicalField | 'emailOrPhone' | undefined {
  const parts = label.split(/[/|,]|\s(?:ou|or|o|u|oder|e|y|and|et|und|&)\s/i).filter(part => foldWords(part).length > 0)
  if (parts.length < 2 || parts.length > 3) return undefined
  const found = new Set(parts.map(fieldOf))
  const [only] = found
  if (found.size === 2 && found.has('email') && found.has('phone')) return 'emailOrPhone'
  return found.size === 1 ? only : undefined
}
