// Which parts of a page are never read.

import { attr, type Control, closest, signOf } from './dom.ts'

/** What is or was a password. A "show password" button makes text of it, and it stays what it was. */
export const passwords = new WeakSet<Element>()

// What passwords are called, each in its form (form builders call the fields of all their forms alike), and what was
// typed into them: the control that a page draws in their place, or a copy of one, has the same name or the same value.
// A name has a line break in it, a value has none.
const traces = new Set<string>()

/** A password has a few characters at least. Shorter values are the values of other fields too. */
const passwordCharsMin = 6

const nameInForm = (control: Control) => `${attr(control, 'name')}\n${control.form && signOf(control.form)}`

/** Remembers the passwords under a node. */
export const rememberPasswords = (root: ParentNode): void =>
  root.querySelectorAll<Control>('[type=password]').forEach(control => {
    passwords.add(control)
    traces.add(control.value).add(nameInForm(control))
  })

/** True for a password, and for what looks like the copy of one. */
export const isPassword = (control: Control): boolean =>
  passwords.has(control) ||
  // Most pages have none. No button makes an address of one, and an address that is somebody's password is an address.
  (!!traces.size &&
    !/email|tel/.test(control.type) &&
    ((attr(control, 'name') && traces.has(nameInForm(control))) ||
      (control.value?.length >= passwordCharsMin && traces.has(control.value))))

/** True for what the site marked as never to be read. */
export const isIgnored = (element: Element): boolean => !!closest(element, '[data-lead-ignore]')
