// The case of a company's name that was typed all in capitals or all in small letters. Any other case is the sender's.
// A short word in capitals may be an acronym, which nobody can know, so it stays. Idempotent.

/** The name with readable case. */
export function companyCase(name: string): string {
  const isUpper = name === name.toUpperCase()
  if (!isUpper && name !== name.toLowerCase()) return name
  const words = name.split(' ')
  // Other scripts have no such habit, and a few letters have no single capital.
  if (!latin.test(name)) return name
  if (isUpper && words.length === 1 && name.length <= 5) return name
  return words.map((word, at) => wordCase(word, at, isUpper)).join(' ')
}

function wordCase(word: string, at: number, isUpper: boolean): string {
  const low = word.toLowerCase()
  const bare = low.replace(/[^\p{L}\p{N}]/gu, '')
  const form = formCase.get(bare)
  if (at > 0 && form !== undefined) return /^[\p{L}.,]+$/u.test(word) ? recase(low, form) : low.toUpperCase()
  if (at > 0 && capitalForms.has(bare)) return low.toUpperCase()
  if (at > 0 && smallWords.has(low)) return low
  // Domains, codes and spelled-out initials keep the sender's case.
  if (/\d|\p{L}\.\p{L}|@/u.test(word)) return word
  if (isUpper ? mayBeAcronym(bare) : !vowel.test(bare)) return word.toUpperCase()
  return low.replace(/\p{L}+/gu, (part, offset: number) => {
    if (offset > 0 && part.length <= 1) return part
    return part.charAt(0).toUpperCase() + part.slice(1)
  })
}

/** Writes the letters of `form` over the letters of the word, keeping its dots and commas. */
function recase(low: string, form: string): string {
  let at = 0
  return low.replace(/\p{L}/gu, letter => form[at++] ?? letter)
}

/** Letters of Europe's alphabets whose capital is one letter that folds back. */
const latin =
  /^[\x20-\x7e\u00a1-\u00b4\u00b6-\u00de\u00e0-\u00fe\u0100-\u012f\u0132-\u0148\u014a-\u0177\u2010-\u2022]*$/
const vowel = /[aeiouyáàâãäéèêëíìîïóòôõöúùûü]/

/** Too short to tell, no vowel, or a beginning that no word of these languages has ("BNDES"). */
function mayBeAcronym(bare: string): boolean {
  if (shortWords.has(bare)) return false
  if (bare.length <= 3 || !vowel.test(bare)) return true
  const onset = /^[bcdfghjklmnpqrstvwxz]*/.exec(bare)?.[0] ?? ''
  return (
    onset.length > 1 &&
    !onset.startsWith('mc') &&
    !/^([bcdfgkpt][lr]|[cgpstwk]h|vr|wr|sh|s[cklmnpqtw][hlr]?|kn|gn|ps|th[r]|chr|qu|ts|ll|dw|tw|ph[lr]?|schw?|sch[lmnr]|sph)$/.test(
      onset,
    )
  )
}

const formCase = new Map(
  'Ltda Lda Ltd Inc Corp Co Cia Cía GmbH gGmbH ApS Pty Pvt Pte Sdn Bhd KGaA OHG Oy Oyj Kft Zrt SARL'
    .split(' ')
    .map(form => [form.toLowerCase(), form]),
)
const capitalForms = new Set(
  'sa sas sl slu srl sarl me epp mei eireli llc llp lp plc ag kg ug nv bv ab sau sac saa sab sapi cv rl eurl sasu sgps'.split(
    ' ',
  ),
)
const smallWords = new Set(
  'de da do das dos e y em del la las los el di du des et und and of the for para por con com a o z'.split(' '),
)
/** Short words that are words: in capitals they would look like acronyms. */
const shortWords = new Set(
  `bar sul sol mar lar pão pao luz gás gas bom boa rei rio céu fé flor são san el la los las the new big old sky sea red one art box
  car pet pub tea spa sun top max pro eco bio via vida casa ação mel mil dom sur uno dos tres oro rey don doña and of de da do por`.split(
    /\s+/,
  ),
)
