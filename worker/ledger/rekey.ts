// Files leads under the keys that today's rules make of them: what an older version keyed otherwise would not be found again,
// neither by the next submission of the same person nor by an erasure.

import type { LeadId } from '../../shared/ids.ts'
import { type AcceptInput, addKeys } from './accept.ts'
import { joinBlockMacs } from './block-macs.ts'
import type { LedgerPort } from './port.ts'
import { readOwnSubmissions, type SealedSubmission } from './sealed-lead.ts'

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

function replaceKeys(port: LedgerPort, id: LeadId, folded: string, made: readonly MadeKeys[]): boolean {
  return port.transaction(() => {
    if (readOwnSubmissions(port, id)?.folded !== folded) return false
    port.all('delete from match_keys where owner_id = ?', id)
    for (const { keys } of made) addKeys(port, keys, id)
    const blocks = made.reduce((known, { blockKeys }) => joinBlockMacs(known, blockKeys), new Uint8Array())
    port.all('update leads set block_keys = ? where id = ?', blocks, id)
    return true
  })
}
