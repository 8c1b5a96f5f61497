// The way of a submission to the collector: a request that may outlive the page, a beacon when the page leaves, the
// outbox for the next page. All three carry the same id and the same bytes.

import { storeTouches } from './attribution.ts'
import { consentRecord, currentConsent } from './consent.ts'
import { dropFromOutbox, keepInOutbox, purgeStored, readOutbox, withOutboxLock } from './outbox.ts'
import type { SubmitResult } from './public-types.ts'
import type { Settings } from './settings.ts'
import { bodyOf, isGranted, type Submission } from './submission.ts'
import { attemptDelivery, retryDelayMs } from './transport.ts'

/** Delivers the submissions of a page. */
export interface Delivery {
  /** Writes a submission down, where consent allows, before anything else happens. */
  keep(submission: Submission): void
  /** Forgets one that turned out to be none. */
  drop(submission: Submission): void
  send(submission: Submission): void
  /** Looks at the consent again and does what a change of it asks for. */
  checkConsent(): void
  /** The page may be leaving: each unconfirmed submission goes once by beacon. */
  leave(): void
}

/** Starts delivering. `onResult` hears every outcome, also of what an earlier page left behind. */
export const startDelivery = (
  settings: Settings,
  onResult: (result: SubmitResult, submission: Submission) => void,
): Delivery => {
  const url = settings.collectorUrl
  const unconfirmed = new Map<string, Submission>()
  let known = currentConsent().state

  const mayStore = (submission: Submission) => known === 'granted' || (known === 'unknown' && isGranted(submission))
  const maySend = (submission: Submission) =>
    !settings.isConsentRequired || known === 'granted' || !submission.wire || isGranted(submission)

  const tell = (submission: Submission, result: SubmitResult) => {
    if (submission.onResult) submission.onResult(result)
    onResult(result, submission)
  }
  const keep = (submission: Submission) => {
    if (mayStore(submission)) keepInOutbox(submission)
  }
  const deliver = async (submission: Submission) => {
    if (submission.isBusy || !unconfirmed.has(submission.id)) return
    const queued: SubmitResult = { id: submission.id, status: 'queued', issues: [] }
    if (!maySend(submission)) return tell(submission, queued)
    submission.isBusy = true
    bodyOf(submission)
    keep(submission)
    const result = await attemptDelivery(url, submission)
    submission.isBusy = false
    if (result) {
      unconfirmed.delete(submission.id)
      dropFromOutbox(submission)
    } else {
      submission.isBeaconed = false
      setTimeout(deliver, retryDelayMs(submission.attempts, Math.random()), submission)
    }
    tell(submission, result || queued)
  }
  const deliverAll = () => unconfirmed.forEach(deliver)
  const replay = async () => {
    for (const submission of readOutbox(Date.now())) {
      if (unconfirmed.has(submission.id)) continue
      unconfirmed.set(submission.id, submission)
      // One at a time: they share the keepalive budget.
      await deliver(submission)
    }
  }
  const applyConsent = () => {
    if (known === 'denied') purgeStored()
    if (known !== 'granted') return
    storeTouches()
    // Held back until now, so nothing was sent: it says the consent that lets it go.
    unconfirmed.forEach(submission => {
      if (!submission.body && submission.wire)
        submission.wire = { ...submission.wire, consent: consentRecord(undefined) }
      keep(submission)
    })
    deliverAll()
    withOutboxLock(replay)
  }

  applyConsent()
  addEventListener('online', deliverAll)
  return {
    keep,
    drop: dropFromOutbox,
    send: submission => {
      if (!url) return tell(submission, { id: submission.id, status: 'rejected', issues: [] })
      unconfirmed.set(submission.id, submission)
      deliver(submission)
    },
    checkConsent: () => {
      const { state } = currentConsent()
      if (state === known) return
      known = state
      applyConsent()
    },
    leave: () =>
      unconfirmed.forEach(submission => {
        if (submission.isBeaconed || !maySend(submission)) return
        try {
          submission.isBeaconed = navigator.sendBeacon(url, bodyOf(submission))
        } catch {
          // No beacon in this browser, or one that is blocked: the request under way and the outbox remain.
        }
      }),
  }
}
