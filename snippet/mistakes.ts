// Tells a web team of an attribute that we do not know, once, with those that we do.

import { controlsOf } from './dom.ts'

const known = 'intent field consent policy policy-version fill ignore error success'
const told = new Set<string>()

/** Looks at the attributes of a form and its controls. */
export const tellMistakes = (form: Element): void => {
  for (const element of [form, ...controlsOf(form)])
    for (const name of Element.prototype.getAttributeNames.call(element)) {
      const word = /^data-lead-(.*)/.exec(name)?.[1]
      if (!word || ` ${known} `.includes(` ${word} `) || told.has(word)) continue
      told.add(word)
      console.warn(`[lead-capture] unknown ${name}; there is data-lead, and data-lead- with: ${known}`)
    }
}
