// Captures what forms submit. A submission is read twice: when the `submit` event begins, because scripts empty or
// remove forms, and from the browser's own `formdata` event, because that list is what a native submission sends.
// One act of a person is one submission, whichever of the page's paths it takes.

import { touches } from './attribution.ts'
import { encode } from './body.ts'
import { consentRecord } from './consent.ts'
import { attr } from './dom.ts'
import { type FieldEntry, type FormReading, readForm } from './fields.ts'
import { fillForm } from './fill.ts'
import { isLeadForm } from './lead-form.ts'
import type { Settings } from './settings.ts'
import { newSubmission, type Submission } from './submission.ts'

/** A repeated click, or the `form.submit()` after a prevented event, is the same act for this long. */
const sameActMsMax = 30_000

interface Capture {
  readonly form: Element
  readonly event: Event | undefined
  readonly at: number
  readonly key: string
  readonly reading: FormReading
  readonly entries: FieldEntry[]
  readonly submission: Submission
  native?: { readonly list: FormData; readonly reading: FormReading }
  isCalling?: boolean
}

/** What the page's windows and shadow roots report. */
export interface FormWatch {
  onSubmit(event: Event): void
  onFormData(event: Event): void
  /** Before `form.submit()`; the answer is called after it. */
  onSubmitCall(form: Element): () => void
  onTouch(form: Element): void
  /** Settles what is still open: the page is leaving. */
  settleAll(): void
}

/** Watches forms. `keep` gets a submission that is still open, `drop` one that came to nothing, `send` the final one. */
export const watchForms = (
  settings: Settings,
  to: { keep(submission: Submission): void; drop(submission: Submission): void; send(submission: Submission): void },
): FormWatch => {
  const latest = new WeakMap<Element, Capture>()
  const open = new Set<Capture>()
  let recent: Capture[] = []
  let isReading = false

  const isLead = (form: Element) => isLeadForm(form, settings.isTaggedOnly)

  const begin = (form: Element, event?: SubmitEvent): Capture | undefined => {
    if (!isLead(form)) return undefined
    fillForm(form, touches.last)
    const reading = readForm(form)
    const entries = reading.permit(listOf(form, event && event.submitter))
    const name = nameOf(form)
    const key = name + encode(reading.visible(entries))
    const at = Date.now()
    recent = recent.filter(capture => at - capture.at < sameActMsMax)
    if (recent.some(capture => capture.key === key)) return undefined
    const submission = newSubmission({
      fields: entries,
      hints: reading.hints,
      form: { name, how: 'native', intent: attr(form, 'data-lead-intent') },
      consent: consentRecord(reading.boxes),
    })
    const capture: Capture = { form, event, at, key, reading, entries, submission }
    latest.set(form, capture)
    recent.push(capture)
    open.add(capture)
    // Before the page's handlers: one of them may close the page.
    to.keep(submission)
    setTimeout(settle, 0, capture)
    return capture
  }

  const listOf = (form: Element, submitter: HTMLElement | null | undefined): [string, FormDataEntryValue][] => {
    isReading = true
    try {
      const list = [...new FormData(form as HTMLFormElement, submitter)]
      const name = submitter && attr(submitter, 'name')
      // Browsers from before the second argument (Safari 16.3) leave the button out.
      if (name && !list.some(entry => entry[0] === name)) list.push([name, (submitter as HTMLButtonElement).value])
      return list
    } finally {
      isReading = false
    }
  }

  const settle = (capture: Capture) => {
    if (!open.delete(capture)) return
    const { event, native, reading, submission, entries } = capture
    const isPrevented = event && event.defaultPrevented
    const wire = submission.wire
    // A synthetic event that nobody handled submits nothing.
    if (!wire || (event && !event.isTrusted && !isPrevented && !native)) return cancel(capture)
    const how = native || !isPrevented ? 'native' : 'script'
    const fields = native
      ? native.reading.permit(reading.permit(native.list))
      : how === 'script'
        ? [...entries, ...reading.permit(reading.unnamed)]
        : entries
    if (!fields.some(entry => entry[1])) return cancel(capture)
    const hp = fields.find(entry => entry[0] === '_hp')
    submission.wire = {
      ...wire,
      fields: fields.filter(entry => entry !== hp),
      form: { ...wire.form, how },
      ...(hp && { hp: hp[1] }),
    }
    to.send(submission)
  }

  const cancel = (capture: Capture) => {
    open.delete(capture)
    recent = recent.filter(other => other !== capture)
    to.drop(capture.submission)
  }

  return {
    onSubmit: event => {
      begin(event.composedPath()[0] as Element, event as SubmitEvent)
    },
    onFormData: event => {
      // Our own reading is nobody's event: a page may send what it hears here.
      if (isReading) return event.stopImmediatePropagation()
      const form = event.composedPath()[0] as Element
      const capture = latest.get(form)
      if (!capture || !open.has(capture)) return
      const submit = capture.event
      // The event's currentTarget is null once its listeners ran, so this list is the browser's own and not a page's
      // `new FormData(form)`. (eventPhase would do, but is still 2 in Firefox.)
      if (capture.isCalling || (submit && !submit.defaultPrevented && !submit.currentTarget)) {
        // The list is read later: listeners after us may still change it.
        capture.native = { list: (event as FormDataEvent).formData, reading: readForm(form) }
      }
    },
    onSubmitCall: form => {
      const earlier = latest.get(form)
      const isSameAct =
        earlier && earlier.event && earlier.event.defaultPrevented && Date.now() - earlier.at < sameActMsMax
      const capture = earlier && open.has(earlier) ? earlier : isSameAct ? undefined : begin(form)
      if (isSameAct) latest.delete(form)
      if (capture) {
        latest.set(form, capture)
        capture.isCalling = true
      }
      return () => {
        if (!capture) return
        capture.isCalling = false
        // A detached form submits nothing, and fires nothing.
        if (!capture.event && !capture.native && 'onformdata' in window) cancel(capture)
      }
    },
    onTouch: form => {
      if (isLead(form)) fillForm(form, touches.last)
    },
    settleAll: () => open.forEach(settle),
  }
}

/** The name of a form, as the site calls it. */
export const nameOf = (form: Element): string => attr(form, 'data-lead') || attr(form, 'name') || attr(form, 'id') || ''
