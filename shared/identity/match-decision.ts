// What comparing two leads found: the outcome, how sure, and every reason, so that an operator can be told why.

export interface MatchDecision {
  /** `match`: one person by the evidence. What may be done about it is merge-policy.ts's. */
  readonly outcome: 'match' | 'review' | 'none'
  /** 0 to 1: the chance that both are one, if one pair of candidates in ten thousand were. */
  readonly score: number
  readonly reasons: readonly MatchReason[]
}

export type MatchReason = Evidence | Held

/** One field, what comparing it found, and how many bits it says for (or against) one person: log2 of m over u. */
export interface Evidence {
  readonly kind: 'evidence'
  readonly signal: Signal
  readonly finding: Finding
  readonly bits: number
}

export type Signal =
  | 'email'
  | 'phone'
  | 'given_name'
  | 'family_name'
  | 'company'
  | 'domain'
  | 'address'
  | 'postal_code'
  | 'city'
  | 'state'
  | 'country'

/** `alike`: a short form, an initial, a part or a slip. `role`: one mailbox that names nobody. */
export type Finding = 'same' | 'alike' | 'different' | 'role'

/** A rule that kept a pair from being a match whatever the evidence weighs. */
export interface Held {
  readonly kind: 'held'
  readonly why: 'name_conflict' | 'role_mailbox' | 'nameless' | 'one_signal' | 'shared_key'
}

export const evidence = (signal: Signal, finding: Finding, bits: number): Evidence => ({
  kind: 'evidence',
  signal,
  finding,
  bits,
})

/** Leads are compared when they share a block key; of such pairs far more than one in ten thousand is one person's. */
const priorBits = 13.3

export const scoreOf = (bits: number): number => 1 / (1 + 2 ** (priorBits - bits))
