// What people type to get past a field: such a line or mailbox is nobody's, so two who typed it share nothing.
// It stays on the lead as it was sent. Promises: bounded work.

/** The last seven digits are one, or the last eight count up: (11) 99999-9999, 1234-5678. */
export const isPlaceholderPhone = (digits: string): boolean => /(\d)\1{6}$|12345678$/.test(digits)

/** Trusts that the address is in small letters. */
export function isPlaceholderMailbox(email: string): boolean {
  const at = email.lastIndexOf('@')
  if (at < 1) return false
  const local = email
    .slice(0, at)
    .slice(0, charsMax)
    .replace(/\+.*$/, '')
    .replace(/[._-]|\d+$/g, '')
  const [label = ''] = email.slice(at + 1, at + 1 + charsMax).split('.', 1)
  // "nao@tem.com" says it in two halves; "nao@" alone may be a person's.
  return placeholders.has(local) || placeholders.has(local + label) || /^([a-z])\1\1+$|^(?:asd)+f?$/.test(local)
}

/** Longer than any of the words. */
const charsMax = 64
const placeholders = new Set(
  `test teste testes testando prueba naotem naotenho naopossui naoinformado naoteste naonao naosei sememail naotememail
  notiene notengo noposee sincorreo sinemail noemail nomail qwerty`.split(/\s+/),
)
