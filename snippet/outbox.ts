// What the collector has not confirmed, kept for the next page of this site. One key a submission, its age in the key:
// tabs share the storage, and a list under one key would be overwritten by whoever reads first and writes last.
// Whether keeping is allowed is the caller's to know.

import { outboxBytesMax, outboxDaysMax, outboxSubmissionsMax } from '../shared/limits.ts'
import { bytesOf, encodeBody } from './body.ts'
import { readStored, storedKeys, writeStored } from './storage.ts'
import type { Submission } from './submission.ts'

const keyOf = (submission: Submission) => `lc_${submission.at}_${submission.id}`

/** Keeps a submission as it is now; the oldest give way when the outbox is full. */
export const keepInOutbox = (submission: Submission): void => {
  writeStored(keyOf(submission), submission.body || (submission.wire && encodeBody(submission.wire)))
  readOutbox()
}

/** Forgets a submission that was confirmed or refused for good. */
export const dropFromOutbox = (submission: Submission): void => writeStored(keyOf(submission))

/** What was left, newest first. What is over a limit or too old is removed. */
export const readOutbox = (): Submission[] => {
  let bytes = 0
  const left: Submission[] = []
  for (const key of storedKeys()) {
    const [, time, id] = key.split('_')
    if (!id) continue
    const at = Number(time)
    const body = readStored(key)
    bytes += bytesOf(body)
    if (left.length < outboxSubmissionsMax && bytes <= outboxBytesMax && Date.now() - at < outboxDaysMax * 864e5)
      left.push({ id, at, body, attempts: 0 })
    else writeStored(key)
  }
  return left
}

/** Forgets everything we stored: consent was withdrawn. */
export const purgeStored = (): void => storedKeys().forEach(key => writeStored(key))

const leaseMsMax = 15_000

/** Runs `replay` in one tab at a time. Two at once would only cost requests: the collector knows the ids. */
export const withOutboxLock = (replay: () => Promise<void>): unknown => {
  const { locks } = navigator
  // Refused where there is no storage either (a sandboxed document), and then there is nothing to replay.
  if (locks) return locks.request('lc_', { ifAvailable: true }, lock => (lock ? replay() : undefined)).catch(() => {})
  // Without Web Locks (older browsers, plain http) a lease does. It ends by itself.
  if (Number(readStored('lc_lease')) > Date.now()) return undefined
  writeStored('lc_lease', `${Date.now() + leaseMsMax}`)
  return replay()
}
