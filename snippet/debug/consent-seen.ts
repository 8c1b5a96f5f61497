// Knows the consent of the page: what the platforms say, and what the page's own code said since this file was loaded.
// An earlier call of `consent()` is the snippet's alone to know.

import type { WireConsent } from '../../shared/wire.ts'
import { chooseConsent, currentConsent } from '../consent.ts'
import type { LeadCapture } from '../public-types.ts'
import { quietly } from '../quietly.ts'
import { tell } from './tell.ts'

/** Hears what the page says, and hands it on as it came. */
export const hearConsent = (leadCapture: LeadCapture): void => {
  const { consent } = leadCapture
  leadCapture.consent = choice => {
    if (choice != null) quietly(chooseConsent)(choice)
    return consent(choice)
  }
}

/** The consent now; a change of it is told. */
export const consentSeen = (): WireConsent => {
  const consent = currentConsent()
  tellChange(consent)
  return consent
}

let before = ''

const tellChange = ({ state, source }: WireConsent) => {
  if (before !== state + source) tell('LC50', { state, source })
  before = state + source
}
