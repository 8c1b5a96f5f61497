// The HMACs by which a person is found again: exact keys, the one that joins, and block keys for comparing.

import { blockKeys } from '../../shared/identity/block-keys.ts'
import { joiningKey } from '../../shared/identity/joining-key.ts'
import { emailMatchKey, phoneMatchKey } from '../../shared/identity/match-keys.ts'
import { prepareLead } from '../../shared/identity/prepare-lead.ts'
import type { LeadProfile } from '../../shared/lead/profile.ts'
import type { Env } from '../env.ts'
import type { AcceptInput, MatchKey } from '../ledger/accept.ts'
import { packBlockMacs } from '../ledger/block-macs.ts'
import { mac, macs } from './blind-index.ts'

/** The keys of a submission's row in the ledger. */
export async function personKeys(
  env: Env,
  profile: LeadProfile,
): Promise<Pick<AcceptInput, 'keys' | 'joinBy' | 'blockKeys'>> {
  const { email, phone } = profile
  const joining = joiningKey(profile)
  const texts: { kind: MatchKey['kind']; text: string }[] = []
  if (email) texts.push({ kind: 'email', text: emailMatchKey(email) })
  if (phone) texts.push({ kind: 'phone', text: phoneMatchKey(phone) })
  if (joining?.kind === 'named') texts.push(joining)
  const [keys, blocks] = await Promise.all([
    Promise.all(texts.map(async ({ kind, text }) => ({ kind, mac: await mac(env, kind, text) }))),
    macs(env, 'block', blockKeys(prepareLead(profile))),
  ])
  const joinBy = keys.find(key => key.kind === joining?.kind)
  return { keys, ...(joinBy ? { joinBy } : {}), blockKeys: packBlockMacs(blocks) }
}
