// Reads a postal code to the form that its country's post prints. Promises: that form, or null where the text cannot be
// one; its own output comes out as itself. Of other countries only white space changes. Leading zeros are never guessed:
// a spreadsheet that lost one has lost which.

import { cleanLine, cutText } from './clean-text.ts'

/** The longest postal code in use has 10 characters (ZIP+4); what stands around it makes it longer. */
const rawCharsMax = 80

/** @param country ISO 3166-1 alpha-2 */
export function normalizePostalCode(raw: string, country: string | undefined): string | null {
  const text = cleanLine(cutText(raw, 1_000))
  const read = readers.get(country?.toUpperCase() ?? '')
  if (!read) return text.length > 0 && text.length <= rawCharsMax ? text : null
  const code = text.replace(/^(c\.?\s?e\.?\s?p|c\.?\s?p\.?\s?a?|zip(\s?code)?|postal)\b[\s.:]*/i, '')
  return code.length > rawCharsMax ? null : (read(code) ?? null)
}

const readers: ReadonlyMap<string, (text: string) => string | undefined> = new Map([
  // Correios: eight digits, 00000-000.
  ['BR', (text: string) => join(/^(\d{2})[. ]?(\d{3})[-–. ]*(\d{3})$/.exec(text), ([a, b, c]) => `${a}${b}-${c}`)],
  // USPS: five digits, or nine as ZIP+4. A state may stand before it.
  [
    'US',
    (text: string) =>
      join(/^(?:[A-Z]{2} )?(\d{5})(?:[-–. ]?(\d{4}))?$/i.exec(text), ([a, b]) => (b ? `${a}-${b}` : `${a}`)),
  ],
  // CTT: 0000-000, then the place.
  [
    'PT',
    (text: string) =>
      join(
        /^(?:PT?-)?(\d{4}) ?[-–. ]? ?(\d{3})(?![\d-])(?:[ ,]+\p{L}[\p{L} '-]*)?$/iu.exec(text),
        ([a, b]) => `${a}-${b}`,
      ),
  ],
  // Correos de México: five digits.
  ['MX', (text: string) => join(/^(\d{5})$/.exec(text), ([a]) => `${a}`)],
  // Correo Argentino: the eight of the CPA, or the four of before 1999, which most people still write, with or
  // without the letter of the province.
  [
    'AR',
    (text: string) =>
      join(/^([A-HJ-NP-Z]?) ?([1-9]\d{3}) ?([A-Z]{3})?$/i.exec(text), ([letter, digits, block]) =>
        letter && block ? `${letter}${digits}${block}`.toUpperCase() : block ? undefined : digits,
      ),
  ],
])

function join(
  match: RegExpExecArray | null,
  write: (parts: readonly (string | undefined)[]) => string | undefined,
): string | undefined {
  const code = match ? write(match.slice(1)) : undefined
  return code === undefined || /^[0-]+$/.test(code) ? undefined : code
}
