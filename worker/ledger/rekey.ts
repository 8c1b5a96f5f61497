// Files leads under the keys that today's rules make of them: what an older version keyed otherwise would not be found again,
// neither by the next submission of the same person nor by an erasure.

import type { LeadId } from '../../shared/ids.ts'
import { submissionsFoldedMax } from '../../shared/limits.ts'
import { type AcceptInput, addKeys, spamKey } from './accept.ts'
import { joinBlockMacs } from './block-macs.ts'
import type { LedgerPort } from './port.ts'
import { readOwnSubmissions, type SealedSubmission } from './sealed-lead.ts'
import { readSpam } from './spam.ts'

export type MadeKeys = Pick<AcceptInput, 'keys' | 'blockKeys'>

/** Times that a lead is read again because it moved while its keys were made. */
const rekeyTriesMax = 3

/**
 * Replaces the keys of one lead, those of a lead merged into another apart. A lead that is erased or not there has none.
 * @param keysOf the keys of each submission; what it throws is thrown, and the old keys stay
 */
export async function rekey(
  port: LedgerPort,
  id: LeadId,
  keysOf: (submissions: readonly SealedSubmission[]) => Promise<readonly MadeKeys[]>,
): Promise<void> {
  for (let tries = 0; tries < rekeyTriesMax; tries += 1) {
    const own = readOwnSubmissions(port, id)
    if (!own) return
    const made = await keysOf(own.submissions)
    if (replaceKeys(port, id, own.folded, made)) return
  }
}

/**
 * Adds the keys of today to spam, whose sender can be erased too.
 * @param range ids above `after`, up to `last` where there is one
 */
export async function rekeySpam(
  port: LedgerPort,
  range: { readonly after: string; readonly last?: string | undefined },
  keysOf: (spam: Pick<SealedSubmission, 'id' | 'key' | 'bytes'>) => Promise<AcceptInput['keys']>,
): Promise<void> {
  for (const spam of readSpam(port, range)) {
    const keys = await keysOf(spam)
    port.transaction(() => {
      const isThere = port.all("select 1 from submissions where id = ? and state = 'spam'", spam.id).length > 0
      if (isThere) addKeys(port, keys.map(spamKey), spam.id)
    })
  }
}

function replaceKeys(port: LedgerPort, id: LeadId, folded: string, made: readonly MadeKeys[]): boolean {
  return port.transaction(() => {
    const own = readOwnSubmissions(port, id)
    if (own?.folded !== folded) return false
    // Of so many some are folded no longer, and their keys are nowhere else.
    if (own.submissions.length < submissionsFoldedMax) port.all('delete from match_keys where owner_id = ?', id)
    for (const { keys } of made) addKeys(port, keys, id)
    const blocks = made.reduce((known, { blockKeys }) => joinBlockMacs(known, blockKeys), new Uint8Array())
    port.all('update leads set block_keys = ? where id = ?', blocks, id)
    return true
  })
}
