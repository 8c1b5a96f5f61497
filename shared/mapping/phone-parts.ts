// Puts a phone number together that a form asks for in pieces: country code, area code and the rest.
// The pieces stay custom fields. Joins only what cannot be complete already; anything unsure is left as it was sent.

import type { WireFieldHint } from '../wire.ts'
import { foldWords } from './fold-name.ts'

/** Which piece of a phone number a field holds besides the number itself. */
export type PhonePart = 'country-code' | 'area-code'

/** The piece by the field's name or label, or by what autocomplete calls it. */
export function phonePartOf(name: string, hint: WireFieldHint | undefined): PhonePart | undefined {
  const token = hint?.autocomplete?.trim().toLowerCase().split(/\s+/).at(-1)
  if (token === 'tel-country-code') return 'country-code'
  if (token === 'tel-area-code') return 'area-code'
  return partNames.get(foldWords(name).join('')) ?? partNames.get(foldWords(hint?.label ?? '').join(''))
}

/** The number with its pieces in front; undefined when it has them already, or when they are no codes. */
export function joinPhoneParts(
  number: string,
  countryCode: string | undefined,
  areaCode: string | undefined,
): string | undefined {
  const digits = number.replace(/\D/g, '').length
  if (digits === 0 || digits > nationalDigitsMax || /^\s*(\+|00)/.test(number)) return undefined
  const area = digits > localDigitsMax ? '' : digitsOf(areaCode, /^\(?0?\d{1,5}\)?$/)
  const country = digitsOf(countryCode, /^(\+|00)?[1-9]\d{0,3}$/).replace(/^00/, '')
  if (area === '' && country === '') return undefined
  return `${country && `+${country} `}${area && `${area} `}${number}`
}

/** Digits of the longest number without its area code; one more and the area code is in it. */
const localDigitsMax = 9
/** Digits of the longest number with its area code (Brazil); one more and the country code is in it. */
const nationalDigitsMax = 11

const digitsOf = (text: string | undefined, shape: RegExp): string =>
  text !== undefined && shape.test(text.trim()) ? text.replace(/\D/g, '') : ''

const names: readonly (readonly [PhonePart, string])[] = [
  [
    'country-code',
    'ddi, country code, dial code, dialling code, phone code, phone country code, phone country, código do país, código de país',
  ],
  [
    'area-code',
    'ddd, area code, phone area code, código de área, código área, lada, ddd telefone, telefone ddd, ddd celular, celular ddd',
  ],
]
const partNames = new Map(
  names.flatMap(([part, phrases]) => phrases.split(',').map(phrase => [foldWords(phrase).join(''), part] as const)),
)
