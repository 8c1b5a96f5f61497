// Erasing a person from the ledger: contents, keys and match keys go at once; what a destination holds is owed an
// erasure like a delivery. Rows without content stay, so that the counts still add up.

import { type DestinationId, deliveryId, type LeadId } from '../../shared/ids.ts'
import type { MatchKey } from './accept.ts'
import type { LedgerPort } from './port.ts'
import { membersOf, personOf } from './sealed-lead.ts'

export interface ErasureAnswer {
  readonly leads: readonly LeadId[]
}

/**
 * Erases whoever these keys belong to. Repeating it is harmless.
 * @param jobId by which the request is recorded, without the person
 */
export function erase(port: LedgerPort, input: { keys: readonly MatchKey[]; jobId: string }): ErasureAnswer {
  return port.transaction(() => {
    const found = input.keys.flatMap(key => ownersOf(port, key.kind, key.mac)) as LeadId[]
    // All leads of the person go, also those that have another address or number.
    const persons = new Set(found.map(id => personOf(port, id) ?? id))
    const owners = [...persons].flatMap(person => membersOf(port, person))
    const spam = [...new Set(input.keys.flatMap(key => ownersOf(port, `spam-${key.kind}`, key.mac)))]
    for (const leadId of owners) eraseLead(port, leadId)
    for (const id of spam) {
      port.all(`${eraseSubmissions} where id = ? and state = 'spam'`, id)
      port.all('delete from match_keys where owner_id = ?', id)
    }
    port.all(
      'insert into erasures (id, requested_at, leads) values (?, ?, ?) on conflict do nothing',
      input.jobId,
      port.now(),
      owners.length,
    )
    return { leads: owners }
  })
}

/** Which of these keys, by their place, are somebody's: a lead's or a spam submission's. */
export function keysInUse(port: LedgerPort, keys: readonly MatchKey[]): number[] {
  const isInUse = ({ kind, mac }: MatchKey) => [kind, `spam-${kind}`].some(any => ownersOf(port, any, mac).length > 0)
  return keys.flatMap((key, at) => (isInUse(key) ? [at] : []))
}

/** Whether a destination still has to erase this lead's record, which is then nobody's. */
export function isBeingErased(port: LedgerPort, leadId: LeadId, destination: DestinationId): boolean {
  const owed = "select 1 from deliveries where id = ? and is_erasure = 1 and state = 'pending'"
  return port.all(owed, deliveryId(leadId, destination)).length > 0
}

const eraseSubmissions = `update submissions set state = 'erased', sealed = null, wrapped_key = null, key_version = null,
  issues = '[]'`

function ownersOf(port: LedgerPort, kind: string, mac: Uint8Array): string[] {
  return port
    .all<{ owner_id: string }>('select owner_id from match_keys where kind = ? and mac = ?', kind, mac)
    .map(row => row.owner_id)
}

function eraseLead(port: LedgerPort, leadId: string): void {
  const now = port.now()
  port.all(`${eraseSubmissions} where lead_id = ?`, leadId)
  port.all(
    `update leads set erased_at = ?, folded = '[]', block_keys = null, merged_into = null, key_version = null,
      wrapped_key = null where id = ?`,
    now,
    leadId,
  )
  port.all('delete from match_keys where owner_id = ?', leadId)
  port.all('delete from links where a = ?1 or b = ?1', leadId)
  // What was never attempted is nowhere else. What was, or is being attempted right now, must be erased there too;
  // a consumer at work is waited for, since it may write after we look.
  port.all(
    `update deliveries set
        state = case when history = '[]' and lease_until is null then 'erased' else 'pending' end,
        is_erasure = 1, needs_check = 0, attempts_made = 0, reason = null, due_at = max(?1, coalesce(lease_until, 0)), owed_since = ?1
      where id > ?2 and id < ?3 and state <> 'erased'`,
    now,
    `${leadId}.`,
    `${leadId}/`,
  )
}
