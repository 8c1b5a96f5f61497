// Shows what became of a submission in the elements that the site set aside for it. Nothing else on the page moves.

import { attr } from './dom.ts'
import type { SubmitResult } from './public-types.ts'

/** Shows or hides the outcome elements of a form. Before there is a result all of them are hidden. */
export const showOutcome = (form: Element, result?: SubmitResult): void => {
  const isRejected = result?.status === 'rejected'
  const show = (name: string, isShown: (field: string) => unknown) =>
    Element.prototype.querySelectorAll
      .call(form, `[${name}]`)
      .forEach(element => element.toggleAttribute('hidden', !isShown(attr(element, name))))
  show('data-lead-success', () => result && !isRejected)
  show('data-lead-error', field => (field ? result?.issues.some(issue => issue.field === field) : isRejected))
}
