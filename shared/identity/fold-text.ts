// Text as it is compared: small letters without accents, words of letters and digits. Not for showing.
// Promises: never throws; bounded work; folding what it gave changes nothing.

/** What is looked at: longer than any name, company or address that is one. */
const charsMax = 200
const single: Readonly<Record<string, string>> = {
  ß: 'ss',
  ø: 'o',
  æ: 'ae',
  œ: 'oe',
  ł: 'l',
  đ: 'd',
  ð: 'd',
  þ: 'th',
  ı: 'i',
}

/** Words of letters and digits with one space between. An apostrophe is no border: `D'Ávila` is `davila`. */
export function foldText(raw: string): string {
  const head = raw.slice(0, charsMax)
  const plain = /^[ -~]*$/.test(head)
    ? head.toLowerCase()
    : head
        .toWellFormed()
        .normalize('NFKD')
        .toLowerCase()
        .replace(/[\p{M}\p{Cf}]+/gu, '')
        .replace(/[ßøæœłđðþı]/g, letter => single[letter] ?? letter)
        .normalize('NFC')
  return plain
    .replace(/['’`´ʼ"]+/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/** The folded words. */
export function foldWordsOf(raw: string): readonly string[] {
  const text = foldText(raw)
  return text === '' ? [] : text.split(' ')
}
