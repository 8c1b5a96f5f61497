// What the snippet hands to the file that explains it, so that what is told is what the snippet does and remembers.
// A page may have pinned an old version of the script, and this file is always the newest: members are added, never changed
// or taken away, and the newest may be missing.

import type { Touches } from '../attribution.ts'
import type { currentConsent } from '../consent.ts'
import type { readForm } from '../fields.ts'

/** What the snippet knows, as it knows it. */
export interface SnippetSeen {
  readonly readForm: typeof readForm
  readonly consent: typeof currentConsent
  readonly touches: () => Touches
  /** What is or was a password. */
  readonly passwords: WeakSet<Element>
}
