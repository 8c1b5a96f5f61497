// Finds the forms of the page and says of each whether it is a lead form, and if not, why. The verdict is the snippet's
// own (`readForm`); the reason is put into words here.

import { attr, controlsOf, textOf, within } from '../dom.ts'
import { contactWords, leavingWords } from '../lead-form.ts'
import { isIgnored } from '../privacy.ts'
import { quietly } from '../quietly.ts'
import { type FieldSeen, fieldsSeen } from './field-seen.ts'
import { pageParts } from './page-parts.ts'
import { settings } from './settings.ts'
import type { SnippetSeen } from './snippet-seen.ts'

/** What a form is to us. */
export type FormKind = 'lead' | 'ignored' | 'untagged' | 'unsubscribe' | 'login' | 'search'

/** A form as it is now. */
export interface FormSeen {
  readonly form: Element
  /** As the site calls it; a number where it does not. */
  readonly name: string
  readonly kind: FormKind
  /** How its controls are read; none where nothing is. */
  readonly fields: readonly FieldSeen[]
}

/** The forms of the page, at this moment. */
export const formsSeen = (snippet: SnippetSeen): FormSeen[] =>
  pageParts()
    .flatMap(part => [...part.querySelectorAll('form')])
    // A form that cannot be read, the snippet does not read either.
    .flatMap((form, place) => quietly(formSeen)(form, place, snippet) ?? [])

const formSeen = (form: Element, place: number, { readForm, passwords }: SnippetSeen): FormSeen => {
  const reading = readForm(form, true)
  const name = attr(form, 'data-lead') || attr(form, 'name') || attr(form, 'id') || `#${place + 1}`
  return reading
    ? { form, name, kind: 'lead', fields: fieldsSeen(form, reading, passwords) }
    : { form, name, kind: kindOf(form), fields: [] }
}

/** Why a form is no lead form: the likeliest ground first. */
const kindOf = (form: Element): FormKind => {
  if (isIgnored(form)) return 'ignored'
  if (settings.auto === 'off') return 'untagged'
  const said = within(form, 'h1,h2,h3,h4,legend,button,[type=submit]', part => textOf(part) || attr(part, 'value'))
  if (leavingWords.test(`${said?.join('\n')}`)) return 'unsubscribe'
  // A search asks for no address.
  const asksWho = controlsOf(form).some(
    control =>
      control.type === 'password' ||
      contactWords.test(`${control.type} ${attr(control, 'name')}`) ||
      /username|current-pass/i.test(attr(control, 'autocomplete')),
  )
  return asksWho ? 'login' : 'search'
}
