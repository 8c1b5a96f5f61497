// The legal forms as sets of letters, built once an isolate from tables/legal-forms.ts, and the folding that both sides use.

import { formsByCountry, innerForms, leadingForms, plainForms, shortForms } from './large-tables.ts'

const single: Readonly<Record<string, string>> = { ø: 'o', æ: 'ae', ł: 'l', đ: 'd', ß: 'ss', ı: 'i', œ: 'oe' }

/** Letters and digits of the words, without case and accents. */
export function lettersOf(words: readonly string[]): string {
  const text = words.join('').toLowerCase()
  if (/^[a-z]+$/.test(text)) return text
  return text
    .normalize('NFKD')
    .replace(/[^\p{L}\p{N}]/gu, '')
    .replace(/[øæłđßıœ]/g, letter => single[letter] ?? letter)
    .normalize('NFC')
}

export interface LegalFormTables {
  readonly plain: ReadonlySet<string>
  readonly short: ReadonlySet<string>
  readonly inner: ReadonlySet<string>
  readonly byCountry: ReadonlyMap<string, ReadonlySet<string>>
  readonly leading: ReadonlyMap<string, ReadonlySet<string>>
}
let built: LegalFormTables | undefined

export function legalFormTables(): LegalFormTables {
  built ??= {
    plain: setOf(plainForms),
    short: setOf(shortForms),
    inner: setOf(innerForms),
    byCountry: mapOf(formsByCountry),
    leading: mapOf(leadingForms),
  }
  return built
}

const setOf = (text: string): ReadonlySet<string> => new Set(text.split(/\s+/).map(form => lettersOf([form])))

function mapOf(text: string): Map<string, ReadonlySet<string>> {
  const blocks = text.split(/(?:^|\n)(?=(?:[A-Z]{2}|\*) )/)
  return new Map(blocks.map(block => [block.slice(0, block.indexOf(' ')), setOf(block.slice(block.indexOf(' ') + 1))]))
}
