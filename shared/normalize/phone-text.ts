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
export function phoneCandidates(text: string): readonly string[] {
  const whole = spellOut(withContext(text))
  return [whole, ...phoneParts(whole)]
}

/** The parts of a field that holds several numbers; none when it holds one. */
function phoneParts(whole: string): readonly string[] {
  // Not at `,,` and `;ext=`: those dial on within one call.
  const parts = whole.split(
    /\s*(?:[/|]|(?<!,),(?!,)|;(?!\s*ext))\s*|\s+(?:ou|or|o|e|y|u|and|und|et|oder|-)\s+|(?<=\d{4})\s+(?=\(\d{2,3}\))/i,
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

/** Words for "extension" that the library does not know, and Brazil's `0XX` for "any carrier". */
function spellOut(text: string): string {
  return text
    .replace(/^\+{2,}/, '+')
    .replace(/^(\D*)0\s*xx\s*/i, '$10')
    .replace(
      /[\s,;/-]*\(?\b(?:ramal|ram|rml|r|anexo|anx|interno|int|poste|durchwahl|dw|nebenstelle|extensao|extens[aã]o|extensi[oó]n)\b\.?\s*(?:n[º°.]\s*)?:?\s*(\d{1,7})\)?\s*$/i,
      ' ext. $1',
    )
}

/** A number that ends in a word: `1-800-SIX-FLAGS`. */
const spelled = /^\+?[\d ().-]{3,}[a-z]{3}[a-z -]*$/i

/** The digits that letters on a keypad stand for; a stray letter or two is no word and goes; undefined for other text. */
export function withoutLetters(text: string): string | undefined {
  if (spelled.test(text)) return text.replace(/[a-z]/gi, keypadDigit)
  return (text.match(/[a-z]/gi)?.length ?? 0) <= 2 && /\d[a-wyz]/i.test(text) ? text.replace(/[a-z]/gi, '') : undefined
}

// ITU-T E.161, the arrangement of letters on keypads.
function keypadDigit(letter: string): string {
  return '22233344455566677778889999'[letter.toLowerCase().charCodeAt(0) - 97] ?? letter
}
