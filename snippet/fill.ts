// Fills the page's own hidden inputs with attribution, for the systems behind the page's own form. Only what is empty.

import { touches } from './attribution.ts'
import { attr, controlsOf } from './dom.ts'

/** Fills the empty inputs of a lead form. Visible fields only where they ask for it by `data-lead-fill`. */
export const fillForm = (form: Element): void => {
  const touch = touches.last as Record<string, unknown>
  for (const control of controlsOf(form)) {
    const name = attr(control, 'data-lead-fill') || (control.type === 'hidden' && attr(control, 'name'))
    // Not every member is a text where an old library adds to Object.prototype; and no form means our `at`.
    if (name && name !== 'at' && !control.value && typeof touch[name] === 'string') control.value = touch[name]
  }
}
