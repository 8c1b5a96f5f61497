// A postal address as words to compare: folded, kinds of street in one spelling, ordinals as their number.
// Promises: never throws; bounded work. It reads no address: which word is the street and which the quarter stays unknown.

import { foldText } from './fold-text.ts'

/** "R. das Flores, nº 12 - 3º andar" gives `flores 12 3th`. */
export function addressWords(address: string): readonly string[] {
  const words = foldText(address)
    .split(' ')
    .filter(word => word !== '' && !kinds.has(word))
  return words.slice(0, wordsMax).map(word => ordinals[word] ?? word.replace(/^(\d+)(?:st|nd|rd|th|o|a|er)$/, '$1th'))
}

const wordsMax = 12
/** Ordinals as a number. */
export const ordinals: Readonly<Record<string, string>> = {
  first: '1th',
  second: '2th',
  third: '3th',
  fourth: '4th',
  fifth: '5th',
  sixth: '6th',
  seventh: '7th',
  eighth: '8th',
  ninth: '9th',
  tenth: '10th',
}

/** The number of the house, where there is one: `12`, `12b`, and not the street that is called by a number. */
export const houseNumber = (words: readonly string[]): string | undefined =>
  words.find(word => /^\d+(?!th)\p{L}?$/u.test(word))

/** Kinds of street and of part, and small words: written, left out and shortened at will. */
const kinds = new Set(
  `street st avenue av ave road rd drive dr lane ln place pl court ct crescent cres close circuit cct boulevard blvd blv
  highway hwy parkway pkwy square sq terrace tce way parade pde suite ste floor fl apt apartment unit bldg building room site
  n s e w ne nw se sw north south east west between at near off
  rua r avenida travessa alameda al rodovia rod estrada est praca pca largo viela quadra qd lote lt bloco bl casa andar sala
  conjunto cj apto apartamento bairro numero num no nro
  calle c carrera cra cr calzada camino paseo plaza pza colonia col piso depto departamento oficina of esquina esq
  de da do das dos del la las los el the and y e of`.split(/\s+/),
)
