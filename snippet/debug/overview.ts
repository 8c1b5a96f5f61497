// All that is seen of the page at one moment. The panel, which is a file of its own, knows of the page what is in here.

import type { WireConsent } from '../../shared/wire.ts'
import type { Touches } from '../attribution.ts'
import { consentSeen } from './consent-seen.ts'
import { type FormSeen, formsSeen } from './form-seen.ts'
import { type Send, sends } from './sends.ts'
import type { SnippetSeen } from './snippet-seen.ts'
import { type Problem, problems } from './tell.ts'

export interface Overview {
  readonly forms: readonly FormSeen[]
  readonly consent: WireConsent
  /** The attribution of a submission made now. */
  readonly touches: Touches
  /** Newest first. */
  readonly sends: readonly Send[]
  readonly problems: readonly Problem[]
}

/** Looks at the page. */
export const lookAtPage = (snippet: SnippetSeen): Overview => ({
  forms: formsSeen(snippet),
  consent: consentSeen(snippet),
  touches: snippet.touches(),
  sends,
  problems,
})
