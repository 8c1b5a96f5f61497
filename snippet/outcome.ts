// Shows what became of a submission in the elements that the site set aside for it. Nothing else on the page moves.

import { attr, within } from './dom.ts'
import type { SubmitResult } from './public-types.ts'

/** Shows or hides the outcome elements of a form. Before there is a result all of them are hidden. */
export const showOutcome = (form: Element, result?: SubmitResult): void => {
  const isRejected = result?.status === 'rejected'
  within(form, '[data-lead-error],[data-lead-success]', element => {
    const field = attr(element, 'data-lead-error')
    const isShown = element.matches('[data-lead-success]')
      ? result && !isRejected
      : field
        ? result?.issues.some(issue => issue.field === field)
        : isRejected
    element.toggleAttribute('hidden', !isShown)
  })
}
