// Reads a form: which names are private, what the labels say, what the consent boxes hold. Out comes a rule for the
// entry list that the browser builds: what of it may leave the page.

import { fieldsMax } from '../shared/limits.ts'
import type { WireFieldHint } from '../shared/wire.ts'
import { redactCards } from './card-numbers.ts'
import { attr, closest, controlsOf, textOf } from './dom.ts'
import { isPrivate } from './privacy.ts'
import { isPrivateName } from './private-names.ts'

/** One entry of a form, as in a FormData. */
export type FieldEntry = [name: string, value: string]

/** What the consent boxes of a form said. */
export interface ConsentBoxes {
  channels: Record<string, boolean>
  text: string
  policy_url?: string
  policy_version?: string
}

/** What the controls of a form tell about its entries. */
export interface FormReading {
  readonly hints: Record<string, WireFieldHint>
  readonly boxes: ConsentBoxes | undefined
  /** What a person sees in the form. It tells one act from the next; hidden inputs differ between two clicks. */
  readonly seen: string
  /** Entries of controls without a name: they count where the page's own script does the sending. */
  readonly unnamed: FieldEntry[]
  /** The entries that may leave the page. */
  permit(list: Iterable<readonly [string, unknown]>): FieldEntry[]
}

/** Reads the controls of a form as they are now. */
export const readForm = (form: Element): FormReading => {
  const hints: Record<string, WireFieldHint> = {}
  const unnamed: FieldEntry[] = []
  const verdicts = new Map<string, boolean>()
  let boxes: ConsentBoxes | undefined
  let seen = ''
  for (const control of controlsOf(form)) {
    const { type, value, checked, labels } = control
    const given = attr(control, 'name')
    const field = attr(control, 'data-lead-field')
    const autocomplete = attr(control, 'autocomplete')
    const label = (labels?.[0] && textOf(labels[0])) || attr(control, 'aria-label') || attr(control, 'placeholder')
    const name = given || field || control.id || autocomplete || label
    const isHidden = isPrivate(control)
    // Of two controls with one name the stricter verdict counts.
    verdicts.set(name, isHidden || !!verdicts.get(name))
    if (!name || isHidden || /^(hidden|submit|button|reset|image|fieldset|output)?$/.test(type || '')) continue
    seen += [name, value, checked]
    hints[name] = { type, label, autocomplete, field }
    if (!given && (checked || !/^(checkbox|radio)$/.test(type))) unnamed.push([name, value])
    const granted = attr(control, 'data-lead-consent')
    if (granted) {
      boxes ||= { channels: {}, text: '' }
      boxes.text += `${boxes.text && '\n'}${textOf(labels?.[0] || (control.parentNode as Node))}`
      for (const channel of granted.split(' ')) boxes.channels[channel] = checked
      const policy = (name: string) => attr(closest(control, `[${name}]`) || control, name)
      boxes.policy_url = policy('data-lead-policy')
      boxes.policy_version = policy('data-lead-policy-version')
    }
  }
  return {
    hints,
    boxes,
    seen,
    unnamed,
    permit: list => {
      const permitted: FieldEntry[] = []
      // Files are not texts: neither contents nor a name of theirs is sent.
      for (const [name, value] of list)
        if (name && typeof value === 'string' && !(verdicts.get(name) ?? isPrivateName(name)))
          permitted.push([name, redactCards(value)])
      return permitted.slice(0, fieldsMax)
    },
  }
}
