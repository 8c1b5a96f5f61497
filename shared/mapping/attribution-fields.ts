// Which inputs of a form carry where the person came from. They stay custom fields, and attribution reads them.

import { clickIdKeys, utmKeys } from '../wire.ts'
import { foldWords } from './fold-name.ts'

const otherNames = [
  'referrer',
  'referer',
  'http_referer',
  'http_referrer',
  'document_referrer',
  'referrer_url',
  'landing_page',
  'landing_page_url',
  'landing_url',
  'entry_page',
  'fbc',
  'fbp',
  'ga_client_id',
  'gclsrc',
  'yclid',
  'igshid',
  'srsltid',
]
const squash = (words: readonly string[]): string => words.join('')
const names = new Set([...utmKeys, ...clickIdKeys, ...otherNames].map(name => squash(foldWords(name))))
const around = new Set([
  'form',
  'fields',
  'field',
  'input',
  'custom',
  'hidden',
  'first',
  'last',
  'initial',
  'original',
  'cf',
  'lead',
])

/** True for `utm_*`, click ids, the referrer and the landing page, also as `form_fields[utm_source]` or `first_utm_source`. */
export function isAttributionField(name: string): boolean {
  const words = foldWords(name)
  if (words.includes('utm')) return true
  let from = 0
  while (from < words.length - 1 && around.has(words[from] ?? '')) from++
  const to = words.length - from > 1 && around.has(words.at(-1) ?? '') ? -1 : words.length
  return names.has(squash(words.slice(from, to)))
}
