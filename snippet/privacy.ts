// Which parts of a page are never read.

import { attr, closest } from './dom.ts'

/** What is or was a password. A "show password" button makes text of it, and it stays what it was. */
export const passwords = new WeakSet<Element>()

/** What they are called: the control that a page draws in their place, or a copy of one, has the same name. */
export const passwordNames = new Set<string>()

/** Remembers the passwords under a node. */
export const rememberPasswords = (root: ParentNode): void =>
  root.querySelectorAll('[type=password]').forEach(control => {
    passwords.add(control)
    passwordNames.add(attr(control, 'name'))
  })

/** True for what the site marked as never to be read. */
export const isIgnored = (element: Element): boolean => !!closest(element, '[data-lead-ignore]')
