// The case of a job title that was typed all in capitals or all in small letters. Any other case is the sender's.

/** The title with a capital for each word but the small ones; known acronyms in capitals. Idempotent. */
export function titleCase(title: string): string {
  if (title !== title.toUpperCase() && title !== title.toLowerCase()) return title
  // A title of one short word in capitals is an acronym, known or not.
  if (!/[a-zA-Z]/.test(title) || /^[A-Z]{1,4}$/.test(title) || !latin.test(title)) return title
  return title
    .split(' ')
    .map((word, at) => wordCase(word.toLowerCase(), at))
    .join(' ')
}

const latin = /^[\x20-\x7e\u00aa\u00ba\u00c0-\u00de\u00e0-\u00fe\u2010-\u2022]*$/

function wordCase(low: string, at: number): string {
  if (at > 0 && smallWords.has(low)) return low
  return low.replace(/\p{L}+/gu, (part, offset: number) => {
    if (acronyms.has(part)) return part.toUpperCase()
    // "Diretor(a)", "Supervisor/a": the other ending stays small.
    if (offset > 0 && part.length <= 2) return part
    return part.charAt(0).toUpperCase() + part.slice(1)
  })
}

const smallWords = new Set(
  'de da do das dos e y em en del la las los el di du et and of the for para por com con a o as os ao à na no'.split(
    ' ',
  ),
)
const acronyms = new Set(
  'ceo cto cfo coo cmo cio cpo cro cso chro ciso dpo vp svp evp avp ti it rh rrhh hr sdr bdr kam ux ui qa bi crm erp seo sap pcp pmo pme b2b b2c sac dp hrbp sre dba cx cs i ii iii iv tic po pm'.split(
    ' ',
  ),
)
