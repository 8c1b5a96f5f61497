// Decides whether a form is a lead form. Every form is, unless it is ignored, untagged on a page that wants tags, a
// login or a site search.

import { attr, type Control, closest, controlsOf, lineOf } from './dom.ts'
import { isIgnored, isPassword } from './privacy.ts'

/** True for a form with one of our attributes. */
export const isTagged = (form: Element): boolean =>
  Element.prototype.getAttributeNames.call(form).some((name: string) => name.startsWith('data-lead'))

/** True when what is submitted with this form is a lead. */
export const isLeadForm = (form: Element, isTaggedOnly: boolean): boolean =>
  !isIgnored(form) && (isTagged(form) || !(isTaggedOnly || isLogin(form) || isSearch(form)))

const autocompleteHas = (controls: Control[], token: RegExp) =>
  controls.some(control => token.test(attr(control, 'autocomplete') || ''))

/** A form that asks who you are, not one where you say it for the first time: sign-up forms have a new password. */
const isLogin = (form: Element): boolean => {
  const controls = controlsOf(form)
  if (autocompleteHas(controls, /new-password/i)) return false
  if (autocompleteHas(controls, /current-password|username|webauthn/i)) return true
  const words = ['id', 'name', 'class', 'action'].map(name => attr(form, name))
  for (const control of controls)
    if (control.type === 'submit') words.push(control.value, lineOf(control.firstChild || control))
  return (
    controls.filter(isPassword).length === 1 &&
    /\b(log|sign)[\s_-]?(in|on)\b|\bauth|\bsessions?\b|\b(entrar|acessar|iniciar)\b/i.test(words.join(' '))
  )
}

const isSearch = (form: Element): boolean => {
  const controls = controlsOf(form)
  return (
    !!closest(form, '[role=search],search') ||
    (!controls.some(
      control => /^(email|tel)$/.test(control.type) || /mail|phone|tel/i.test(attr(control, 'name') || ''),
    ) &&
      (controls.some(control => control.type === 'search') ||
        (!/post/i.test(attr(form, 'method') || '') &&
          controls.some(control =>
            /^(q|s|query|search|keywords?|busca|pesquisa|termo)$/i.test(attr(control, 'name') || ''),
          ))))
  )
}
