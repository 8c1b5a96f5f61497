// Where a promise is known not to hold: which faults it takes, what may break, and why. Nothing else may: a test sees to it.

import type { FaultKind } from './fault-kinds.ts'
import type { Rule } from './invariants.ts'

export interface KnownBreak {
  readonly kinds: readonly [FaultKind, ...FaultKind[]]
  readonly mayBreak: readonly Rule[]
  readonly because: string
}

export const knownBreaks: readonly KnownBreak[] = [
  {
    kinds: ['d1-lands-late'],
    mayBreak: ['the read index agrees'],
    because: 'the read index compares revisions, and an older status has the same one; the next change mends it',
  },
  {
    kinds: ['crm-lands-late'],
    mayBreak: ['a record is the fold of its submissions', 'the original source stays'],
    because:
      'a write that lands after the next attempt puts an older revision over a newer one, and nobody reads again',
  },
  {
    kinds: ['crm-reads-lag', 'crm-knows-source'],
    mayBreak: ['the original source stays'],
    because: 'a look that does not see the record yet finds no source in it that would have to stay',
  },
  {
    kinds: ['erase-and-return', 'crm-knows-source'],
    mayBreak: [
      'an erased person stays erased',
      'nothing is written to the CRM after an erasure',
      'the original source stays',
    ],
    because: 'who comes back while an erasure is under way is a new lead, whose record the erasure may meet',
  },
]
