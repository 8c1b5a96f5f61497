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

/** Cyrillic letters as passports write them (ICAO Doc 9303, part 3, table 6B), without what marks were on them. */
const cyrillic =
  'а a б b в v г g ґ g д d е e є ie ж zh з z и i і i к k л l м m н n о o п p р r с s т t у u ф f х kh ц ts ч ch'
    .concat(' ш sh щ shch ы y э e ю iu я ia ј j љ lj њ nj ћ c ђ d џ dz')
    .split(' ')
const latinOf = new Map(
  cyrillic.flatMap((letter, at) => (at % 2 === 0 ? [[letter, cyrillic[at + 1] ?? ''] as const] : [])),
)

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
        .replace(/[\u0400-\u04ff]/g, letter => latinOf.get(letter) ?? (/[ъь]/.test(letter) ? '' : letter))
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
