// Looks for what a web team writes by mistake: attributes and values that we do not know, consent without a policy.

import { attr, closest } from '../dom.ts'
import { attributeNames, attributionNames, fieldNames } from './known-names.ts'
import type { MessageCode } from './messages.ts'
import { nearest } from './nearest.ts'
import { pageParts } from './page-parts.ts'
import { tell } from './tell.ts'

/** Tells what is wrong with the attributes of the page. */
export const checkAttributes = (): void => {
  for (const part of pageParts()) for (const element of part.querySelectorAll('*')) check(element)
}

const check = (element: Element): void => {
  for (const name of Element.prototype.getAttributeNames.call(element))
    if (/^data-lead[-_]/.test(name)) checkName('LC20', name, attributeNames, element)
  checkName('LC21', attr(element, 'data-lead-field'), fieldNames, element)
  checkName('LC23', attr(element, 'data-lead-fill'), attributionNames, element)
  if (attr(element, 'data-lead-consent') && !closest(element, '[data-lead-policy]'))
    tell('LC22', { name: attr(element, 'name') || element.id }, element)
}

/** A name that is not known is told with the one that was meant, or without a guess with all that there are. */
const checkName = (code: MessageCode, name: string, known: readonly string[], element: Element) => {
  if (name && !known.includes(name)) tell(code, { name, nearest: nearest(name, known) ?? known.join(', ') }, element)
}
