// localStorage, or nothing: it may be missing, blocked, full or switched off, and a page must never notice. Callers
// decide whether storing is allowed; this file only makes it harmless.

/** Everything we ever store begins with this. */
export const storagePrefix = 'lc_'

const attempt = <T>(use: (storage: Storage) => T): T | undefined => {
  try {
    return use(localStorage)
  } catch {
    // SecurityError (blocked, sandboxed frame), QuotaExceededError, or no such object: all mean "cannot store".
    return undefined
  }
}

/** The text under a key, or nothing. */
export const readStored = (key: string): string | null | undefined => attempt(storage => storage.getItem(key))

/** Stores a text if the browser lets us. */
export const writeStored = (key: string, text: string): void => attempt(storage => storage.setItem(key, text))

/** Forgets a key. */
export const removeStored = (key: string): void => attempt(storage => storage.removeItem(key))

/** Our keys that begin with `prefix`, oldest first when the prefix is followed by a time. */
export const storedKeys = (prefix: string): string[] =>
  attempt(storage =>
    Object.keys(storage)
      .filter(key => key.startsWith(prefix))
      .sort(),
  ) || []
