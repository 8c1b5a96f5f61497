// Which controls are never read. A control that was ever a password stays one, whatever a "show password" button makes
// of it, so changes of `type` are watched.

import { attr, type Control, closest } from './dom.ts'
import { isIdentityName, isSecretName } from './private-names.ts'

const everPassword = new WeakSet<Node>()

const watcher = new MutationObserver(changes => {
  for (const change of changes) if (change.oldValue === 'password') everPassword.add(change.target)
})

/** Watches a document or shadow root for passwords that turn into text. */
export const watchPasswords = (root: Node): void =>
  watcher.observe(root, { subtree: true, attributeFilter: ['type'], attributeOldValue: true })

/** True for a control that is or was a password. */
export const isPassword = (control: Control): boolean => {
  if (/^password$/i.test(control.type)) everPassword.add(control)
  return everPassword.has(control)
}

/** True for what the site marked as never to be read. */
export const isIgnored = (element: Element): boolean => !!closest(element, '[data-lead-ignore]')

/** True for a control whose value may not leave the page. */
export const isPrivate = (control: Control): boolean =>
  isPassword(control) ||
  control.type === 'file' ||
  // Behind any section- or billing prefix, in any case (HTML, autofill detail tokens).
  /(^|\s)(cc-\S+|one-time-code|\S+-password)(\s|$)/i.test(attr(control, 'autocomplete') || '') ||
  isIgnored(control) ||
  [attr(control, 'name') || '', attr(control, 'name') ? '' : control.id].some(
    name => isSecretName(name) || (isIdentityName(name) && !attr(control, 'data-lead-field')),
  )
