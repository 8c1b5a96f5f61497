// Blots card numbers out of free text: 13 to 19 digits, spaces and hyphens allowed, that pass the Luhn check and
// begin as card numbers do. Order numbers, tax ids, device ids, phones and the digits of an e-mail address are kept.

import { isCnpj } from './tax-ids.ts'

const mark = '[redacted]'
/** Digits in groups, with at most three separators between two groups. */
const digitRun = /\d(?:[ \t\u00a0\u2009\u202f\u2010-\u2015-]{0,3}\d){12,}/g

/** @param isPhoneField asked only when something looks like a card: in a phone field 15 digits or fewer are a phone */
export function redactCards(text: string, isPhoneField: () => boolean): string {
  if (text.length < 13) return text
  return text.replace(digitRun, (run, at: number) => {
    if (!/\s/.test(run) && isInMailbox(text, at, at + run.length)) return run
    const isDialled = text[at - 1] === '+'
    return redactRun(run, digits => digits.length <= 15 && (isDialled || isPhoneField()))
  })
}

/** RFC 5321 §4.5.3.1.1, in letters. */
const localCharsMax = 64
const restOfMailbox = new RegExp(`^[\\w.+-]{0,${localCharsMax}}@[\\w-]+\\.`)

/**
 * True for digits that are a part of a mailbox's name, such as one made of a UUID: one in 1,500 of those looks like a card,
 * and a hole in the address loses the lead. A mailbox of nothing but a card's digits is blotted out.
 */
const isInMailbox = (text: string, from: number, to: number): boolean =>
  /[a-z._+-]/i.test(text.charAt(from - 1) + text.charAt(to)) &&
  restOfMailbox.test(text.slice(to, to + 2 * localCharsMax))

/** Tries the whole run, then each stretch of it that is grouped as cards are printed. */
function redactRun(run: string, isPhone: (digits: string) => boolean): string {
  const whole = run.replace(/\D/g, '')
  if (isCard(whole)) return isPhone(whole) ? run : mark
  const groups = [...run.matchAll(/\d+/g)]
  let out = ''
  let from = 0
  for (let first = 0; first < groups.length; first++) {
    const length = groups[first]?.[0].length ?? 0
    if (length !== 4 && length < 13) continue
    for (let last = Math.min(first + 4, groups.length - 1); last >= first; last--) {
      const stretch = groups.slice(first, last + 1)
      const digits = stretch.map(group => group[0]).join('')
      if (!isPrintedAsCard(stretch) || !isCard(digits) || isPhone(digits)) continue
      out += run.slice(from, groups[first]?.index) + mark
      from = (groups[last]?.index ?? 0) + (groups[last]?.[0].length ?? 0)
      first = last
      break
    }
  }
  return out + run.slice(from)
}

const printed = /^(\d{13,19}|\d{4} \d{4} \d{4} \d{1,4}( \d{1,3})?|\d{4} \d{6} \d{4,5})$/
const isPrintedAsCard = (groups: readonly RegExpExecArray[]): boolean =>
  printed.test(groups.map(([text]) => text).join(' '))

function isCard(digits: string): boolean {
  return digits.length >= 13 && digits.length <= 19 && isIssued(digits) && passesLuhn(digits) && !isCnpj(digits)
}

/**
 * Of 16 digits any beginning counts. Other lengths need the beginning of a network that issues them (ISO/IEC 7812):
 * a device id (IMEI, 15 digits) always passes the Luhn check, and one in ten phones and order numbers does.
 */
const issued = /^(4(\d{12}|\d{18})|3[47]\d{13}|3(0[0-5]|[689]\d)\d{11,16}|(5[0678]|6)\d{11,17}|(35|62|81)\d{15,17})$/
const isIssued = (digits: string): boolean => digits.length === 16 || issued.test(digits)

function passesLuhn(digits: string): boolean {
  if (/^(\d)\1+$/.test(digits)) return false
  let sum = 0
  for (let at = 0; at < digits.length; at++) {
    const digit = Number(digits[digits.length - 1 - at])
    const doubled = at % 2 === 1 ? digit * 2 : digit
    sum += doubled > 9 ? doubled - 9 : doubled
  }
  return sum % 10 === 0
}
