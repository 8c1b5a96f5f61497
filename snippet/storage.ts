// localStorage, or nothing: it may be missing, blocked, full or switched off, and a page must never notice. Whether
// storing is allowed is the caller's to decide; this file only makes it harmless.

/** Uses the storage if there is one that lets us. */
export const withStorage = <T>(use: (storage: Storage) => T): T | undefined => {
  try {
    return use(localStorage)
  } catch {
    // SecurityError (blocked, sandboxed frame), QuotaExceededError, or no such object: all mean "cannot store".
    return undefined
  }
}

/** The text under a key, or nothing. */
export const readStored = (key: string): string => withStorage(storage => storage.getItem(key)) || ''

/** Stores a text; an empty one is forgotten. */
export const writeStored = (key: string, text?: string): void =>
  withStorage(storage => (text ? storage.setItem(key, text) : storage.removeItem(key)))

/** Everything that we stored, newest submission first. */
export const storedKeys = (): string[] =>
  withStorage(storage =>
    Object.keys(storage)
      .filter(key => key.startsWith('lc_'))
      .sort()
      .reverse(),
  ) || []
