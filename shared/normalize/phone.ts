// Reads a phone number as people type and paste it, and gives it as E.164.
// Promises: only numbers that the numbering plan of their country has (libphonenumber's full metadata, without its formats); never throws.
// The metadata with number patterns ("max") is used because the small one accepts any number of a possible length.

import {
  type CountryCode,
  isSupportedCountry,
  type PhoneNumber,
  parsePhoneNumberFromString as parseNumber,
} from 'libphonenumber-js/core/es6'
import { err, ok, type Result } from '../result.ts'
import { cleanLine } from './clean-text.ts'
import { phoneMetadata } from './phone-plans.ts'
import { type ParsedDigits, type Repair, renumbered, withoutExtraPrefix } from './phone-repairs.ts'
import { asciiDigits, isMasked, linkedNumber, looseParts, phoneCandidates, withoutLetters } from './phone-text.ts'
import { type Step, take } from './step.ts'

export type PhoneProblem = 'blank' | 'too_long' | 'no_digits' | 'not_a_number'

/** What told the country: a plus, a dialled `00`, a link that holds a whole number, the lead's country, or the site's. */
export type RegionEvidence = 'plus' | 'exit_code' | 'link' | 'country_field' | 'site_default'

export type PhoneType = 'mobile' | 'fixed' | 'fixed_or_mobile' | 'toll_free' | 'premium_rate' | 'voip' | 'other'

export interface NormalizedPhone {
  readonly e164: string
  readonly extension?: string
  /** What the numbering plan uses numbers of this range for. */
  readonly type: PhoneType
  /** ISO 3166-1 alpha-2 of the plan's country; absent for numbers of no country (`+800`). */
  readonly country?: string
  readonly regionEvidence: RegionEvidence
  /** The region that made a number without country code readable; absent for an international one. */
  readonly regionUsed?: string
  /** Further numbers of the same field, in E.164. */
  readonly others: readonly string[]
  readonly changes: readonly Step[]
}

export interface PhoneContext {
  /** ISO 3166-1 alpha-2 of the country whose national numbers are meant. */
  readonly region?: string | undefined
  /** Where the region comes from; the lead's own country unless said otherwise. */
  readonly regionFrom?: 'country_field' | 'site_default' | undefined
}

/** Longest text looked at: two numbers with their labels. */
const rawCharsMax = 200
/** RFC 3966 sets no limit; the library reads this many. */
const extensionDigitsMax = 20

export function normalizePhone(raw: string, context: PhoneContext): Result<NormalizedPhone, PhoneProblem> {
  const changes: Step[] = []
  if (raw.length > rawCharsMax) return err('too_long')
  const text = asciiDigits(cleanLine(raw))
  if (text === '') return err('blank')
  if (!/\d/.test(text)) return err('no_digits')
  if (isMasked(text)) return err('not_a_number')
  const { region } = context
  const country = region !== undefined && hasPlan(region) ? region : undefined
  const linked = linkedNumber(text)
  const candidates = linked ? ([linked] as const) : phoneCandidates(text)
  const reading =
    firstNumber(candidates, country, renumbered) ??
    firstNumber([candidates[0]], country, withoutExtraPrefix) ??
    firstNumber(looseParts(candidates[0]), country, renumbered)
  if (!reading) return err('not_a_number')
  const { number, type, evidence, repaired, others } = reading
  const extension = number.ext?.slice(0, extensionDigitsMax)
  take(changes, 'e164', raw, repaired?.before ?? number.number)
  if (repaired) take(changes, repaired.rule, repaired.before, number.number)
  return ok({
    e164: number.number,
    ...(extension ? { extension } : {}),
    type: typeNames[type] ?? 'other',
    ...(number.country ? { country: number.country } : {}),
    regionEvidence: linked ? 'link' : (evidence ?? context.regionFrom ?? 'country_field'),
    ...(country !== undefined && evidence === undefined ? { regionUsed: country } : {}),
    others,
    changes,
  })
}

// The library asks for what it is about to find out.
const hasPlan = (region: string): region is CountryCode => isSupportedCountry(region as CountryCode, phoneMetadata())

const typeNames: Readonly<Record<string, PhoneType>> = {
  MOBILE: 'mobile',
  FIXED_LINE: 'fixed',
  FIXED_LINE_OR_MOBILE: 'fixed_or_mobile',
  TOLL_FREE: 'toll_free',
  PREMIUM_RATE: 'premium_rate',
  VOIP: 'voip',
}

interface ParsedNumber {
  readonly number: PhoneNumber
  /** The library's word for it. */
  readonly type: string
  /** The rule that made it a number of the plan, and the number before. */
  readonly repaired?: { readonly rule: string; readonly before: string }
}

interface FoundNumber extends ParsedNumber {
  /** Undefined when only the region made it readable. */
  readonly evidence: 'plus' | 'exit_code' | undefined
}

/** What a number in no plan may stand for. */
type Repairs = (parsed: ParsedDigits) => readonly Repair[]

const isInternational = (text: string): boolean => /^\D*\+/.test(text)

function firstNumber(
  texts: readonly string[],
  country: CountryCode | undefined,
  repairs: Repairs,
): (FoundNumber & { readonly others: readonly string[] }) | undefined {
  for (const [at, text] of texts.entries()) {
    const found = readNumber(text, country, repairs)
    if (found) return { ...found, others: otherNumbers(texts.slice(at === 0 ? 1 : 0), found.number, country) }
  }
  return undefined
}

function readNumber(text: string, country: CountryCode | undefined, repairs: Repairs): FoundNumber | undefined {
  const evidence = isInternational(text) ? 'plus' : undefined
  const asTyped = parse(text, country, repairs)
  if (asTyped) return { ...asTyped, evidence }
  const digits = text.replace(/^\D+/, '')
  // `00` is the way out of most countries; where it is not, nothing national begins so.
  if (evidence === undefined && digits.startsWith('00')) {
    const abroad = parse(`+${digits.replace(/^00\s*/, '')}`, undefined, repairs)
    return abroad && { ...abroad, evidence: 'exit_code' }
  }
  const plain = withoutLetters(text)
  // Nothing is repaired in a number that was guessed already.
  const unlettered = plain && parse(plain.digits, country, () => [])
  return unlettered && (!plain.isSpelled || mayBeSpelled(unlettered)) ? { ...unlettered, evidence } : undefined
}

/** Outside North America words stand for digits in numbers for callers only, never in one's own. */
const mayBeSpelled = ({ number, type }: ParsedNumber): boolean =>
  number.countryCallingCode === '1' || !/^(?:MOBILE|FIXED_LINE)/.test(type)

function parse(text: string, country: CountryCode | undefined, repairs: Repairs): ParsedNumber | undefined {
  const number = country ? parseNumber(text, country, phoneMetadata()) : parseNumber(text, phoneMetadata())
  if (!number) return undefined
  // A number of the plan has a type, and any other has none: `isValid` asks for the same once more.
  const type = number.getType()
  if (type) return { number, type }
  for (const { rule, digits } of repairs({ code: number.countryCallingCode, national: number.nationalNumber, text })) {
    const current = parseNumber(`+${digits}`, phoneMetadata())
    const currentType = current?.getType()
    if (!current || !currentType) continue
    if (number.ext) current.setExt(number.ext)
    return { number: current, type: currentType, repaired: { rule, before: number.number } }
  }
  return undefined
}

/** The other numbers of a field; one without area code has the one before it. */
function otherNumbers(
  parts: readonly string[],
  first: PhoneNumber,
  country: CountryCode | undefined,
): readonly string[] {
  const area = first.country === 'BR' ? first.nationalNumber.slice(0, 2) : ''
  const others = new Set<string>()
  for (const part of parts) {
    const found =
      readNumber(part, country, renumbered) ?? (area && readNumber(`+55 ${area} ${part}`, country, renumbered))
    if (found && found.number.number !== first.number) others.add(found.number.number)
  }
  return [...others]
}
