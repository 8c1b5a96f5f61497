// Fills the page's own hidden inputs with attribution, for the systems behind the page's own form. Only what is empty.

import type { WireTouchpoint } from '../shared/wire.ts'
import { attr, controlsOf } from './dom.ts'

const filledNames = /^(utm_\w+|gclid|fbclid|referrer|landing_page)$/

/** Fills the empty inputs of a lead form. Visible fields only where they ask for it by `data-lead-fill`. */
export const fillForm = (form: Element, touch: WireTouchpoint): void => {
  for (const control of controlsOf(form)) {
    const name = attr(control, 'data-lead-fill') || (control.type === 'hidden' && attr(control, 'name')) || ''
    if (control.value === '' && (filledNames.test(name) || attr(control, 'data-lead-fill'))) {
      control.value = (touch as Record<string, string | undefined>)[name] || ''
    }
  }
}
