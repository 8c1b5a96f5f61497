// localStorage, or nothing: it may be missing, blocked, full or switched off, and a page must never notice. Whether
// storing is allowed is the caller's to decide; this file only makes it harmless.

import { quietly } from './quietly.ts'

/** Where the touches are. */
export const touchKey = 'lc_touch'

/** A year. Safari forgets what scripts store after seven days, or one. */
const cookieSecondsMax = 31_536_000

/** The key of a submission. */
export const submissionKey = (id: string): string => `lc_${id}`

/** The text under a key, or nothing. */
export const readStored = quietly((key: string) => localStorage.getItem(key))

/** Stores a text; an empty one is forgotten. */
export const writeStored = quietly((key: string, text?: string) =>
  text ? localStorage.setItem(key, text) : localStorage.removeItem(key),
)

/** The touches as a cookie of the whole site tells them, if there is one. */
export const readCookie = (): string => decodeURIComponent(/lc_touch=([^;]*)/.exec(document.cookie)?.[1] || '')

/**
 * Tells the touches to the site's other subdomains. A browser refuses a cookie for a public suffix (RFC 6265, §5.3), so
 * the first domain that it takes, from the widest on, is the site's; no other trace is left. An empty text is forgotten.
 */
export const writeCookie = quietly((text?: string) => {
  const cookie = `${touchKey}=${encodeURIComponent(text || '')}`
  const labels = location.hostname.split('.')
  for (let first = labels.length; first--; ) {
    const domain = labels.slice(first).join('.')
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older browsers and on plain http.
    document.cookie = `${cookie};domain=${domain};path=/;samesite=lax;max-age=${text ? cookieSecondsMax : 0}`
    if (text && document.cookie.includes(cookie)) return
  }
})

/** The ids of the submissions stored, newest first: a UUIDv7 sorts by time. */
export const storedIds = (): string[] =>
  quietly(() => Object.keys(localStorage))()
    ?.sort()
    .reverse()
    .flatMap(key => /^lc_(\w+-.*)/.exec(key)?.[1] || []) || []
