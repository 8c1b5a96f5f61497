// Prepares the text of a phone field for the numbering plan: which parts of it may be numbers, and in what writing.
// Trusts that the text is one clean line of bounded length.

/** Numbers looked for in one field. */
const partsMax = 4
/** The library reads no longer extension. */
const extensionCharsMax = 20

/** Full-width, Arabic and Persian digits as ASCII ones. */
export function asciiDigits(text: string): string {
  return /^[ -~]*$/.test(text)
    ? text
    : text
        .replace(/[\uff0b-\uff19]/g, digit => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
        .replace(/[\u0660-\u0669]/g, digit => String(digit.charCodeAt(0) - 0x660))
        .replace(/[\u06f0-\u06f9]/g, digit => String(digit.charCodeAt(0) - 0x6f0))
}

/** The international number in a WhatsApp link or chat id: `wa.me/…`, `api.whatsapp.com/send?phone=…`, `…@c.us`. */
export function linkedNumber(text: string): string | undefined {
  const digits =
    /(?:wa\.me\/|[?&]phone=)(?:\+|%2b)?\s*(\d{7,15})/i.exec(text)?.[1] ??
    /^(\d{7,15})(?::\d+)?@(?:c\.us|s\.whatsapp\.net)$/i.exec(text)?.[1]
  return digits && `+${digits}`
}

/** The whole text first; else what stands before and after a separator of two numbers, in that order. */
export function phoneCandidates(text: string): readonly [string, ...string[]] {
  const whole = spellOut(withContext(text))
  return [whole, ...phoneParts(whole)]
}

/** The parts of a field that holds several numbers; none when it holds one. */
function phoneParts(whole: string): readonly string[] {
  // Not at `,,` and `;ext=`: those dial on within one call.
  const parts = whole.split(
    /\s*(?:[/|]|(?<!,),(?!,)|;(?!\s*ext))\s*|\s+(?:ou|or|o|e|y|u|and|und|et|oder|-)\s+|(?<=\d{4})\s*(?=\(\d{2,3}\))|(?<=\d{8})\s+(?=\d{8})/i,
  )
  return parts.length > 1 ? parts.slice(0, partsMax) : []
}

/** RFC 3966 §5.1.5: a local number of a `tel:` URI is dialled after its context when that is a number. */
function withContext(text: string): string {
  const uri = /^tel:([^;]+)((?:;[^;]*)*)$/i.exec(text)
  if (!uri) return text
  const [, number = '', parameters = ''] = uri
  const context = /;phone-context=(\+[\d.() -]+)/i.exec(parameters)?.[1] ?? ''
  const extension = /;ext=([\d.() -]+)/i.exec(parameters)?.[1]
  if (extension && extension.length > extensionCharsMax) return text
  const whole = number.startsWith('+') ? number : `${context}${context && '-'}${number}`
  return extension === undefined ? whole : `${whole} ext. ${extension}`
}

/**
 * The last thing to try: what stands between words (`Cel: … Fixo: …`, `… das 9 às 18`), with any sign as a separator.
 * Not next to a run of digits longer than any number (ITU-T E.164), which is a paste gone wrong.
 */
export function looseParts(text: string): readonly string[] {
  if (/\d{16}/.test(text)) return []
  return text
    .replace(/[^\p{L}\d+()./\s-]+/gu, ' ')
    .split(/\p{L}{2,}|(?<=\s)\p{L}(?=\s)/u)
    .filter(part => part !== text && /\d(?:\D*\d){6}/.test(part))
    .slice(0, partsMax)
}

/** Digits that the sender kept back or did not type: `(11) 9XXXX-XXXX`, `11 9****-1234`. */
export const isMasked = (text: string): boolean => /x{3}|([*_#?•])\1\1/i.test(text)

/** Words for "extension" that the library does not know, and Brazil's `0XX` for "any carrier". */
function spellOut(text: string): string {
  // Most numbers are digits and separators, and stand as they are.
  if (/^\+?[\d .-]*(?:\(\d\d+\)[\d .-]*)?$/.test(text)) return text
  return (
    text
      .replace(/^\+{2,}/, '+')
      // A form's country code, and then a whole number: `+55 +351 …`.
      .replace(/^\D*\+\d{1,3}\D*(?=\+\d)/, '')
      .replace(/^(\D*(?:55\D+)?)0\s*(?:xx|\*\*)\s*/i, '$10')
      // The ninth digit, said and then typed.
      .replace(/\(9\)\s*(?=9\d{4}\D?\d{4}$)/, '')
      .replace(/^\W*(?:ramal|ext|interno|int|anexo)\b\W*(\d{1,6})(?:\s*[-–,/|]\s*|\s+(?=[(+0]))(.+)$/i, '$2 ext. $1')
      .replace(
        /[\s,;/-]*\(?(?<![a-z])(?:(?:falar|pedir|hablar|no|com|con|en|al|el|o) )*(?:ramal|ramais|ram|rml|rm|r|anexo|anx|interno|int|poste|durchwahl|dw|nebenstelle|extensao|extens[aã]o|extensi[oó]n)\.?\s*(?:n[º°.]\s*)?:?\s*(\d{1,7})\)?\s*$/i,
        ' ext. $1',
      )
  )
}

/** A number that ends in a word: `1-800-SIX-FLAGS`. */
const spelled = /^\+?[\d ().-]{3,}[a-z]{3}[a-z -]*$/i

/** Text without letters, and whether the letters were a word. */
interface Unlettered {
  readonly digits: string
  readonly isSpelled: boolean
}

/** The digits that letters on a keypad stand for; a stray letter or two is no word and goes; undefined for other text. */
export function withoutLetters(text: string): Unlettered | undefined {
  if (spelled.test(text)) return { digits: text.replace(/[a-z]/gi, keypadDigit), isSpelled: true }
  // A letter that looks like a digit stands for one, and without it the number would be another.
  const isStray = (text.match(/[a-z]/gi)?.length ?? 0) <= 2 && /\d[a-z]/i.test(text) && !/[bgiloqsxz]/i.test(text)
  return isStray ? { digits: text.replace(/[a-z]/gi, ''), isSpelled: false } : undefined
}

// ITU-T E.161, the arrangement of letters on keypads.
function keypadDigit(letter: string): string {
  return '22233344455566677778889999'[letter.toLowerCase().charCodeAt(0) - 97] ?? letter
}
