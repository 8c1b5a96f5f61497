// Where the person came from: the first touch and the last one. Read once on landing and kept in memory; written to
// storage, and read from it, only while consent is granted.

import type { WireTouchpoint } from '../shared/wire.ts'
import { readArrival } from './arrival.ts'
import { encode } from './body.ts'
import { documentMember } from './dom.ts'
import { quietly } from './quietly.ts'
import { readCookie, readStored, touchName, writeCookie, writeStored } from './storage.ts'

/** What a submission says about its origin. */
export interface Touches {
  readonly first: WireTouchpoint
  readonly last: WireTouchpoint
}

const marks = readArrival(location.href, documentMember('referrer'))
const arrival: WireTouchpoint = {
  ...marks,
  landing_page: location.href.replace(/#.*/, ''),
  at: new Date().toISOString(),
}

/** The touches of this page; more of them once storage may be used. */
export let touches: Touches = { first: arrival, last: arrival }

/** Knows only this arrival again: consent was withdrawn. */
export const forgetTouches = (): void => {
  touches = { first: arrival, last: arrival }
}

/** Bytes of the cookie's JSON: written for a URL it stays below the 4,096 that browsers take (RFC 6265, §6.1). */
const cookieBytesMax = 2_500
const cookieCharsMax = 512

/** Joins this arrival with the stored touches, and stores the result. Only with consent granted. */
export const storeTouches = (): void => {
  // The cookie knows the other subdomains; where it is gone (Safari's day after an ad click) the storage remains.
  // What a page wrote under our names may be no JSON; then this arrival is all there is.
  const stored = quietly(
    () => JSON.parse(readCookie() || (readStored(touchName) as string)) as Partial<Touches> | null,
  )()
  // Coming back without a mark is no new touch.
  touches = { first: stored?.first || arrival, last: (!Object.keys(marks)[0] && stored?.last) || arrival }
  writeStored(touchName, encode(touches))
  writeCookie(encode(touches, cookieCharsMax, cookieBytesMax))
}
