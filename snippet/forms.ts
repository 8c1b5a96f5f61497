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
import { tellMistakes } from './mistakes.ts'
import { dropFromOutbox } from './outbox.ts'
import { newSubmission } from './submission.ts'

/** A repeated click, or the `form.submit()` after a prevented event, is the same act for this long. */
const sameActMsMax = 30_000

/** How many acts are remembered at most; only those of the last moments matter. */
const actsMax = 20

/** What a person did, from the event to the submission. */
interface Act {
  readonly form: Element
  readonly at: number
  /** What a person sees of it. Gone when it came to nothing, so that the next try is a new act. */
  key: string | undefined
  event: Event | undefined
  isOpen: boolean
  /** `form.submit()` was called: the list that comes now is the browser's. */
  isCalled?: boolean
  native?: FormData
  permit: ReturnType<typeof readForm>['permit']
  settle(): void
}

/** The latest acts, newest first. */
let acts: Act[] = []
let isReading = false

const isRecent = (act: Act) => Date.now() - act.at < sameActMsMax
const actOf = (form: Element) => acts.find(act => act.form === form && isRecent(act))

/** The name of a form, as the site calls it. */
export const nameOf = (form: Element): string => attr(form, 'data-lead') || attr(form, 'name') || attr(form, 'id')

/** The entry list at this moment. Reading it is our own affair: a page may send what it hears in `formdata`. */
const listOf = (form: Element, submitter?: HTMLElement | null): FormData => {
  isReading = true
  try {
    // Browsers from before the second argument (Safari 16.3) leave the button out of scripted forms.
    return new FormData(form as HTMLFormElement, submitter)
  } finally {
    isReading = false
  }
}

/** Begins an act: a `submit` event, or a call of `form.submit()`, which fires none. */
const begin = (form: Element, event?: SubmitEvent): Act | undefined => {
  if (!isLeadForm(form)) return undefined
  tellMistakes(form)
  fillForm(form)
  const submitter = event?.submitter as HTMLButtonElement | null | undefined
  const { permit, hints, boxes, seen, unnamed } = readForm(form)
  const entries = permit(listOf(form, submitter))
  const name = nameOf(form)
  const key = name + seen + submitter?.value
  if (acts.some(act => act.key === key && isRecent(act))) return undefined
  const submission = newSubmission(
    { fields: entries, hints, consent: consentRecord(boxes) },
    name,
    'native',
    attr(form, 'data-lead-intent'),
  )
  const act: Act = {
    form,
    at: submission.at,
    key,
    event,
    permit,
    isOpen: true,
    settle: () => {
      if (!act.isOpen) return
      act.isOpen = false
      const { native } = act
      const isScript = !native && event?.defaultPrevented
      const fields = native ? act.permit(native) : isScript ? [...entries, ...permit(unnamed)] : entries
      const hp = fields.find(entry => entry[0] === '_hp')?.[1]
      const wire = submission.wire as WireSubmission
      submission.wire = {
        ...wire,
        fields: fields.filter(entry => entry[0] !== '_hp'),
        form: { ...wire.form, how: isScript ? 'script' : 'native' },
        ...(hp && { hp }),
      }
      if (
        fields.some(entry => entry[1]) &&
        // A synthetic event that nobody handled submits nothing; form.submit() of a detached form fires nothing.
        (native || isScript || (event ? event.isTrusted : !('onformdata' in window)))
      )
        return send(submission)
      act.key = undefined
      dropFromOutbox(submission)
    },
  }
  acts = [act, ...acts].slice(0, actsMax)
  // Before the page's own handlers: one of them may close the page.
  keep(submission)
  setTimeout(act.settle)
  return act
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
  if (act?.isCalled || (submit && !submit.defaultPrevented && !submit.currentTarget)) {
    act.native = (event as FormDataEvent).formData
    act.permit = readForm(form).permit
  }
}

/** `form.submit()` is called. After a prevented event it is the same act, once: the next one is another person's. */
export const onSubmitCall = (form: Element): void => {
  let act = actOf(form)
  if (!act?.isOpen) {
    if (act?.event?.defaultPrevented) {
      act.event = undefined
      return
    }
    act = begin(form)
  }
  if (act) act.isCalled = true
}

/** Settles what is still open: the page is leaving. */
export const settleAll = (): void => acts.forEach(act => act.settle())
