// What the collector has not confirmed, kept for the next page of this site. One key a submission: tabs share the
// storage, and a list under one key would be overwritten by whoever reads first and writes last.
// Whether keeping is allowed is the caller's to know.

import { outboxDaysMax, outboxSubmissionsMax } from '../shared/limits.ts'
import { encode } from './body.ts'
import { timeOf } from './ids.ts'
import { readStored, storedIds, submissionKey, touchKey, writeCookie, writeStored } from './storage.ts'
import type { Submission } from './submission.ts'

/** Keeps a submission as it is now; the oldest give way when the outbox is full. An id of another kind has no place. */
export const keepInOutbox = ({ id, body, wire }: Submission): void => {
  if (/-/.test(id)) writeStored(submissionKey(id), body || encode(wire))
  readOutbox()
}

/** Forgets a submission that was confirmed or refused for good. */
export const dropFromOutbox = (id: string): void => {
  writeStored(submissionKey(id))
}

/** What was left, newest first. What is over a limit or too old is removed. */
export const readOutbox = (): Submission[] =>
  storedIds().flatMap((id, place) => {
    const body = readStored(submissionKey(id))
    if (body && place < outboxSubmissionsMax && Date.now() - timeOf(id) < outboxDaysMax * 864e5) return { id, body }
    dropFromOutbox(id)
    return []
  })

/** Forgets everything we stored: consent was withdrawn. */
export const purgeStored = (): void => {
  storedIds().forEach(dropFromOutbox)
  writeStored(touchKey)
  writeCookie()
}

/** Runs `replay` in one tab at a time. Where there is no lock (plain http) two tabs repeat ids, which cost a request. */
export const withOutboxLock = (replay: () => Promise<unknown>): unknown =>
  navigator.locks
    ? // Refused where there is no storage either (a sandboxed document), and then there is nothing to replay.
      navigator.locks.request('lc_', { ifAvailable: true }, lock => lock && replay()).catch(() => {})
    : replay()
