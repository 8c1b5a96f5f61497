// Decides whether a form is a lead form. Every form is, unless it is ignored, untagged on a page that wants tags, a
// login or a site search.

import { attr, closest, controlsOf } from './dom.ts'
import { isIgnored, isPassword } from './privacy.ts'
import { isTaggedOnly } from './settings.ts'

/** True when what is submitted with this form is a lead. */
export const isLeadForm = (form: Element): boolean => {
  const isTagged = Element.prototype.getAttributeNames.call(form).some(name => name.startsWith('data-lead'))
  return !isIgnored(form) && (isTagged || !(isTaggedOnly || isLogin(form) || isSearch(form)))
}

/** What elements call themselves. */
const wordsOf = (elements: Element[], ...names: string[]) =>
  elements.flatMap(element => names.map(name => attr(element, name))).join(' ')

/** A form that asks who you are again. One with a new password is where you say it for the first time. */
const isLogin = (form: Element): boolean => {
  const controls = controlsOf(form)
  const purposes = wordsOf(controls, 'autocomplete')
  return (
    !/new-pass/i.test(purposes) &&
    (/current-pass|username/i.test(purposes) ||
      (controls.filter(isPassword).length === 1 &&
        /(log|sign).?[io]n|auth|session|entrar|acess/i.test(
          wordsOf([form, ...controls], 'id', 'name', 'action', 'value') + form.textContent,
        )))
  )
}

/** A search box. Inside a lead form it has an address beside it. */
const isSearch = (form: Element): boolean => {
  const words = wordsOf(controlsOf(form), 'type', 'name')
  return (
    !!closest(form, 'search,[role=search]') ||
    (/(^| )(search|q|s|query|keywords?|busca)( |$)/i.test(words) && !/mail|tel|phone/i.test(words))
  )
}
