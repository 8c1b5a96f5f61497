// localStorage, or nothing: it may be missing, blocked, full or switched off, and a page must never notice. Whether
// storing is allowed is the caller's to decide; this file only makes it harmless: SecurityError, QuotaExceededError and no such object all mean "cannot store".

import { quietly } from './quietly.ts'

/** The text under a key, or nothing. */
export const readStored = (key: string): string => quietly(() => localStorage.getItem(key))() || ''

/** Stores a text; an empty one is forgotten. */
export const writeStored = (key: string, text?: string): void =>
  quietly(() => (text ? localStorage.setItem(key, text) : localStorage.removeItem(key)))()

/** Everything that we stored, newest submission first. */
export const storedKeys = (): string[] =>
  quietly(() =>
    Object.keys(localStorage)
      .filter(key => key.startsWith('lc_'))
      .sort()
      .reverse(),
  )() || []
