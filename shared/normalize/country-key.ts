// Folds a country's name to the key that it is looked up by. Used when the table is built and when it is read.
// Promises: case, accents, punctuation, articles and "and" make no difference; a key has no spaces.

/** Words that carry no meaning in a country's name, in English, Portuguese, Spanish, French, German and Italian. */
const smallWords = new Set(
  'the of and e y et und de da do del di la las los el o a os as le les l d des du der die das dos i delle degli'.split(
    ' ',
  ),
)

/** What a state calls itself before its name: "Republic of Angola" is Angola. */
const formalWords = new Set(
  `republic republica republique republik repubblica kingdom reino royaume konigreich regno principality principado principaute
  commonwealth comunidade mancomunidad comunidad federation federacao federacion confederation sultanate sultanato sultanat duchy ducado
  duche grand grao gran state estado etat staat states federal federative federativa federated democratic democratica democratique
  demokratische people peoples s popular populaire socialist socialista islamic islamica islamique arab arabe bolivarian bolivariana
  plurinational plurinacional independent independente independiente oriental cooperative cooperativa hashemite hachemita nation
  nacion nacao territory territorio territoire gebiet united unida unido union uniao unie co operative presidential former volksrepublik
  bundesrepublik islamische sozialistische arabische vereinigte furstentum grossherzogtum bolivarische bolivarienne kooperative
  unabhangiger federale socialiste orientale bailiwick vogtei bailia bailiado serenissima estados`.split(/\s+/),
)

/** Too little to tell which: two Koreas, two Congos, and a state of the USA. */
const saysTooLittle = new Set(
  'korea coreia corea coree congo kongo georgia china chine cina america unidos stmartin virgin'.split(' '),
)

/** True for the key of a name that two countries share, so that whatever stands beside it decides. */
export const isVague = (key: string): boolean => saysTooLittle.has(key)

const fold = (name: string): string[] =>
  name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\b(?:saint|sankt|santo|santa|sainte|sint)\b/g, 'st')
    .replace(/ı/g, 'i')
    .replace(/ß/g, 'ss')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .split(' ')

/** The key of a whole name. A name of nothing but small words keeps them. */
export function countryKey(name: string): string {
  const words = fold(name)
  return words.filter(word => !smallWords.has(word)).join('') || words.join('')
}

/** The key of a name without its form of state; undefined when there is none, or what is left says too little. */
export function informalCountryKey(name: string): string | undefined {
  const words = fold(name).filter(word => !smallWords.has(word))
  const rest = words.filter(word => !formalWords.has(word))
  const key = rest.join('')
  const isPeoples = words.some(word => /^(people|popular|populaire|volksrepublik)/.test(word))
  if (rest.length === words.length || key === '') return undefined
  return !isVague(key) || (isPeoples && /^(china|chine|cina)$/.test(key)) ? key : undefined
}
