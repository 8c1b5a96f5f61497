// What the collector has not confirmed, kept for the next page of this site. One key a submission, its age in the key:
// tabs share the storage, and a list under one key would be overwritten by whoever reads first and writes last.
// Whether keeping is allowed is the caller's to know.

import { outboxBytesMax, outboxDaysMax, outboxSubmissionsMax } from '../shared/limits.ts'
import { bytesOf, encodeBody } from './body.ts'
import { readStored, removeStored, storagePrefix, storedKeys, writeStored } from './storage.ts'
import type { Submission } from './submission.ts'

const outboxPrefix = `${storagePrefix}out_`
const leaseKey = `${storagePrefix}lease`
/** How long a tab without Web Locks has the outbox to itself. */
const leaseMsMax = 15_000

const keyOf = (submission: Submission) => `${outboxPrefix}${submission.at}_${submission.id}`

/** Keeps a submission as it is now; the oldest give way when the outbox is full. */
export const keepInOutbox = (submission: Submission): void => {
  writeStored(keyOf(submission), submission.body || (submission.wire ? encodeBody(submission.wire) : ''))
  let bytes = 0
  storedKeys(outboxPrefix)
    .reverse()
    .forEach((key, newer) => {
      bytes += bytesOf(readStored(key) || '')
      if (newer >= outboxSubmissionsMax || bytes > outboxBytesMax) removeStored(key)
    })
}

/** Forgets a submission that was confirmed or refused for good. */
export const dropFromOutbox = (submission: Submission): void => removeStored(keyOf(submission))

/** What earlier pages left, oldest first. Expired ones are removed. */
export const readOutbox = (nowMs: number): Submission[] => {
  const left: Submission[] = []
  for (const key of storedKeys(outboxPrefix)) {
    const [at, id] = key.slice(outboxPrefix.length).split(/_(.*)/)
    const body = readStored(key)
    if (id && body && nowMs - Number(at) < outboxDaysMax * 86_400_000)
      left.push({ id, at: Number(at), body, attempts: 0 })
    else removeStored(key)
  }
  return left
}

/** Forgets everything we stored: consent was withdrawn. */
export const purgeStored = (): void => storedKeys(storagePrefix).forEach(removeStored)

/** Runs `replay` in one tab at a time. Two at once would only cost requests: the collector knows the ids. */
export const withOutboxLock = (replay: () => Promise<void>): void => {
  const locks = navigator.locks as LockManager | undefined
  if (locks) {
    locks
      .request(outboxPrefix, { ifAvailable: true }, lock => lock && replay())
      .catch(() => {
        // A document without storage (sandboxed) has no locks either, and then nothing to replay.
      })
  } else if (!(Number(readStored(leaseKey)) > Date.now())) {
    writeStored(leaseKey, `${Date.now() + leaseMsMax}`)
    replay().then(() => removeStored(leaseKey))
  }
}
