// Tells the first name from the last when that is safe, and says nothing when it is not: a wrong first name in a greeting
// is worse than none. Trusts that the name is one clean line.

import { normalizeJobTitle } from './job-title.ts'

export interface NameParts {
  readonly firstName: string
  readonly lastName: string
}

/** The first word, and the rest; undefined for one word or for what is no plain name of two to six words. */
export function splitFullName(fullName: string): NameParts | undefined {
  if (fullName.length > nameCharsMax) return undefined
  const [family = '', given = '', ...more] = fullName.split(/\s*,\s*/)
  if (more.length > 0) return undefined
  // "King, Jr." is a suffix set off by a comma; "Silva, João" is the family name first.
  if (given !== '')
    return suffixes.test(given) && family.includes(' ')
      ? splitPlain(`${family} ${given}`)
      : splitInverted(family, given)
  return splitPlain(fullName)
}

const nameCharsMax = 120
const wordsMax = 6
/** Words that tell generations apart are part of the last name: `Silva Filho`. */
const suffixes = /^(?:jr|sr|ii|iii|iv|junior|júnior|filho|neto|sobrinho|segundo)\.?$/i
/** Small words, and `e` or `y` between two family names. */
const particle = /^(?:da|de|do|dos|das|del|della|di|du|van|von|vom|der|den|ter|ten|zum|zur|zu|af|av|bin|ibn|d|e|y)$/i
/** Titles, whose bearer's name begins one word later. */
const title = /^(?:sr|sra|srta|dr|dra|prof|profa|mr|mrs|ms|herr|frau|eng|ing|lic|mme|mlle)$/i
const plainWord = /^[\p{L}\p{M}'’-]+$/u

function splitPlain(name: string): NameParts | undefined {
  const [firstName = '', ...rest] = name.split(' ')
  const last = rest.at(-1) ?? ''
  // One letter with a dot is an initial, between two names and nowhere else.
  const areMiddle = rest.slice(0, -1).every(word => plainWord.test(word) || /^\p{L}\.$/u.test(word))
  if (rest.length < 1 || rest.length >= wordsMax || !areMiddle) return undefined
  if (!plainWord.test(firstName) || firstName.length < 2 || particle.test(firstName) || title.test(firstName))
    return undefined
  if (!(plainWord.test(last) || suffixes.test(last)) || particle.test(last)) return undefined
  return { firstName, lastName: rest.join(' ') }
}

/** `Silva, João Carlos`: both sides of the comma are names, and neither is what companies and diplomas put there. */
function splitInverted(family: string, given: string): NameParts | undefined {
  const familyWords = family.split(' ')
  const givenWords = given.split(' ')
  if (familyWords.length > 4 || givenWords.length > 3) return undefined
  if (![...familyWords, ...givenWords].every(word => plainWord.test(word))) return undefined
  const areCapitals = /^\p{Lu}{2,4}$/u.test(given) && family !== family.toUpperCase()
  if (areCapitals || suffixes.test(given) || credentials.test(given) || particle.test(given) || title.test(given))
    return undefined
  // `João Silva, Diretor`: what they do is no name.
  const { seniority, department } = normalizeJobTitle(given)
  if (seniority ?? department) return undefined
  if ((familyWords.at(-1) ?? '').length < 2 || particle.test(familyWords.at(-1) ?? '') || given.length < 2)
    return undefined
  return { firstName: given, lastName: family }
}

const credentials =
  /^(?:ltda|ltd|inc|llc|gmbh|phd|ph\.d|md|mba|esq|cpa|msc|bsc|me|eireli|epp|sa|brasil|brazil|méxico|mexico)$/i
