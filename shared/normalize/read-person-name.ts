// Separates the form of address from a name: `Dra. Ana Souza`, `Sr. João`, `Herr Dr. Müller`, `Ing. Juan Pérez`.
// Promises: a name that is left is the name that was sent, normalized; without anything left, nothing is taken away.

import { cleanLine, cutText } from './clean-text.ts'
import { normalizePersonName } from './person-name.ts'

export interface PersonName {
  readonly name: string
  /** As usual in writing: `Dra.`, `Prof. Dr.` */
  readonly honorific?: string
}

export function readPersonName(raw: string): PersonName {
  const words = cleanLine(cutText(raw, rawCharsMax)).split(' ')
  const found: string[] = []
  while (found.length < honorificsMax) {
    const honorific = honorificOf(words[found.length] ?? '', words.length - found.length - 1)
    if (honorific === undefined) break
    found.push(honorific)
  }
  const rest = words.slice(found.length).join(' ')
  if (found.length === 0 || !/\p{L}{2}/u.test(rest)) return { name: normalizePersonName(raw) }
  return { name: normalizePersonName(rest), honorific: found.join(' ') }
}

const rawCharsMax = 400
const honorificsMax = 3

/** Nobody's first name, with or without a dot. */
const plain = new Map(
  'Sr. Sra. Srta. Dr. Dra. Prof. Profa. Mr. Mrs. Ms. Mx. Herr Frau Mme Mlle Sr(a). Eng. Enga. Engº Exmo. Exma. Ilmo. Ilma. Monsieur Madame Senhor Senhora Señor Señora Señorita Doutor Doutora'
    .split(' ')
    .map(word => [key(word), word]),
)
/** First names and words as well: only with a dot. */
const dotted = new Map(
  'Adv. Arq. Ing. Inga. Lic. Licda. Pe. Pr. Rev. Cap. Cel. Maj. Ten. Gen. Dep. Ver. Des. Min. D. Mtro. Mtra. Abg. Abog. Cdor. M. Dott. Sig. Dipl.-Ing. Mag.'
    .split(' ')
    .map(word => [key(word), word]),
)
/** Common without their dot in Latin America before a whole name. */
const bare = new Map('Ing. Lic. Arq. Adv. Doña Mtro. Mtra. Miss'.split(' ').map(word => [key(word), word]))

function key(word: string): string {
  return word.toLowerCase().replace(/\./g, '').replace(/º$/, 'o').replace(/ª$/, 'a')
}

function honorificOf(word: string, wordsAfter: number): string | undefined {
  if (word === '' || wordsAfter < 1) return undefined
  const folded = key(word)
  if (plain.has(folded)) return plain.get(folded)
  if (word.endsWith('.') && word.length > 2 && dotted.has(folded)) return dotted.get(folded)
  // "Ing Souza" may be a first name; "Ing Juan Pérez" is not. "Don" and "Dona" are first names in the United States.
  return wordsAfter > 1 && /^\p{Lu}/u.test(word) ? bare.get(folded) : undefined
}
