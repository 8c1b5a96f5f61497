// Says what may be done by itself about a pair that was compared. A wrong merge loses a lead and a second record is a
// nuisance, so only two findings merge: the exact personal mailbox, and a phone with a compatible name and no other e-mail.
// All else that looks alike waits for somebody. Pure; the ledger keeps the reasons with the link, so that it can be undone.

import type { Evidence, Finding, MatchDecision, Signal } from './match-decision.ts'

export type MergeAction =
  | { readonly action: 'merge'; readonly because: 'personal_mailbox' | 'phone_and_name' }
  | { readonly action: 'review' }
  | { readonly action: 'none' }

export function mergeAction(decision: MatchDecision): MergeAction {
  if (decision.outcome === 'none') return { action: 'none' }
  const isHeld = decision.reasons.some(reason => reason.kind === 'held')
  if (decision.outcome === 'review' || isHeld) return { action: 'review' }
  const found = decision.reasons.filter(reason => reason.kind === 'evidence')
  const given = findingOf(found, 'given_name')
  const family = findingOf(found, 'family_name')
  const email = findingOf(found, 'email')
  if (given === 'different' || family === 'different') return { action: 'review' }
  if (email === 'same') return { action: 'merge', because: 'personal_mailbox' }
  // Any second address is a conflict here, even one with a slip: whoever merged them would choose for the person.
  const isNamed = given !== undefined && family !== undefined
  const isOneLine = findingOf(found, 'phone') === 'same' && email === undefined
  return isOneLine && isNamed ? { action: 'merge', because: 'phone_and_name' } : { action: 'review' }
}

function findingOf(found: readonly Evidence[], signal: Signal): Finding | undefined {
  return found.find(one => one.signal === signal)?.finding
}
