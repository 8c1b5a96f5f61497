// Folds a country's name to the key that it is looked up by. Used when the tables are built and when they are read:
// a change here asks for `node local/tables/build-country-names.ts`.
// Promises: case, accents, punctuation, articles and "and" make no difference; a key has no spaces.

/** Words that carry no meaning in a country's name, in English, Portuguese, Spanish, French, German and Italian. */
const smallWords = new Set(
  'the of and e y et und en van von dos de da do del di la las los el o a os as le les l d des du der die das dos i delle degli al ya ng'.split(
    ' ',
  ),
)

/** What a state or an island calls itself before its name: "Republic of Angola" is Angola, "Islas Tokelau" Tokelau. */
const formalWords = new Set(
  `republic rep republica republique republik repubblica kingdom reino royaume konigreich regno principality principado principaute
  republiek democratische koninkrijk grande ostlich ostliche autonomous autonomo autonoma areas territories territorios nutome emetab orilede orilɛede
  commonwealth comunidade mancomunidad comunidad federation federacao federacion confederation sultanate sultanato sultanat duchy ducado
  duche grand grao gran state estado etat staat states federal federative federativa federated democratic democratica democratique
  demokratische people peoples s popular populaire socialist socialista islamic islamica islamique arab arabe bolivarian bolivariana
  plurinational plurinacional independent independente independiente oriental cooperative cooperativa hashemite hachemita nation
  nacion nacao territory territorio territoire gebiet united unida unido union uniao unie co operative presidential former volksrepublik
  bundesrepublik islamische sozialistische arabische vereinigte furstentum grossherzogtum bolivarische bolivarienne kooperative
  unabhangiger unabhangige federale socialiste orientale bailiwick vogtei bailia bailiado serenissima estados plurinationaler freistaat
  confederacion confederacao foderation federazione associated associado asociado libre livre yugoslav
  special administrative region administrativa especial regiao sonderverwaltungsregion
  republika republiken republikken tasavalta koztarsasag cumhuriyeti vabariik respublika respublikasy respublikasi
  respublikasi republikasi jamhuri jamhuriyat jumhuriyah jumhuriyyah jumhuriyat jomhuri ye eslami arabiyah arabiyyah arabiya arabiyya dawlat mamlakah
  mamlakat saltanat kungariket kongeriket kongeriget kuningriket koninkrijk lyðveldið kralovstvi kralestwo krolestwo kraljevina
  konghwaguk gongheguo renmin minjujuui inmin ganarajya naingngandaw prathet ratcha anachak medinat matanitu muso oa ko
  республика федерация королевство государство народная исламская демократическая союза султанат княжество
  δημοκρατια βασιλειο جمهورية مملكة دولة سلطنة المملكة الجمهورية العربية الديمقراطية الشعبية`.split(/\s+/),
)

/** What kind of land it is. Taken away last, because the Marshall Islands are no Marshall. */
const landWords = new Set(
  `island islands isle isles isla islas ilha ilhas ile iles insel inseln isola isole eiland eilanden group grupo groupe archipelago arquipelago archipielago archipel arcipelago
  collectivity coletividade colectividad collectivite gebietskorperschaft department departamento departement overseas ubersee`.split(
    /\s+/,
  ),
)

/** Too little to tell which: two Koreas, two Congos, and a state of the USA. */
const saysTooLittle = new Set(
  `korea coreia corea coree congo kongo georgia china chine cina america unidos stmartin virgin virgenes
  virgens`.split(/\s+/),
)

/** True for the key of a name that two countries share, so that whatever stands beside it decides. */
export const isVague = (key: string): boolean => saysTooLittle.has(key)

/** True for what begins like such a name: there a slip decides between two countries, or makes one of a given name. */
export const isNearVague = (key: string): boolean => [...saysTooLittle].some(vague => key.startsWith(vague))

/** Marks that writers of Latin, Greek, Cyrillic, Hebrew and Arabic leave out; vowel signs of Indic scripts are letters. */
const leftOut = /[\u0300-\u036f\u0591-\u05c7\u064b-\u065f\u0670\u02b0-\u02ff]/g

interface FoldedWord {
  readonly word: string
  readonly isSmall: boolean
}

function fold(name: string): FoldedWord[] {
  const typed = name
    .normalize('NFKC')
    .toLowerCase()
    // `Yisra'el` is one word, `d'Ivoire` is two.
    .replace(/(?<=\p{L}{2})['’‘`´](?=\p{L}{2})/gu, '')
    .replace(/[\u02b0-\u02ff]|\u0307/g, '')
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
  const words = typed.trim().split(' ')
  // Initials are all meant: `E.U.A.` and `U A E` have small words' letters in them.
  const areInitials = words.every(word => word.length < 2)
  return words.map(word => ({
    word: word
      .normalize('NFKD')
      .replace(leftOut, '')
      .replace(/^(?:saint|sankt|santo|santa|sainte|sint|san|sao)$/, 'st')
      .replace(/^sep?tentriona(?:l|is|les)$/, 'norte')
      .replace(/ı/g, 'i')
      .replace(/ß/g, 'ss'),
    // As typed: Hungarian `Dél` is no `del` but the south.
    isSmall: !areInitials && smallWords.has(word),
  }))
}

/** The key of a whole name. A name of nothing but small words keeps them. */
export function countryKey(name: string): string {
  const words = fold(name)
  const key = words.filter(({ isSmall }) => !isSmall).map(({ word }) => word)
  return key.join('') || words.map(({ word }) => word).join('')
}

/** Keys of a name without its form of state, then without its kind of land; none for what then says too little. */
export function informalCountryKeys(name: string): readonly string[] {
  const words = fold(name).flatMap(({ word, isSmall }) => (isSmall ? [] : [word]))
  const isPeoples = words.some(word => /^(people|popular|populaire|volksrepublik)/.test(word))
  const withoutForm = words.filter(word => !formalWords.has(word))
  const keys = new Set<string>()
  for (const rest of [withoutForm, withoutForm.filter(word => !landWords.has(word))]) {
    const key = rest.join('')
    if (rest.length === words.length || key === '') continue
    if (!isVague(key)) keys.add(key)
    // Of two that share a name, the people's republic is the one that says so.
    else if (isPeoples && /^(china|chine|cina)$/.test(key)) keys.add(key)
    else if (isPeoples && /^(korea|corea|coreia|coree)$/.test(key)) keys.add('northkorea')
  }
  return [...keys]
}
