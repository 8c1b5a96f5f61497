// All that is seen of the page at one moment.

import type { WireConsent } from '../../shared/wire.ts'
import { consentSeen } from './consent-seen.ts'
import { type FormSeen, formsSeen } from './form-seen.ts'
import { type TouchesSeen, touchesSeen } from './touches-seen.ts'

export interface Overview {
  readonly forms: readonly FormSeen[]
  readonly consent: WireConsent
  readonly touches: TouchesSeen
}

/** Looks at the page. */
export const lookAtPage = (): Overview => {
  const consent = consentSeen()
  return { forms: formsSeen(), consent, touches: touchesSeen(consent.state === 'granted') }
}
