// What the collector has not confirmed, kept for the next page of this site. One key a submission: tabs share the
// storage, and a list under one key would be overwritten by whoever reads first and writes last.
// Whether keeping is allowed is the caller's to know.

import { outboxDaysMax, outboxSubmissionsMax } from '../shared/limits.ts'
import { encode } from './body.ts'
import { idTime } from './ids.ts'
import { quietly } from './quietly.ts'
import { readStored, storedIds, submissionName, touchName, writeCookie, writeStored } from './storage.ts'
import type { Submission } from './submission.ts'

/** Keeps a submission as it is now; the oldest give way when the outbox is full. An id of another kind has no place. */
export const keepInOutbox = (submission: Submission): void => {
  if (/^0.{7}-/.test(submission.id))
    writeStored(submissionName(submission.id), submission.written || encode(submission.wire))
  readOutbox()
}

/** Forgets a submission that was confirmed or refused for good. */
export const dropFromOutbox = (id: string): unknown => writeStored(submissionName(id))

/** What was left, newest first. What is over a limit or too old is removed. */
export const readOutbox = quietly((submissionsMax: number = outboxSubmissionsMax): Submission[] =>
  storedIds().flatMap((id, place) => {
    const body = readStored(submissionName(id))
    // A UUIDv7 sorts by its time; one of the site's own may be in capitals.
    if (body && place < submissionsMax && id.toLowerCase() > idTime(Date.now() - outboxDaysMax * 864e5))
      return { id, written: body }
    dropFromOutbox(id)
    return []
  }),
)

/** Forgets everything we stored: consent was withdrawn. */
export const purgeStored = (): void => {
  readOutbox(0)
  writeStored(touchName)
  writeCookie()
}

/** Runs `replay` in one tab at a time. Where there is no lock (plain http) two tabs repeat ids, which cost a request. */
export const withOutboxLock = quietly(
  (replay: () => Promise<unknown>): unknown =>
    (navigator.locks as LockManager | undefined)
      // Refused where there is no storage either (a sandboxed document), and then there is nothing to replay.
      ?.request('lc_', { ifAvailable: true }, lock => lock && replay())
      .catch(() => {}) || replay(),
)
