// localStorage, or nothing: it may be missing, blocked, full or switched off, and a page must never notice. Whether
// storing is allowed is the caller's to decide; this file only makes it harmless.

import { quietly } from './quietly.ts'
import { settings } from './settings.ts'

/** What the touches are stored as. */
export const touchName = 'touch'

/** What a submission is stored as. Another tag on this origin may serve another company. */
export const submissionName = (id: string): string => `${settings.key}_${id}`

/** A year. Safari forgets what scripts store after seven days, or one. */
const cookieSecondsMax = 31_536_000

/** The text under a name of ours, or nothing. */
export const readStored = (name: string) => localStorage.getItem(`lc_${name}`)

/** Stores a text; an empty one is forgotten. */
export const writeStored = quietly((name: string, text?: string) =>
  text ? localStorage.setItem(`lc_${name}`, text) : localStorage.removeItem(`lc_${name}`),
)

/** The touches as a cookie of the whole site tells them, if there is one. */
export const readCookie = (): string => decodeURIComponent(/lc_touch=([^;]*)/.exec(document.cookie)?.[1] || '')

/**
 * Tells the touches to the site's other subdomains. A browser refuses a cookie for a public suffix (RFC 6265, §5.3), so
 * the first domain that it takes, from the widest on, is the site's; no other trace is left. An empty text is forgotten.
 */
export const writeCookie = quietly((text: string = '') => {
  const cookie = `lc_touch=${encodeURIComponent(text)}`
  const labels = location.hostname.split('.')
  labels.some((_, place) => {
    // `~place` counts from the end, so the widest domain comes first.
    // biome-ignore lint/suspicious/noDocumentCookie: the Cookie Store API is missing in older browsers and on plain http.
    document.cookie = `${cookie};domain=${labels.slice(~place).join('.')};path=/;samesite=lax;max-age=${text ? cookieSecondsMax : 0}`
    return text && document.cookie.includes(cookie)
  })
})

/** The ids of the submissions stored, newest first: a UUIDv7 sorts by time. */
export const storedIds = (): string[] =>
  Object.keys(localStorage)
    .sort()
    .reverse()
    .flatMap(key => key.split(`lc_${submissionName('')}`)[1] || [])
