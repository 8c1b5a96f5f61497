// Tells how the consent of the page changes.

import type { WireConsent } from '../../shared/wire.ts'
import type { SnippetSeen } from './snippet-seen.ts'
import { tell } from './tell.ts'

/** The consent now; a change of it is told. */
export const consentSeen = (snippet: SnippetSeen): WireConsent => {
  const consent = snippet.consent()
  tellChange(consent)
  return consent
}

let before = ''

const tellChange = ({ state, source }: WireConsent) => {
  if (before !== state + source) tell('LC50', { state, source })
  before = state + source
}
