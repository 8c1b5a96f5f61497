// Says how each control of a lead form is read. Whether a name is private is the snippet's own verdict (`permit`); only
// the reason is put into words here. Never looks at a value.

import { attr, type Control, controlsOf } from '../dom.ts'
import type { FormReading } from '../fields.ts'
import { isIgnored } from '../privacy.ts'
import { knownField } from './known-field.ts'

/** How a control is read. */
export interface FieldSeen {
  readonly name: string
  readonly isCaptured: boolean
  /** What it is taken for, or why it is private, with the ground for that. Empty for a field of the site's own. */
  readonly as: string
}

/** The controls of a form, each name once. Buttons say nothing, so they are left out. */
export const fieldsSeen = (form: Element, { permit, hints }: FormReading, passwords: WeakSet<Element>): FieldSeen[] => {
  const fields = new Map<string, FieldSeen>()
  for (const control of controlsOf(form)) {
    const { type } = control
    const name = nameOfControl(control)
    const isCaptured = type !== 'file' && !!permit([[name, '']])[0]
    if (!fields.has(name) && name && !/^(submit|button|reset|image|fieldset|output)$/.test(type))
      fields.set(name, {
        name,
        isCaptured,
        as: isCaptured
          ? meaningOf(control) || knownField(name, hints[name])
          : passwords.has(control)
            ? 'password'
            : groundOf(control),
      })
  }
  return [...fields.values()]
}

/** The snippet's own way of naming what has no name, but for labels. */
const nameOfControl = (control: Control): string =>
  attr(control, 'name') || control.dataset.leadField || control.id || attr(control, 'autocomplete')

/** A consent box is no field of a person. */
const meaningOf = ({ dataset: { leadConsent } }: Control) => leadConsent && `${leadConsent} (data-lead-consent)`

const groundOf = (control: Control): string => {
  if (control.type === 'password') return 'password'
  if (isIgnored(control)) return 'data-lead-ignore'
  const autocomplete = attr(control, 'autocomplete')
  if (/cc-|one-time|-password/i.test(autocomplete)) return autocomplete
  if (control.maxLength === 1) return 'maxlength'
  return control.type === 'file' ? 'file' : 'name'
}
