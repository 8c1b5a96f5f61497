// Makes text safe to keep, compare and show. Every text of a sender passes here before anything else reads it.
// Promises: well-formed UTF-16, no control characters but tab and line ends, no character that reorders the text.

/** Control characters but tab and line ends, and the embeddings, overrides and isolates of the bidi algorithm. */
const unsafe = /(?![\t\n\r])\p{Cc}|[\u202a-\u202e\u2066-\u2069]/gu
/** Letters, digits and common marks of European scripts: nothing in there needs work. */
const plain = /^[\t\n\r\x20-\x7e\u00a0-\u00ac\u00ae-\u02af]*$/
/** Has no width and no meaning between letters of a one-line value. Joiners stay: Persian names and emoji need them. */
const invisible = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u2060-\u2064\ufeff]/g

/** Text as sent, without what is unsafe. Line ends and tabs stay. */
export function cleanText(text: string): string {
  return plain.test(text) ? text : text.toWellFormed().replace(unsafe, '')
}

/** One line: invisible characters gone, every run of white space one space, none at the ends. */
export function cleanLine(text: string): string {
  const safe = plain.test(text) ? text : cleanText(text).replace(invisible, '')
  // Single spaces are most of the white space, and stand as they are.
  return safe.replace(/\s{2,}|[^\S ]/g, ' ').trim()
}

/** At most `charsMax` UTF-16 units, never half of a surrogate pair. */
export function cutText(text: string, charsMax: number): string {
  if (text.length <= charsMax) return text
  const last = text.charCodeAt(charsMax - 1)
  return text.slice(0, last >= 0xd800 && last <= 0xdbff ? charsMax - 1 : charsMax)
}
