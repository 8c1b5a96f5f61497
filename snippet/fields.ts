// Reads a form: which names are private, what the labels say, what the consent boxes hold, and the entry list that the
// HTML Standard would build, less what may not leave the page.

import { fieldsMax } from '../shared/limits.ts'
import type { WireFieldHint } from '../shared/wire.ts'
import { redactCards } from './card-numbers.ts'
import { attr, closest, controlsOf, lineOf } from './dom.ts'
import { isPassword, isPrivate } from './privacy.ts'
import { isIdentityName, isSecretName } from './private-names.ts'

/** One entry of a form, as in a FormData. */
export type FieldEntry = [name: string, value: string]

/** What the consent boxes of a form said. */
export interface ConsentBoxes {
  readonly channels: Record<string, boolean>
  text?: string
  policy_url?: string
  policy_version?: string
}

/** What reading the controls of a form tells about its entries. */
export interface FormReading {
  readonly hints: Record<string, WireFieldHint>
  /** Entries of controls without a name; they count only where the page's own script does the sending. */
  readonly unnamed: FieldEntry[]
  readonly boxes: ConsentBoxes | undefined
  /** The entries that may leave the page. */
  permit(list: Iterable<[string, FormDataEntryValue]>): FieldEntry[]
  /** The same without hidden inputs: what a person sees, so what tells one act from the next. */
  visible(list: FieldEntry[]): FieldEntry[]
}

const buttonTypes = /^(submit|button|reset|image)$/

/** Reads the controls of a form as they are now. */
export const readForm = (form: Element): FormReading => {
  const hints: Record<string, WireFieldHint> = {}
  const unnamed: FieldEntry[] = []
  const privateNames = new Set<string>()
  const privateValues = new Set<FormDataEntryValue>()
  const hiddenNames = new Set<string>()
  const taggedNames = new Set<string>()
  let boxes: ConsentBoxes | undefined
  for (const control of controlsOf(form)) {
    const named = attr(control, 'name') || ''
    const type = control.type
    if (isPrivate(control)) {
      privateNames.add(named)
      if (isPassword(control)) privateValues.add(control.value)
      continue
    }
    if (type === 'hidden') hiddenNames.add(named)
    if (!type || buttonTypes.test(type)) continue
    const labels = control.labels
    const autocomplete = attr(control, 'autocomplete')
    const field = attr(control, 'data-lead-field')
    const label = labels && labels[0] ? lineOf(labels[0]) : attr(control, 'aria-label') || attr(control, 'placeholder')
    const name = named || field || control.id || autocomplete || label
    if (!name) continue
    if (field) taggedNames.add(named)
    const isBox = /^(checkbox|radio)$/.test(type)
    if (!named && !control.disabled && (!isBox || control.checked)) unnamed.push([name, control.value])
    if (type !== 'hidden' || field) {
      hints[name] = { type, ...(label && { label }), ...(autocomplete && { autocomplete }), ...(field && { field }) }
    }
    const granted = attr(control, 'data-lead-consent')
    if (granted !== null && isBox) {
      boxes = boxes || { channels: {} }
      for (const channel of granted.split(/\s+/)) if (channel) boxes.channels[channel] = control.checked
      const text = lineOf((labels && labels[0]) || (control.parentNode as Node))
      boxes.text = boxes.text ? `${boxes.text}\n${text}` : text
      for (const [member, name] of [
        ['policy_url', 'data-lead-policy'],
        ['policy_version', 'data-lead-policy-version'],
      ] as const) {
        const holder = closest(control, `[${name}]`)
        if (holder) boxes[member] = attr(holder, name) || ''
      }
    }
  }
  return {
    hints,
    unnamed,
    boxes,
    permit: list => {
      const permitted: FieldEntry[] = []
      for (const [name, value] of list) {
        if (
          name &&
          typeof value === 'string' &&
          !privateNames.has(name) &&
          !(value && privateValues.has(value)) &&
          !isSecretName(name) &&
          (taggedNames.has(name) || !isIdentityName(name))
        )
          permitted.push([name, redactCards(value)])
      }
      return (permitted.length > fieldsMax ? permitted.filter(entry => entry[1]) : permitted).slice(0, fieldsMax)
    },
    visible: list => list.filter(entry => !hiddenNames.has(entry[0])),
  }
}
