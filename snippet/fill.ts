// Fills the page's own inputs with attribution, for the systems behind the page's own form. Only what is empty.

import { touches } from './attribution.ts'
import { attr, type Control } from './dom.ts'

/** Fills an empty control of a lead form. Visible ones only where they ask for it by `data-lead-fill`. */
export const fill = (control: Control): void => {
  const name = control.dataset.leadFill || (control.type === 'hidden' && attr(control, 'name'))
  const value = name && name !== 'at' && (touches.last as Record<string, unknown>)[name]
  // Not every member is a text where an old library adds to Object.prototype; and no form means our `at`.
  if (typeof value === 'string') control.value ||= value
}
