// Reads a form: whether it is a lead form, which names are private, what the labels say, what the consent boxes hold.
// Out comes a rule for the entry list that the browser builds: what of it may leave the page.

import { fieldsMax } from '../shared/limits.ts'
import type { WireFieldHint } from '../shared/wire.ts'
import { redactCards } from './card-numbers.ts'
import { attr, closest, controlsOf, textOf } from './dom.ts'
import { fill } from './fill.ts'
import { isLeadForm } from './lead-form.ts'
import { isIgnored, passwordNames, passwords } from './privacy.ts'
import { isPrivateName } from './private-names.ts'
import { quietly } from './quietly.ts'

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

// One look for all labels of a form: a control that is asked for its own makes the browser walk through the whole page.
const labelsIn = quietly((form: Element) => {
  const inside = [...(Element.prototype.querySelectorAll.call(form, 'label') as Iterable<HTMLLabelElement>)]
  // Of two labels of one control the first counts.
  return new Map(inside.reverse().map(label => [label.control as Element | null, label]))
})

/** Reads the controls of a form as they are now, and fills those that ask for it. Nothing when it is no lead form. */
export const readForm = (form: Element): FormReading | undefined => {
  const hints: Record<string, WireFieldHint> = {}
  const unnamed: FieldEntry[] = []
  const verdicts = new Map<string, boolean>()
  const controls = controlsOf(form)
  const labels = labelsIn(form)
  let boxes: ConsentBoxes | undefined
  let seen = ''
  let lines = `${attr(form, 'id')} ${attr(form, 'name')} ${attr(form, 'action')}`
  for (const control of controls) {
    const { value, checked, id, placeholder, dataset } = control
    const { leadField: field, leadConsent: granted } = dataset
    const given = attr(control, 'name')
    const type = passwords.has(control) || (given && passwordNames.has(given)) ? 'password' : control.type
    const autocomplete = attr(control, 'autocomplete')
    const labelled = labels?.get(control) || (id && control.labels?.[0])
    const label = (labelled && textOf(labelled)) || attr(control, 'aria-label') || placeholder
    const name = given || field || id || autocomplete || label
    // Behind any section or billing prefix, in any case (HTML, autofill detail tokens).
    const isPrivate =
      type === 'password' ||
      /(^|\s)(cc-|one-time|\w+-password)/i.test(autocomplete) ||
      isPrivateName(given || `${id} ${label}`, field) ||
      isIgnored(control)
    lines += `\n${type} ${given} #${id} #${attr(control, 'value')} @${autocomplete}`
    // Of two controls with one name the stricter verdict counts.
    verdicts.set(name, isPrivate || !!verdicts.get(name))
    if (!name || isPrivate || /^(hidden|submit|button|reset|image|fieldset|output|file)?$/.test(type || '')) continue
    seen += [name, value, checked]
    hints[name] = { type, label, autocomplete, field }
    if (!given && (checked || !/^(checkbox|radio)$/.test(type))) unnamed.push([name, value])
    if (granted) {
      const policy = (name: string) => attr(closest(control, `[${name}]`) || control, name)
      boxes ||= { channels: {}, text: '' }
      boxes.text += `${boxes.text && '\n'}${textOf(labelled || (control.parentNode as Node))}`
      for (const channel of granted.split(' ')) boxes.channels[channel] = checked
      boxes.policy_url = policy('data-lead-policy')
      boxes.policy_version = policy('data-lead-policy-version')
    }
  }
  if (!isLeadForm(form, lines)) return undefined
  controls.forEach(fill)
  return {
    hints,
    boxes,
    seen,
    unnamed,
    permit: list => permitted(list, name => verdicts.get(name) ?? isPrivateName(name)),
  }
}

/** The entries of a list that may leave the page. */
export const permitted = (
  list: Iterable<readonly [string, unknown]>,
  isPrivate: (name: string) => boolean,
): FieldEntry[] =>
  [...list]
    // Files are not texts: neither contents nor a name of theirs is sent.
    .filter(([name, value]) => name && value !== undefined && typeof value !== 'object' && !isPrivate(name))
    // Of too many the empty ones give way first.
    .filter((entry, _, all) => entry[1] || !all[fieldsMax])
    .slice(0, fieldsMax)
    .map(([name, value]) => [name, redactCards(`${value}`)])
