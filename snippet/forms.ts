// Captures what forms submit. A submission is read twice: when the `submit` event begins, because scripts empty or
// remove forms, and from the browser's own `formdata` event, because that list is what a native submission sends.
// One act of a person is one submission, whichever of the page's paths it takes.

import type { WireSubmission } from '../shared/wire.ts'
import { consentRecord } from './consent.ts'
import { keep, send } from './delivery.ts'
import { attr } from './dom.ts'
import { readForm } from './fields.ts'
import { fillForm } from './fill.ts'
import { isLeadForm } from './lead-form.ts'
import { dropFromOutbox } from './outbox.ts'
import { newSubmission } from './submission.ts'

/** A repeated click, or the `form.submit()` after a prevented event, is the same act for this long. */
const sameActMsMax = 30_000

/** What a person did, from the event to the submission. */
interface Act {
  readonly form: Element
  readonly at: number
  readonly key: string
  event: Event | undefined
  isOpen: boolean
  /** `form.submit()` was called: the list that comes now is the browser's. */
  isCalled?: boolean
  native?: FormData
  permit: ReturnType<typeof readForm>['permit']
  settle(): void
}

/** The acts of the last moments, newest first. */
let acts: Act[] = []
let isReading = false

const actOf = (form: unknown) => acts.find(act => act.form === form)

/** The name of a form, as the site calls it. */
export const nameOf = (form: Element): string => attr(form, 'data-lead') || attr(form, 'name') || attr(form, 'id')

/** Begins an act: a `submit` event, or a call of `form.submit()`, which fires none. */
const begin = (form: Element, event?: SubmitEvent): Act | undefined => {
  if (!isLeadForm(form)) return undefined
  fillForm(form)
  const submitter = event?.submitter as HTMLButtonElement | null | undefined
  const { permit, hints, boxes, seen, unnamed } = readForm(form)
  const entries = permit(listOf(form, submitter))
  const name = nameOf(form)
  const key = [name, seen, submitter?.value].join()
  const at = Date.now()
  acts = acts.filter(act => at - act.at < sameActMsMax)
  if (acts.some(act => act.key === key)) return undefined
  const submission = newSubmission(
    { fields: entries, hints, consent: consentRecord(boxes) },
    name,
    'native',
    attr(form, 'data-lead-intent'),
  )
  const act: Act = {
    form,
    at,
    key,
    event,
    permit,
    isOpen: true,
    settle: () => {
      if (!act.isOpen) return
      act.isOpen = false
      const wire = submission.wire as WireSubmission
      const isScript = event?.defaultPrevented && !act.native
      const fields = act.native ? act.permit(act.native) : isScript ? [...entries, ...permit(unnamed)] : entries
      const isNothing =
        // Empty; or a synthetic event that nobody handled; or form.submit() of a detached form, which fires nothing.
        !fields.some(entry => entry[1]) ||
        (!act.native && !isScript && (event ? !event.isTrusted : 'onformdata' in window))
      if (isNothing) {
        acts = acts.filter(other => other !== act)
        return dropFromOutbox(submission)
      }
      const hp = fields.find(entry => entry[0] === '_hp')?.[1]
      submission.wire = {
        ...wire,
        fields: fields.filter(entry => entry[0] !== '_hp'),
        form: { ...wire.form, how: isScript ? 'script' : 'native' },
        ...(hp && { hp }),
      }
      send(submission)
    },
  }
  acts.unshift(act)
  // Before the page's own handlers: one of them may close the page.
  keep(submission)
  setTimeout(act.settle)
  return act
}

/** The entry list at this moment. Reading it is our own affair: a page may send what it hears in `formdata`. */
const listOf = (form: Element, submitter: HTMLButtonElement | null | undefined): [string, unknown][] => {
  isReading = true
  try {
    const list: [string, unknown][] = [...new FormData(form as HTMLFormElement, submitter)]
    const name = submitter?.name
    // Browsers from before the second argument (Safari 16.3) leave the button out.
    if (name && !list.some(entry => entry[0] === name)) list.push([name, submitter.value])
    return list
  } finally {
    isReading = false
  }
}

/** A `submit` event begins. */
export const onSubmit = (event: Event, form: Element): void => {
  begin(form, event as SubmitEvent)
}

/** A `formdata` event begins: the browser's, the page's `new FormData(form)`, or ours. */
export const onFormData = (event: Event, form: Element): void => {
  if (isReading) return event.stopImmediatePropagation()
  const act = actOf(form)
  const submit = act?.event
  // A submit event's currentTarget is null once its listeners ran, so this list is the browser's own and not a page's
  // reading. (eventPhase would do, but is still 2 in Firefox.) It is read later: listeners after us may change it.
  if (act?.isOpen && (act.isCalled || (submit && !submit.defaultPrevented && !submit.currentTarget))) {
    act.native = (event as FormDataEvent).formData
    act.permit = readForm(form).permit
  }
}

/** `form.submit()` is called. After a prevented event it is the same act, once: the next one is another person's. */
export const onSubmitCall = (form: Element): void => {
  let act = actOf(form)
  if (act && !act.isOpen && act.event?.defaultPrevented && Date.now() - act.at < sameActMsMax) {
    act.event = undefined
    return
  }
  if (!act?.isOpen) act = begin(form)
  if (act) act.isCalled = true
}

/** Settles what is still open: the page is leaving. */
export const settleAll = (): void => acts.forEach(act => act.settle())
