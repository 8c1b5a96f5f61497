// Reads a form: whether it is a lead form, which names are private, what the labels say, what the consent boxes hold.
// Out comes a rule for the entry list that the browser builds: what of it may leave the page.

import { fieldsMax } from '../shared/limits.ts'
import type { WireFieldHint } from '../shared/wire.ts'
import { redactCards } from './card-numbers.ts'
import { attr, type Control, closest, controlsOf, matches, signOf, textOf, within } from './dom.ts'
import { fill } from './fill.ts'
import { contactWords, isLeadForm } from './lead-form.ts'
import { isIgnored, isPassword } from './privacy.ts'
import { isPrivateName, isPrivateText } from './private-names.ts'
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
const labelsIn = quietly(
  (form: Element) =>
    new Map(
      within(form, 'label', label => [(label as HTMLLabelElement).control as Element | null, textOf(label)] as const)
        // Of two labels of one control the first with a text counts: an empty one draws the box.
        ?.filter(entry => entry[1])
        .reverse(),
    ),
)

/**
 * Reads the controls of a form as they are now, and fills those that ask for it. Nothing when it is no lead form.
 * @param isLooking nothing is filled: whoever only looks changes nothing
 */
export const readForm = (form: Element, isLooking?: boolean): FormReading | undefined => {
  const hints: Record<string, WireFieldHint> = {}
  const unnamed: FieldEntry[] = []
  const verdicts = new Map<string, boolean>()
  const controls = controlsOf(form)
  const labels = labelsIn(form)
  let boxes: ConsentBoxes | undefined
  let isMixed = false
  let seen = ''
  let lines = ''
  let said = `${signOf(form)}\n${within(form, 'h1,h2,h3,h4,legend', textOf)?.join('\n')}`
  const read = quietly((control: Control): true => {
    const { value, checked, id, placeholder, maxLength, dataset } = control
    const { leadField: field, leadConsent: granted } = dataset
    const given = attr(control, 'name')
    const type = isPassword(control) ? 'password' : control.type
    const autocomplete = attr(control, 'autocomplete')
    // A label may stand outside the form, around its control or beside it.
    const labelled =
      labels?.get(control) ||
      textOf(id ? control.labels?.[0] : closest(control, 'label')) ||
      textOf(document.getElementById(attr(control, 'aria-labelledby')))
    const label = labelled || attr(control, 'aria-label') || placeholder || ''
    // Many controls may say `autocomplete=off`.
    const name = given || field || id || label || autocomplete
    const words = `${id} ${label}`
    const isBox = /^(checkbox|radio)$/.test(type)
    // A custom element may have no type.
    const isSilent = /^(hidden|submit|button|reset|image|fieldset|output|file)?$/.test(type || '')
    const isPrivate =
      type === 'password' ||
      // Behind any section or billing prefix, in any case (HTML, autofill detail tokens).
      /(^|\s)(cc-|one-time|\w+-password)/i.test(autocomplete) ||
      isPrivateName(given || words, field) ||
      // Of a code in boxes only the first one may say what it is.
      maxLength === 1 ||
      // A box is no number, and a label that is long or asks is about the thing; unless it is answered by a number that is
      // no phone's. Most controls have no placeholder.
      (!isBox &&
        type !== 'email' &&
        [id, label, `${placeholder}`].some(
          text =>
            (/^[^?]{1,40}$/.test(text) || (/^[\d./-]{7,}$/.test(value) && !contactWords.test(text))) &&
            isPrivateText(text, field),
        )) ||
      isIgnored(control)
    // A component may submit entries under names of its own, and nobody can tell which are whose.
    isMixed ||= isPrivate && /-/.test(control.localName)
    // Of two controls with one name the stricter verdict counts.
    verdicts.set(name, isPrivate || !!verdicts.get(name))
    if (/^(submit|image)$/.test(type)) said += `\n${textOf(control)}\n${value}\n${label}`
    if (!isSilent && !isBox) lines += `\n${type} ${given} ${words} @${autocomplete}`
    if (isPrivate) return true
    // What is disabled is not submitted.
    const isOn = !matches(control, ':disabled')
    if (granted && isOn) {
      const policy = (name: string) => attr(closest(control, `[${name}]`) || control, name)
      const parent = control.parentNode
      // Components draw their box as a button.
      const isTicked = checked || attr(control, 'aria-checked') === 'true'
      boxes ||= { channels: {}, text: '' }
      boxes.text += `${boxes.text && '\n'}${labelled || textOf(control) || textOf(parent === form ? control.nextSibling : parent)}`
      // Of several boxes for one channel a ticked one grants it.
      for (const channel of granted.match(/[^\s,]+/g) || [])
        boxes.channels[channel] = isTicked || boxes.channels[channel] === true
      const url = policy('data-lead-policy')
      boxes.policy_url ||= url && `${new URL(url, location.href)}`
      boxes.policy_version ||= policy('data-lead-policy-version')
    }
    if (name && (field || !isSilent)) hints[name] = { type, label, autocomplete, field: field || hints[name]?.field }
    if (!name || isSilent) return true
    seen += [name, value, checked]
    if (!given && isOn && (checked || !isBox))
      for (const one of (control as { selectedOptions?: Iterable<HTMLOptionElement> }).selectedOptions || [control])
        unnamed.push([name, one.value])
    return true
  })
  for (const control of controls) {
    // What cannot be read is not sent, and spoils nothing else.
    if (!read(control)) verdicts.set(attr(control, 'name'), true)
  }
  if (!isLeadForm(form, lines, said)) return undefined
  if (!isLooking) controls.forEach(fill)
  return {
    hints,
    boxes,
    seen,
    unnamed,
    permit: list => permitted(list, name => verdicts.get(name) ?? (isMixed || isPrivateName(name)), hints),
  }
}

/** The entries of a list that may leave the page. */
export const permitted = (
  list: Iterable<readonly [string, unknown]>,
  isPrivate: (name: string) => boolean,
  hints: Readonly<Record<string, WireFieldHint>> = {},
): FieldEntry[] => {
  const texts = [...list].filter(
    // Files are not texts: neither contents nor a name of theirs is sent.
    ([name, value]) => name && value !== undefined && typeof value !== 'object' && !isPrivate(name),
  )
  return (
    texts
      // Of too many the empty ones give way first.
      .filter(entry => entry[1] || !texts[fieldsMax])
      .slice(0, fieldsMax)
      .map(([name, value]) => [
        name,
        redactCards(
          `${value}`,
          () =>
            hints[name]?.type !== 'textarea' && contactWords.test(`${hints[name]?.type} ${name} ${hints[name]?.label}`),
        ),
      ])
  )
}
