// Which controls are never read.

import { attr, type Control, closest } from './dom.ts'
import { isPrivateName } from './private-names.ts'

const everPassword = new WeakSet<Element>()

/** Remembers the passwords under a node: a "show password" button makes text of them, and they stay what they were. */
export const rememberPasswords = (root: ParentNode): void =>
  root.querySelectorAll('[type=password]').forEach(control => everPassword.add(control))

/** True for a control that is or was a password. */
export const isPassword = (control: Control): boolean => control.type === 'password' || everPassword.has(control)

/** True for what the site marked as never to be read. */
export const isIgnored = (element: Element): boolean => !!closest(element, '[data-lead-ignore]')

/** True for a control whose value may not leave the page. */
export const isPrivate = (control: Control): boolean =>
  isPassword(control) ||
  control.type === 'file' ||
  // Behind any section or billing prefix, in any case (HTML, autofill detail tokens).
  /(^|\s)(cc-|one-time|\w+-password)/i.test(attr(control, 'autocomplete')) ||
  isPrivateName(attr(control, 'name') || control.id, attr(control, 'data-lead-field')) ||
  isIgnored(control)
