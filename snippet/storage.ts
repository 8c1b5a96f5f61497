// localStorage, or nothing: it may be missing, blocked, full or switched off, and a page must never notice. Whether
// storing is allowed is the caller's to decide; this file only makes it harmless.

import { quietly } from './quietly.ts'

/** Where the touches are. */
export const touchKey = 'lc_touch'

/** The key of a submission. */
export const submissionKey = (id: string): string => `lc_${id}`

/** The text under a key, or nothing. */
export const readStored = quietly((key: string) => localStorage.getItem(key))

/** Stores a text; an empty one is forgotten. */
export const writeStored = quietly((key: string, text?: string) =>
  text ? localStorage.setItem(key, text) : localStorage.removeItem(key),
)

/** The ids of the submissions stored, newest first: a UUIDv7 sorts by time. */
export const storedIds = (): string[] =>
  quietly(() => Object.keys(localStorage))()
    ?.sort()
    .reverse()
    .flatMap(key => /^lc_(\w+-.*)/.exec(key)?.[1] || []) || []
