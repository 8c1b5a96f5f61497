// Captures what forms submit. A submission is read twice: when the `submit` event begins, because scripts empty or
// remove forms, and from the browser's own `formdata` event, because that list is what a native submission sends.
// One act of a person is one submission, whichever of the page's paths it takes.

import { fieldsMax } from '../shared/limits.ts'
import { consentRecord } from './consent.ts'
import { keep, says, send } from './delivery.ts'
import { attr } from './dom.ts'
import { type FieldEntry, type FormReading, readForm } from './fields.ts'
import { dropFromOutbox } from './outbox.ts'
import { quietly } from './quietly.ts'
import { type NewSubmission, newSubmission } from './submission.ts'

/** A repeated click, or the `form.submit()` after a prevented event, is the same act for this long. */
const sameActMsMax = 30_000

/** How many acts are remembered at most; only those of the last moments matter. */
const actsMax = 20

/** What a person did, from the event to the submission. */
interface Act {
  readonly form: Element
  readonly reading: FormReading
  /** Its entries where a script does the sending. */
  readonly said: FieldEntry[]
  submission: NewSubmission
  readonly at: number
  /** What a person sees of it. */
  readonly seen: string
  /** Its entries when it began. */
  readonly list: string
  /** How many gestures there were when it was last asked for. */
  gestures: number
  event: Event | undefined
  /** Sends it, once. */
  settle: (() => void) | undefined
  /** `form.submit()` was called: the list that comes now is the browser's. */
  isCalled?: boolean
  /** The browser's own list, permitted to leave; it is complete when the event is over. */
  native?: () => FieldEntry[]
  /** A list that the page read. */
  heard?: () => FieldEntry[]
}

/** The latest acts, newest first. What came to nothing is none, so that the next try is a new act. */
let acts: Act[] = []
let isReading = false
let gestures = 0

/** A click or a key: what a page does before the next one is of the same act. */
export const onGesture = (): void => {
  gestures++
}

const findAct = (isIt: (act: Act) => boolean) => acts.find(act => isIt(act) && Date.now() - act.at < sameActMsMax)

/** The name of a form, as the site calls it. */
export const nameOf = (form: Element): string => attr(form, 'data-lead') || attr(form, 'name') || attr(form, 'id')

/** The entry list at this moment. Reading it is our own affair: a page may send what it hears in `formdata`. */
const listOf = quietly((form: Element, submitter?: HTMLElement | null) => {
  isReading = true
  // Browsers from before the second argument (Safari 16.3) leave the button out of scripted forms.
  return new FormData(form as HTMLFormElement, submitter)
})

/** Begins an act: a `submit` event, or a call of `form.submit()`, which fires none. */
const begin = (form: Element, event?: SubmitEvent): Act | undefined => {
  const reading = readForm(form)
  if (!reading) return undefined
  const { permit, hints, boxes, seen, unnamed } = reading
  const submitter = event?.submitter as HTMLButtonElement | null | undefined
  const name = nameOf(form)
  const key = name + seen
  const all = listOf(form, submitter) || []
  isReading = false
  const entries = permit(all)
  const list = `${entries}`
  const said = [...entries, ...permit(unnamed)]
  const same = findAct(act => {
    // What a page does by itself after it prevented the event belongs to that event. A click on the button does not,
    // where the page kept the gesture from us.
    const isFollowUp = act.form === form && act.gestures === gestures && act.event?.defaultPrevented
    // Hidden inputs differ between two clicks of one act; later they are choices.
    return (
      (isFollowUp && !submitter) || (act.seen === key && (isFollowUp || act.list === list || Date.now() - act.at < 1e3))
    )
  })
  if (same) {
    same.gestures = gestures
    return undefined
  }
  const submission = newSubmission(
    { fields: entries, hints },
    () => consentRecord(boxes),
    name,
    'native',
    attr(form, 'data-lead-intent'),
  )
  const isDialog = (submitter?.formMethod || (form as HTMLFormElement).method) === 'dialog'
  const settle = quietly(() => {
    if (!act.settle) return
    act.settle = undefined
    const { native } = act
    // What was dispatched without being cancelable, a handler cannot prevent; and who reads what closes a dialog need not.
    const isScript = (isDialog && act.heard) || (!native && (event?.defaultPrevented || event?.cancelable === false))
    const { wire } = submission
    // Components without ElementInternals are in the page's own list only.
    const listed = native?.() || []
    // A handler that opens a chat and empties the form lets the browser submit nothing.
    const fields = isFilled(listed) ? listed : isScript ? join(said, act.heard?.()) : entries
    wire.fields = fields
    if (isScript) wire.form = { ...wire.form, how: 'script' }
    if (
      isFilled(fields) &&
      // A synthetic event that nobody handled submits nothing, nor does what only closes a dialog; form.submit() of a
      // detached form fires nothing.
      (isScript || (!isDialog && (native || (event ? event.isTrusted : !('onformdata' in window)))))
    )
      send(submission)
    else {
      acts = acts.filter(other => other !== act)
      dropFromOutbox(submission.id)
    }
  })
  const act: Act = { form, reading, said, submission, at: Date.now(), seen: key, list, gestures, event, settle }
  acts = [act, ...acts].slice(0, actsMax)
  // Before the page's own handlers: one of them may close the page.
  keep(submission)
  setTimeout(settle)
  return act
}

const isFilled = (entries: readonly FieldEntry[]) => entries.some(entry => entry[1])

/** The entries, and others under names of their own; the collector takes no more than so many. */
const join = (entries: FieldEntry[], others: FieldEntry[] = []) =>
  [...entries, ...others.filter(([name]) => !entries.some(entry => entry[0] === name))].slice(0, fieldsMax)

/** The act in which `submit()` is called: of the call's form, or where it names none, one that said the same. */
export const actOf = (form: string | Element | undefined, entries: readonly FieldEntry[]): Act | undefined =>
  findAct(
    act =>
      act.gestures === gestures &&
      (form ? act.form === form || nameOf(act.form) === form : says(act.submission, entries)),
  )

/** What a call submits: for an act that was not sent yet, all that both say. Then the act is sent by the call alone. */
export const withAct = (entries: FieldEntry[], act?: Act): FieldEntry[] => {
  if (!act?.settle) return entries
  act.settle = undefined
  dropFromOutbox(act.submission.id)
  return join(entries, act.said)
}

/** A `submit` event begins. */
export const onSubmit = (event: Event, form: Element): void => {
  begin(form, event as SubmitEvent)
}

/** A `formdata` event begins: the browser's, the page's `new FormData(form)`, or ours. */
export const onFormData = (event: Event, form: Element): void => {
  if (isReading) return event.stopImmediatePropagation()
  const act = findAct(act => act.form === form)
  if (!act?.settle) return
  const submit = act.event
  const { formData } = event as FormDataEvent
  const reading = readForm(form)
  const list = () => reading?.permit(formData) || []
  // A submit event's currentTarget is null once its listeners ran, so this list is the browser's own and not a page's
  // reading. (eventPhase would do, but is still 2 in Firefox.) It is read later: listeners after us may change it.
  if (act?.isCalled || (submit && !submit.defaultPrevented && !submit.currentTarget)) {
    act.native = list
  } else act.heard = list
}

/** `form.submit()` is called. */
export const onSubmitCall = (form: Element): void => {
  const act = findAct(act => act.form === form && !!act.settle) || begin(form)
  if (act) act.isCalled = true
}

/** Settles what is still open: the page is leaving. */
export const settleAll = (): void => acts.forEach(act => act.settle?.())
