// Where the person came from: the first touch and the last one. Read once on landing and kept in memory; written to
// storage, and read from it, only while consent is granted.

import { clickIdKeys, utmKeys, type WireTouchpoint } from '../shared/wire.ts'
import { encode } from './body.ts'
import { readStored, storagePrefix, writeStored } from './storage.ts'

/** What a submission says about its origin. */
export interface Touches {
  readonly first: WireTouchpoint
  readonly last: WireTouchpoint
}

type MutableTouch = { -readonly [key in keyof WireTouchpoint]: WireTouchpoint[key] }

const touchKey = `${storagePrefix}touch`

/** An address without its query and fragment: a search phrase or a token in it is not ours to keep. */
export const withoutQuery = (address: string): string => address.replace(/[?#].*/, '')

/** The touch that this arrival is. It is a new one if anything marks it: a parameter or an external referrer. */
export const readArrival = (
  address: string,
  referrer: string,
  nowMs: number,
): { touch: WireTouchpoint; isMarked: boolean } => {
  const url = new URL(address)
  const touch: MutableTouch = {}
  let isMarked = false
  for (const key of [...utmKeys, ...clickIdKeys]) {
    const value = url.searchParams.get(key)
    if (value) {
      touch[key] = value
      isMarked = true
    }
  }
  if (referrer && !withoutQuery(referrer).startsWith(`${url.origin}/`)) {
    touch.referrer = withoutQuery(referrer)
    isMarked = true
  }
  touch.landing_page = address.replace(/#.*/, '')
  touch.at = new Date(nowMs).toISOString()
  return { touch, isMarked }
}

const arrival = readArrival(location.href, document.referrer, Date.now())

/** The touches of this page; more of them once storage may be used. */
export let touches: Touches = { first: arrival.touch, last: arrival.touch }

/** Joins this arrival with the stored touches and stores the result. Only with consent granted. */
export const storeTouches = (): void => {
  try {
    const stored = JSON.parse(readStored(touchKey) || '')
    if (stored.first && stored.last)
      touches = { first: stored.first, last: arrival.isMarked ? arrival.touch : stored.last }
  } catch {
    // Nothing stored yet, or the page wrote something else under our key: this arrival is the first.
  }
  writeStored(touchKey, encode(touches))
}
