// Reads a phone number as people type and paste it, and gives it as E.164.
// Promises: only numbers that the numbering plan of their country has (libphonenumber's full metadata); never throws.
// The metadata with number patterns ("max") is used because the small one accepts any number of a possible length.

import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString,
} from 'libphonenumber-js/max'
import { err, ok, type Result } from '../result.ts'
import { cleanLine } from './clean-text.ts'
import { type Step, take } from './step.ts'

export type PhoneProblem = 'blank' | 'too_long' | 'no_digits' | 'not_a_number'

export interface NormalizedPhone {
  readonly e164: string
  readonly extension?: string
  /** The region that made a number without country code readable; absent for an international one. */
  readonly regionUsed?: string
  readonly changes: readonly Step[]
}

export interface PhoneContext {
  /** ISO 3166-1 alpha-2 of the country whose national numbers are meant. */
  readonly region?: string | undefined
}

/** Longest text looked at: two numbers with their labels. */
const rawCharsMax = 200

export function normalizePhone(raw: string, { region }: PhoneContext): Result<NormalizedPhone, PhoneProblem> {
  const changes: Step[] = []
  if (raw.length > rawCharsMax) return err('too_long')
  const text = asciiDigits(cleanLine(raw))
  if (text === '') return err('blank')
  if (!/\d/.test(text)) return err('no_digits')
  const country = region !== undefined && isSupportedCountry(region) ? region : undefined
  for (const candidate of candidates(text)) {
    const found = readNumber(candidate, country)
    if (!found) continue
    const extension = found.ext?.slice(0, extensionDigitsMax)
    take(changes, 'e164', raw, found.number)
    return ok({
      e164: found.number,
      ...(extension ? { extension } : {}),
      ...(country !== undefined && !isInternational(candidate) ? { regionUsed: country } : {}),
      changes,
    })
  }
  return err('not_a_number')
}

/** RFC 3966 sets no limit; the library reads this many. */
const extensionDigitsMax = 20
/** Numbers looked for in one field. */
const partsMax = 4
const isInternational = (text: string): boolean => /^\D*\+/.test(text)

/** Full-width, Arabic and Persian digits as ASCII ones. */
function asciiDigits(text: string): string {
  return /^[ -~]*$/.test(text)
    ? text
    : text
        .replace(/[\uff0b-\uff19]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x660))
        .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
}

/** The whole text first; else what stands before and after a separator of two numbers, in that order. */
function* candidates(text: string): Generator<string> {
  const link = /(?:wa\.me\/|[?&]phone=)(?:\+|%2b)?\s*(\d{7,15})/i.exec(text)?.[1]
  if (link) {
    yield `+${link}`
    return
  }
  const whole = spellOut(text)
  yield whole
  // Not at `,,` and `;ext=`: those dial on within one call.
  const parts = whole.split(/\s*(?:[/|]|(?<!,),(?!,)|;(?!\s*ext))\s*|\s+(?:ou|or|o|e|y|and|und|et)\s+/i)
  if (parts.length > 1) yield* parts.slice(0, partsMax)
}

/** Words for "extension" that the library does not know, and Brazil's `0XX` for "any carrier". */
function spellOut(text: string): string {
  return text
    .replace(/^\+{2,}/, '+')
    .replace(/^(\D*)0\s*xx\s*/i, '$10')
    .replace(
      /[\s,;/-]*\(?\b(?:ramal|ram|rml|r|anexo|interno|int|poste|durchwahl|extensao|extens[aã]o|extensi[oó]n)\b\.?\s*:?\s*(\d{1,7})\)?\s*$/i,
      ' ext. $1',
    )
}

function readNumber(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const asTyped = parse(text, country)
  if (asTyped) return asTyped
  const digits = text.replace(/^\D+/, '')
  // `00` is the way out of most countries; where it is not, nothing national begins so.
  if (!isInternational(text) && digits.startsWith('00')) return parse(`+${digits.replace(/^00\s*/, '')}`, undefined)
  return spelled.test(text) ? parse(text.replace(/[a-z]/gi, keypadDigit), country) : undefined
}

/** A number that ends in a word: `1-800-SIX-FLAGS`. */
const spelled = /^\+?[\d ().-]{3,}[a-z]{3}[a-z -]*$/i
function keypadDigit(letter: string): string {
  return '22233344455566677778889999'[letter.toLowerCase().charCodeAt(0) - 97] ?? letter
}

function parse(text: string, country: CountryCode | undefined): PhoneNumber | undefined {
  const number = country ? parsePhoneNumberFromString(text, country) : parsePhoneNumberFromString(text)
  return number?.isValid() ? number : undefined
}
