// Where the person came from: the first touch and the last one. Read once on landing and kept in memory; written to
// storage, and read from it, only while consent is granted.

import type { WireTouchpoint } from '../shared/wire.ts'
import { readArrival } from './arrival.ts'
import { encode } from './body.ts'
import { quietly } from './quietly.ts'
import { readStored, touchKey, writeStored } from './storage.ts'

/** What a submission says about its origin. */
export interface Touches {
  readonly first: WireTouchpoint
  readonly last: WireTouchpoint
}

const marks = readArrival(location.href, document.referrer)
const arrival: WireTouchpoint = {
  ...marks,
  landing_page: location.href.replace(/#.*/, ''),
  at: new Date().toJSON(),
}

/** The touches of this page; more of them once storage may be used. */
export let touches: Touches = { first: arrival, last: arrival }

/** Joins this arrival with the stored touches, and stores the result. Only with consent granted. */
export const storeTouches = (): void => {
  // What a page wrote under our key may be no JSON; then this arrival is all there is.
  const stored = quietly(() => JSON.parse(readStored(touchKey) as string) as Partial<Touches> | null)()
  // Coming back without a mark is no new touch.
  touches = { first: stored?.first || arrival, last: (!Object.keys(marks)[0] && stored?.last) || arrival }
  writeStored(touchKey, encode(touches))
}
