// Which leads would be compared: those that share a block key.

import { blockKeys } from '../shared/identity/block-keys.ts'
import type { PreparedLead } from '../shared/identity/prepare-lead.ts'

/** For each lead the places of the others that share a key with it. */
export function candidatesOf(leads: readonly PreparedLead[]): readonly ReadonlySet<number>[] {
  const blocks = new Map<string, number[]>()
  for (const [at, lead] of leads.entries())
    for (const key of blockKeys(lead)) blocks.set(key, [...(blocks.get(key) ?? []), at])
  const candidates = leads.map(() => new Set<number>())
  for (const members of blocks.values())
    for (const at of members) for (const other of members) if (other !== at) candidates[at]?.add(other)
  return candidates
}
