// Tells a company's legal form from its name, however it is spelled: "S.A.", "S/A", "s a"; "GmbH & Co. KG".
// Promises: the rest is never empty unless the text is; a name of nothing but a legal form keeps it; bounded work.

import { lettersOf as letters, legalFormTables as tables } from './legal-form-tables.ts'

export interface SplitName {
  readonly base: string
  /** The letters of every form found, in the order of the name. */
  readonly legalForm?: string
}

/** The longest form in words is a spelled one: "S. A. P. I. de C. V." has seven, "S. de R. L. de C. V." too. */
const formWordsMax = 8

/** @param country ISO 3166-1 alpha-2, upper case */
export function splitLegalForm(name: string, country?: string): SplitName {
  let words = name.split(' ').filter(word => word !== '')
  const found: string[] = []
  const take = (left: readonly string[], form: string, first = false): void => {
    words = tidy(left)
    if (first) found.push(form)
    else found.unshift(form)
  }
  if (isForm(words, country)) return { base: name }
  for (let more = true; more; ) {
    more = false
    const end = longest(
      words,
      count => words.slice(-count),
      part => isForm(part, country),
    )
    if (end > 0 && tidy(words.slice(0, -end)).length > 0) {
      take(words.slice(0, -end), letters(words.slice(-end)))
      more = true
      continue
    }
    const start = longest(
      words,
      count => words.slice(0, count),
      part => isLeading(part, country),
    )
    if (start > 0 && tidy(words.slice(start)).length > 0) {
      take(words.slice(start), letters(words.slice(0, start)), true)
      more = true
    }
  }
  const inner = withoutInner(words)
  if (inner) {
    words = inner.words
    found.push(inner.form)
  }
  const glued = withoutGlued(words.join(' '))
  const base = glued?.base ?? words.join(' ')
  const legalForm = [...(glued ? [glued.form] : []), ...found].join(' ')
  return legalForm ? { base, legalForm } : { base: base || name }
}

function longest(
  words: readonly string[],
  pick: (count: number) => readonly string[],
  accepts: (part: readonly string[]) => boolean,
): number {
  for (let count = Math.min(formWordsMax, words.length - 1); count > 0; count--) if (accepts(pick(count))) return count
  return 0
}

/** "Silva & Cia", "Acme, Inc.", "Acme (UG)": what joined the name and the form goes with it. */
function tidy(words: readonly string[]): string[] {
  const left = [...words]
  while (left.length > 0 && /^[^\p{L}\p{N}]*$/u.test(left.at(-1) ?? '')) left.pop()
  while (left.length > 0 && /^[-–—,;:/|&+]+$/u.test(left[0] ?? '')) left.shift()
  const last = left.pop()
  if (last === undefined) return []
  return [...left, last.replace(/[,;:/|&+–—(-]+$/u, '')]
}

function isForm(words: readonly string[], country: string | undefined): boolean {
  const key = letters(words)
  // A form may begin with a sign ("& Co."), and never takes a name's own brackets half away.
  if (key === '' || key.length > 60) return false
  const { plain, short, byCountry } = tables()
  if (plain.has(key) || (country !== undefined && byCountry.get(country)?.has(key))) return true
  if (joinedForm.test(key)) return true
  if (!short.has(key)) return false
  const isSigned = words.every(word => signed.test(word))
  if (key === 'spa') return isSigned || words.join('') === 'SpA' || (country !== undefined && spaCountries.has(country))
  if (country === 'BR' && brazilStates.has(key)) return isSigned
  return country !== undefined || words.every(word => signed.test(word) || /^[^\p{Ll}]+$/u.test(word))
}

const signed = /[./]/
/** Elsewhere a "Spa" without its dots is a place for baths. */
const spaCountries = new Set(['IT', 'CL', 'DZ'])
/** Short forms that without a sign are a state after the name: "Hospital SC" is in Santa Catarina, "S/C" a civil society. */
const brazilStates = new Set(['ac', 'ba', 'pa', 'sc', 'se'])

function isLeading(words: readonly string[], country: string | undefined): boolean {
  const key = letters(words)
  const { leading } = tables()
  if (leading.get('*')?.has(key)) return true
  if (country !== undefined) return leading.get(country)?.has(key) === true
  // Indonesia's limited company is always written so; in another country's name "PT" is rare.
  return key === 'pt' && /^PT\.?$/.test(words.join(''))
}

/** A partnership whose general partner is a company, in the German use, with any of its companions. */
const joinedForm =
  /^(gmbh|ggmbh|ag|ug|ughaftungsbeschrankt|se|stiftung|ltd|limited|bv|sarl|mbh)(und|u|and)?(co|cie|compagnie)(kg|ohg|kgaa|gbr|kommanditgesellschaft)?$/

function withoutInner(words: readonly string[]): { words: string[]; form: string } | undefined {
  for (let at = 1; at < words.length - 1; at++)
    for (let count = Math.min(4, words.length - 1 - at); count > 0; count--) {
      const part = words.slice(at, at + count)
      const form = letters(part)
      if (!tables().inner.has(form) && !isBeforeDash(form, part, words[at + count])) continue
      const left = [...tidy(words.slice(0, at)), ...words.slice(at + count)]
      return { words: tidy(left), form }
    }
  return undefined
}

/** "B3 S.A. - Brasil", "Acme S/A (Filial)": a form with its signs, where the name proper ends. */
function isBeforeDash(form: string, part: readonly string[], next = ''): boolean {
  if (!tables().plain.has(form) && !dashedForm.test(form)) return false
  const last = part.at(-1) ?? ''
  const isDash = dash.test(last)
  return (
    (isDash || next.startsWith('(')) &&
    part.every((word, at) => signed.test(word) || (isDash && at === part.length - 1))
  )
}

const dash = /^[-–—]+$/
const dashedForm = /^s(a[bcs]?|l)$/

/** Forms of scripts without spaces stand right at the name. */
function withoutGlued(text: string): { base: string; form: string } | undefined {
  const match =
    /^(株式会社|有限会社|合同会社|주식회사|\(주\)|㈜|㈱|\(株\)|\(有\))|(株式会社|有限会社|合同会社|股份有限公司|有限责任公司|有限公司|주식회사|\(주\)|㈜|㈱|\(株\)|\(有\))$/u.exec(
      text,
    )
  const form = match?.[0]
  if (!form) return undefined
  const base = text.replace(form, '').trim()
  return base === '' ? undefined : { base, form: letters([form]) }
}
