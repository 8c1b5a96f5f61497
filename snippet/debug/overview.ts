// All that is seen of the page at one moment. The panel, which is a file of its own, knows of the page what is in here.

import type { WireConsent } from '../../shared/wire.ts'
import { consentSeen } from './consent-seen.ts'
import { type FormSeen, formsSeen } from './form-seen.ts'
import { type Send, sends } from './sends.ts'
import { type Problem, problems } from './tell.ts'
import { type TouchesSeen, touchesSeen } from './touches-seen.ts'

export interface Overview {
  readonly forms: readonly FormSeen[]
  readonly consent: WireConsent
  readonly touches: TouchesSeen
  /** Newest first. */
  readonly sends: readonly Send[]
  readonly problems: readonly Problem[]
}

/** Looks at the page. */
export const lookAtPage = (): Overview => {
  const consent = consentSeen()
  return { forms: formsSeen(), consent, touches: touchesSeen(consent.state === 'granted'), sends, problems }
}
