// The way of a submission to the collector: a request that may outlive the page, a beacon when the page leaves, the
// outbox for the next page. All three carry the same id and the same bytes.

import type { ConsentState } from '../shared/wire.ts'
import { forgetTouches, storeTouches } from './attribution.ts'
import { encode } from './body.ts'
import { currentConsent } from './consent.ts'
import type { FieldEntry } from './fields.ts'
import { idTime } from './ids.ts'
import { dropFromOutbox, keepInOutbox, purgeStored, readOutbox, withOutboxLock } from './outbox.ts'
import type { LeadEvent, LeadEventName, SubmitResult } from './public-types.ts'
import { quietly } from './quietly.ts'
import { retryDelayMs } from './retry-delay.ts'
import { collectorUrl, settings } from './settings.ts'
import type { NewSubmission, Submission } from './submission.ts'
import { attemptDelivery } from './transport.ts'

/** Who listens (`window.leadCapture.on`): the event and the site's function. */
export const listeners = new Set<readonly [LeadEventName, (event: LeadEvent) => void]>()

/** How many submissions are remembered, so that a repeated id repeats its bytes. */
const sentMax = 20

const firstId = idTime(Date.now())
const unconfirmed = new Map<string, Submission>()
/** Nothing before the first look, and on a page that is rendered ahead. */
let known: ConsentState | undefined

/** The latest submissions, newest first, whatever became of them. */
let sent: Submission[] = []

/** The person allowed it: in general, or at this form. */
const isGranted = ({ wire }: Submission) => [known, wire?.consent?.state].includes('granted')

/** Writes a submission down where consent allows it, before anything else can happen to the page. */
export const keep = (submission: Submission): void => {
  if (known !== 'denied' && isGranted(submission)) keepInOutbox(submission)
}

/** The bytes to send, as soon as they may be. From then on they never change. */
const bodyOf = (submission: Submission): string | undefined => {
  const { wire, say, written } = submission
  // What was held back says the consent that lets it go.
  if (wire && !written) wire.consent = say()
  // Whoever misspells the only value that there is wants it all the same.
  if ((settings.consent ?? false) !== false && !isGranted(submission)) return undefined
  return (submission.written ||= encode(wire))
}

/** True when a submission says all of the entries: JSON parts them, whatever is in them. */
export const says = ({ written, wire }: Submission, entries: readonly FieldEntry[]): boolean =>
  entries.every(entry => (written || encode(wire)).includes(encode(entry)))

/** What was sent under an id and says all of the entries; of an earlier page too, if the outbox still has it. */
export const sentAs = (id: string | false | undefined, entries: readonly FieldEntry[]): Submission | undefined =>
  [...sent, ...(readOutbox() || [])].find(submission => submission.id === id && says(submission, entries))

const tell = (name: string, { id, wire }: Submission, result?: SubmitResult) => {
  for (const [heard, listener] of listeners) {
    // In a task of its own: what the site's listener throws is the site's, and stops nobody else.
    if (heard === name) setTimeout(listener, 0, { ...result, id, form: wire?.form?.name })
  }
}

/** Delivers a submission, however long it takes: page after page, until the collector has spoken. */
export const deliver = async (submission: Submission, onResult?: (result: SubmitResult) => void): Promise<void> => {
  const { id } = submission
  unconfirmed.set(id, submission)
  sent = [submission, ...sent].slice(0, sentMax)
  try {
    for (let attempts = 0; ; ) {
      const body = bodyOf(submission)
      if (body) {
        keep(submission)
        const result = await attemptDelivery(id, body)
        if (result) {
          unconfirmed.delete(id)
          dropFromOutbox(id)
          onResult?.(result)
          return tell(result.status === 'rejected' ? 'rejected' : 'accepted', submission, result)
        }
        attempts++
      }
      onResult?.({ id, status: 'queued', issues: [] })
      await new Promise(resolve => {
        setTimeout(resolve, retryDelayMs(attempts, Math.random()))
        // What is held is asked for each second, and waits for no network.
        if (attempts) addEventListener('online', resolve, { once: true })
      })
    }
  } catch {
    // A page without JSON or a clock of its own: there is nothing to send, and nobody to tell.
  }
}

/** Sends a submission that was just captured. */
export const send = (submission: NewSubmission, onResult?: (result: SubmitResult) => void): Promise<void> => {
  const { wire } = submission
  // Of hundreds of controls the hints alone would be more than a body may hold.
  wire.hints = Object.fromEntries(wire.fields.map(([name]) => [name, wire.hints[name]]))
  checkConsent()
  tell('captured', submission)
  return deliver(submission, onResult)
}

/** Looks at the consent again, and does what a change of it asks for. */
export const checkConsent = quietly((): void => {
  const before = known
  // A page that is rendered ahead may never be seen: it moves no touch and sends nobody's leads.
  if ((document as { prerendering?: boolean }).prerendering) return
  known = currentConsent().state
  if (known === before) return
  if (known === 'denied') {
    purgeStored()
    return forgetTouches()
  }
  if (known === 'granted') {
    storeTouches()
    unconfirmed.forEach(keep)
  }
  // Also where nobody has been asked: what is there was allowed at its form. A tag that requires consent waits for it.
  // In a task of its own: asking for the lock alone takes a fifth of what a start takes.
  setTimeout(withOutboxLock, 0, () =>
    Promise.all(
      (readOutbox() || []).map(
        // What began on this page is delivered by it; it may be written down and not settled yet.
        submission =>
          submission.id > firstId || unconfirmed.has(submission.id) || (bodyOf(submission) && deliver(submission)),
      ),
    ),
  )
})

/** The page may be leaving: each unconfirmed submission goes once by beacon. A true answer is no receipt. */
export const leave = (): void =>
  unconfirmed.forEach(submission => {
    const body = bodyOf(submission)
    // Without a beacon (switched off, blocked) the request under way and the outbox remain.
    if (body) submission.isBeaconed ||= navigator.sendBeacon?.(collectorUrl, body)
  })
