// Looks for what a web team writes by mistake: attributes and values that we do not know, consent without a policy.

import { attr, closest } from '../dom.ts'
import { attributeNames, attributionNames, fieldNames, tagAttributeNames } from './known-names.ts'
import type { MessageCode } from './messages.ts'
import { nearest } from './nearest.ts'
import { pageParts } from './page-parts.ts'
import { tagsFound } from './settings.ts'
import { tell } from './tell.ts'

/** Tells what is wrong with the attributes of the page. */
export const checkAttributes = (): void => {
  tagsFound().forEach(checkTag)
  for (const part of pageParts()) for (const element of part.querySelectorAll('*')) check(element)
}

/** Others put attributes on our tag too, so only what is nearly one of ours is told. */
const checkTag = (script: HTMLScriptElement): void => {
  for (const name of script.getAttributeNames())
    if (/^data-/.test(name) && nearest(name, tagAttributeNames)) checkName('LC20', name, tagAttributeNames, script)
  const { auto } = script.dataset
  if (auto && auto !== 'off') tell('LC05', { name: auto }, script)
}

const check = (element: Element): void => {
  for (const name of Element.prototype.getAttributeNames.call(element))
    if (/^data-lead[-_]/.test(name)) checkName('LC20', name, attributeNames, element)
  if (attr(element, 'data-lead') && element.localName !== 'form')
    tell('LC24', { name: attr(element, 'data-lead') }, element)
  checkName('LC21', attr(element, 'data-lead-field'), fieldNames, element)
  checkName('LC23', attr(element, 'data-lead-fill'), attributionNames, element)
  if (attr(element, 'data-lead-consent') && !closest(element, '[data-lead-policy]'))
    tell('LC22', { name: attr(element, 'name') || element.id }, element)
}

/** A name that is not known is told with the one that was meant, or without a guess with all that there are. */
const checkName = (code: MessageCode, name: string, known: readonly string[], element: Element) => {
  if (name && !known.includes(name)) tell(code, { name, nearest: nearest(name, known) ?? known.join(', ') }, element)
}
