// What a page is drawn for: language, address, operator. And what all pages write alike: links, times, numbers.

import { html } from 'hono/html'
import { type Language, preferredLanguage } from '../../shared/problem.ts'
import type { Operator } from './auth.ts'
import { sayValue } from './value-words.ts'
import { say, type Word } from './words.ts'

export type Html = ReturnType<typeof html>

export interface View {
  readonly language: Language
  /** Chosen by `?lang=`, so that links carry it on; there is no cookie for it. */
  readonly isLanguageChosen: boolean
  readonly url: URL
  readonly operator: Operator | undefined
  readonly say: (word: Word) => string
  readonly sayValue: (value: string) => string
}

/** The view of a request. */
export function readView(request: Request, operator?: Operator): View {
  const url = new URL(request.url)
  const asked = url.searchParams.get('lang')
  const chosen = asked === 'en' || asked === 'pt' ? asked : undefined
  const language = chosen ?? preferredLanguage(request.headers.get('accept-language'))
  return {
    language,
    isLanguageChosen: chosen !== undefined,
    url,
    operator,
    say: word => say(language, word),
    sayValue: value => sayValue(language, value),
  }
}

/** The address of a page under the same origin, with the parameters that have a value. */
export function link(view: View, path: string, parameters: Readonly<Record<string, string | undefined>> = {}): string {
  const query = new URLSearchParams()
  for (const [name, value] of Object.entries(parameters)) if (value) query.set(name, value)
  if (view.isLanguageChosen) query.set('lang', view.language)
  return query.size > 0 ? `${path}?${query}` : path
}

/** The language of a GET form, whose own address loses its parameters. */
export const languageInput = (view: View): Html | string =>
  view.isLanguageChosen ? html`<input type="hidden" name="lang" value="${view.language}">` : ''

/** A time as read by people and machines. */
export function time(iso: string | null | undefined, { isExact } = { isExact: false }): Html | string {
  if (!iso) return ''
  return html`<time datetime="${iso}">${iso.slice(0, 10)} ${iso.slice(11, isExact ? 23 : 19)}</time>`
}

/** A number in the writing of the language. */
export const number = (view: View, value: number): string =>
  new Intl.NumberFormat(view.language === 'pt' ? 'pt-BR' : 'en').format(value)

/** A state with its colour; the word is always there too. */
export const badge = (view: View, state: string): Html =>
  html`<span class="badge badge-${state}">${view.sayValue(state)}</span>`
