// The way of a submission to the collector: a request that may outlive the page, a beacon when the page leaves, the
// outbox for the next page. All three carry the same id and the same bytes.

import type { WireSubmission } from '../shared/wire.ts'
import { storeTouches } from './attribution.ts'
import { encodeBody } from './body.ts'
import { consentRecord, currentConsent } from './consent.ts'
import { dropFromOutbox, keepInOutbox, purgeStored, readOutbox, withOutboxLock } from './outbox.ts'
import type { LeadEvent, LeadEventName, SubmitResult } from './public-types.ts'
import { retryDelayMs } from './retry-delay.ts'
import { collectorUrl, isConsentRequired, isDebug } from './settings.ts'
import type { Submission } from './submission.ts'
import { attemptDelivery } from './transport.ts'

/** Who listens (`window.leadCapture.on`): the event and the site's function. */
export const listeners = new Set<readonly [LeadEventName, (event: LeadEvent) => void]>()

const unconfirmed = new Map<string, Submission>()
let known = 'unknown'

/** The person allowed it: in general, or at this form. What an earlier page kept was allowed there. */
const isGranted = ({ wire }: Submission) => [known, wire?.consent?.state || 'granted'].includes('granted')
const maySend = (submission: Submission) => !isConsentRequired || isGranted(submission)

/** Writes a submission down where consent allows it, before anything else can happen to the page. */
export const keep = (submission: Submission): void => {
  if (known !== 'denied' && isGranted(submission)) keepInOutbox(submission)
}

/** The bytes to send. From the first call on they never change. */
const bodyOf = (submission: Submission): string => {
  submission.body ||= encodeBody(submission.wire as WireSubmission)
  return submission.body
}

const tell = (name: string, { id, wire, onResult }: Submission, result?: SubmitResult) => {
  const event = { ...result, id, form: wire?.form?.name || '' }
  if (result) onResult?.(result)
  if (isDebug) console.log('[lead-capture]', name, event)
  for (const [heard, listener] of listeners) {
    // In a task of its own: what the site's listener throws is the site's, and stops nobody else.
    if (heard === name) setTimeout(listener, 0, event)
  }
}

const deliver = async (submission: Submission): Promise<void> => {
  const { id } = submission
  let result: SubmitResult | undefined
  if (submission.isBusy || !unconfirmed.has(id)) return
  if (maySend(submission)) {
    submission.isBusy = true
    const body = bodyOf(submission)
    keep(submission)
    result = await attemptDelivery(id, body, !submission.attempts).catch(() => undefined)
    submission.isBusy = submission.isBeaconed = false
    if (!result) setTimeout(deliver, retryDelayMs(submission.attempts++, Math.random()), submission)
  }
  if (result) {
    unconfirmed.delete(id)
    dropFromOutbox(submission)
  } else result = { id, status: 'queued', issues: [] }
  tell(result.status === 'duplicate' ? 'accepted' : result.status, submission, result)
}

const deliverAll = () => unconfirmed.forEach(deliver)
addEventListener('online', deliverAll)

/** Delivers a submission, however long it takes. */
export const send = (submission: Submission): void => {
  checkConsent()
  tell('captured', submission)
  unconfirmed.set(submission.id, submission)
  deliver(submission)
}

/** Looks at the consent again, and does what a change of it asks for. */
export const checkConsent = (): void => {
  const before = known
  known = currentConsent().state
  if (known === before) return
  if (known === 'denied') purgeStored()
  if (known !== 'granted') return
  storeTouches()
  unconfirmed.forEach(submission => {
    // Held back until now, so nothing was sent: it says the consent that lets it go.
    if (!submission.body) submission.wire = { ...(submission.wire as WireSubmission), consent: consentRecord() }
    keep(submission)
  })
  deliverAll()
  withOutboxLock(async () => {
    for (const submission of readOutbox().reverse()) {
      if (unconfirmed.has(submission.id)) continue
      unconfirmed.set(submission.id, submission)
      // One at a time: they share the keepalive budget.
      await deliver(submission)
    }
  })
}

/** The page may be leaving: each unconfirmed submission goes once by beacon. A true answer is no receipt. */
export const leave = (): void =>
  unconfirmed.forEach(submission => {
    // Without a beacon (switched off, blocked) the request under way and the outbox remain.
    if (!submission.isBeaconed && maySend(submission))
      submission.isBeaconed = navigator.sendBeacon?.(collectorUrl, bodyOf(submission))
  })
