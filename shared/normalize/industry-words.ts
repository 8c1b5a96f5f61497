// Folds the name of an industry to the stems it is looked up by, so that "Construção civil", "CONSTRUCCION CIVIL" and
// "civil construction" are one. Used when the table is built and when it is read. Bounded: a long text has no stems.

/** Longer than any label of an industry; what is longer is a sentence about one. */
const charsMax = 100

/** The stems of a text, each once, in alphabetical order; none for a text that is too long to be a name. */
export function industryStems(text: string): readonly string[] {
  if (text.length > charsMax) return []
  const words = text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/\be[- ](?=(commerce|learning|sports)\b)/g, 'e')
    .split(/[^a-z0-9]+/)
  return [...new Set(words.filter(word => word !== '' && !smallWords.has(word)).map(stem))].sort()
}

/** Without the words that say "an industry" and nothing about which, unless nothing else is left. */
export function withoutFillers(stems: readonly string[]): readonly string[] {
  const rest = stems.filter(word => !fillers.has(word))
  return rest.length > 0 ? rest : stems
}

/** Without the words for a place of business, which what follows them explains: "tienda de muebles", "despacho contable". */
export const withoutHeads = (stems: readonly string[]): readonly string[] => stems.filter(word => !heads.has(word))

/** Without the adjectives of a house that stays what it is: "escola particular". Others change: "segurança digital". */
export function withoutQualifiers(stems: readonly string[]): readonly string[] {
  const rest = stems.filter(word => !qualifiers.has(word))
  return rest.every(word => houses.has(word)) ? rest : []
}

/** Without the word for a wholesaler. */
export const withoutWholesale = (stems: readonly string[]): readonly string[] =>
  stems.filter(word => !wholesalers.has(word))

const stemCharsMax = 6

/** The beginning of a word as the three languages share it: ph is f, th is t, y is i, double letters are single. */
function stem(word: string): string {
  const plain = word
    .replace(/ph/g, 'f')
    .replace(/th/g, 't')
    .replace(/y/g, 'i')
    .replace(/([a-z])\1/g, '$1')
  const kept = longStems.find(start => plain.startsWith(start))
  return kept ?? plain.replace(/(?<=[a-z]{3})(es|as|os|s|a|o|e)$/, '').slice(0, stemCharsMax)
}

/**
 * Beginnings that six letters do not tell apart from others ("medicina", "medicamento"). The first that fits is the stem,
 * so a longer one stands before its own beginning.
 */
const longStems =
  `alimentac automac automat automo comercio comerci commerc computac computa comunic constructor construtor constru consultorio consult defens
  defes desar desenv escritorio electronic eletronic electric eletric factorin farma hospitali hospital imprens imprent informatic informac informat internac internat
  internet inversi investiga investim investm marketin marketp medicament medio mercadot metalurgic metalurgi mobilia mobilid production product produc
  produt publicac publicat publicid recrea recruta recurs relac segurad seguran segurid seguro securities securit transpor gestion gestao`.split(
    /\s+/,
  )

const stemsOf = (words: string): ReadonlySet<string> => new Set(words.split(/\s+/).map(stem))

const heads = stemsOf('loja tienda escritorio despacho estudio agencia')
const wholesalers = stemsOf('distribuidora atacado mayorista')
const houses = stemsOf(
  `escola escuela colegio universidade faculdade governo gobierno prefeitura banco imprenta grafica moda hospital
  restaurante hotel biblioteca`,
)
const qualifiers = stemsOf(
  `privado particular publica digital municipal estadual federal feminina masculina infantil local regional nacional`,
)

const fillers: ReadonlySet<string> = new Set(
  `services servicos servicios service servico servicio sector setor setores sectores segmento ramo area industry industries industria manufacturing
  fabricacion fabricacao fabrica empresa empresas company companies business negocio negocios mercado geral general other outros actividades
  atividades actividad atividade comercial comercio providers`
    .split(/\s+/)
    .map(stem),
)

const smallWords: ReadonlySet<string> = new Set(
  'and or of the in for to e y o ou u de da do das dos del la las los el em en para por com con a as os al ao aos na no nas nos um uma un una d'.split(
    ' ',
  ),
)
