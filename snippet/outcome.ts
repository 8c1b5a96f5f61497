// Shows what became of a submission in the elements that the site set aside for it. Nothing else on the page moves.

import type { SubmitResult } from './public-types.ts'

/** Shows or hides the outcome elements of a form. Without a result all of them are hidden. */
export const showOutcome = (form: Element, result?: SubmitResult): void => {
  const isRejected = result && result.status === 'rejected'
  const faults = result ? result.issues.map(issue => issue.field) : []
  Element.prototype.querySelectorAll.call(form, '[data-lead-error],[data-lead-success]').forEach(element => {
    const field = element.getAttribute('data-lead-error')
    const isShown = field === null ? result && !isRejected : field ? faults.includes(field) : isRejected
    element.toggleAttribute('hidden', !isShown)
  })
}
