// The attribution of a submission made now: what the snippet has stored, which it may only with consent, or this arrival.

import type { WireTouchpoint } from '../../shared/wire.ts'
import { readArrival } from '../arrival.ts'
import { quietly } from '../quietly.ts'

/** Where the person came from. */
export interface TouchesSeen {
  readonly first: WireTouchpoint
  readonly last: WireTouchpoint
}

// Read at once, before the page changes its address.
const arrival: WireTouchpoint = {
  ...readArrival(location.href, document.referrer),
  landing_page: location.href.replace(/#.*/, ''),
}

// The key is the snippet's (storage.ts, which would bring in all of storing). A test holds the two together.
// Storage may be blocked, and what a page wrote under our key may be no JSON.
const readTouches = quietly((): Partial<TouchesSeen> => JSON.parse(localStorage.getItem('lc_touch') ?? '{}'))

/** The first and the last touch. Writes nothing. */
export const touchesSeen = (isGranted: boolean): TouchesSeen => ({
  first: arrival,
  last: arrival,
  ...(isGranted && readTouches()),
})
