// Lists over all sites: each ledger is asked in turn, in the order of the sites' ids, until the page is full.

import { nextAction } from '../../shared/delivery/next-action.ts'
import type { DeliveryState } from '../../shared/delivery/outcome.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import type { Env } from '../env.ts'
import type { DeliveryRow } from '../ledger/delivery-rows.ts'
import { ledgerOf } from '../platform/objects.ts'
import { readSites, type Site } from '../receive/sites.ts'
import { beforeAll, type ListPosition } from './cursor.ts'

export interface Page<Row> {
  readonly rows: readonly Row[]
  readonly next?: ListPosition
}

type Ledger = ReturnType<typeof ledgerOf>

/** One page of rows of all sites. `fetch` answers at most `limit` rows below `before`, newest first. */
export async function pageOverSites<Row extends { readonly id: string }>(
  env: Env,
  input: { position: ListPosition | undefined; limit: number },
  fetch: (ledger: Ledger, page: { before: string; limit: number }) => Promise<Row[]>,
): Promise<Page<Row & { site: string }>> {
  const rows: (Row & { site: string })[] = []
  const sites = sitesInOrder(env).filter(site => !input.position || site.id >= input.position.site)
  for (const site of sites) {
    const before = site.id === input.position?.site ? input.position.before : beforeAll
    const wanted = input.limit - rows.length
    const found = await fetch(ledgerOf(env, site), { before, limit: wanted })
    rows.push(...found.map(row => ({ ...row, site: site.id })))
    const last = found.at(-1)
    if (rows.length >= input.limit && last) return { rows, next: { site: site.id, before: last.id } }
  }
  return { rows }
}

export const sitesInOrder = (env: Env): Site[] => [...readSites(env).values()].sort((a, b) => (a.id < b.id ? -1 : 1))

/** Deliveries of all sites. */
export function listDeliveries(
  env: Env,
  input: { state?: DeliveryState | undefined; position: ListPosition | undefined; limit: number },
) {
  return pageOverSites(env, input, async (ledger, page) => {
    const rows = await ledger.listDeliveries({ ...page, state: input.state })
    return rows.map(showDelivery)
  })
}

/** A delivery as it is shown: times in ISO. */
export function showDelivery(row: DeliveryRow) {
  return {
    id: row.id,
    leadId: row.leadId,
    destination: row.destination,
    state: row.state,
    reason: row.reason,
    nextAction: nextAction(row),
    isErasure: row.isErasure,
    dueAt: row.state === 'pending' && row.dueAt !== null ? isoTime(row.dueAt) : null,
    owedSince: isoTime(row.owedSince),
    deliveredAt: row.deliveredAt === null ? null : isoTime(row.deliveredAt),
    wantedRevision: row.wantedRevision,
    deliveredRevision: row.deliveredRevision,
    attemptsMade: row.attemptsMade,
    recordId: row.recordId,
    attempts: row.attempts,
  }
}

export type ShownDelivery = ReturnType<typeof showDelivery>
