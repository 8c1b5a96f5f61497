// Projects leads from a ledger into D1. Each statement is idempotent, so that a repeated projection changes nothing.

import { accountOf } from '../../shared/identity/account.ts'
import type { LeadId, SiteId } from '../../shared/ids.ts'
import { foldLead, type Lead } from '../../shared/lead/lead.ts'
import { nameSource } from '../../shared/lead/touchpoint.ts'
import type { Env } from '../env.ts'
import type { Projectable } from '../ledger/projecting.ts'
import type { SealedLead } from '../ledger/sealed-lead.ts'
import { mac } from '../privacy/blind-index.ts'
import { openSubmissions } from '../privacy/open-lead.ts'
import { sealUnder } from '../privacy/vault.ts'
import { type LeadStatus, type LeadSummary, leadStatus, summaryLabel } from './summary.ts'

/**
 * Writes these leads to the read index in one batch; removes those that are erased or merged. Throws when D1 does.
 * @returns those that do not open, since a key is missing or a row was altered: they keep no other from being shown
 */
export async function project(env: Env, site: SiteId, rows: readonly Projectable[]): Promise<LeadId[]> {
  const statements: D1PreparedStatement[] = []
  const unreadable: LeadId[] = []
  for (const { lead: sealed, deliveries } of rows) {
    if (!sealed) continue
    if (sealed.isErased || sealed.mergedInto || !sealed.key) {
      statements.push(env.DB.prepare('delete from leads where lead_id = ?').bind(sealed.id))
      continue
    }
    const shown = await open(env, site, { ...sealed, key: sealed.key })
    if (shown) statements.push(upsert(env, shown, leadStatus(deliveries)))
    else unreadable.push(sealed.id)
  }
  if (statements.length > 0) await env.DB.batch(statements)
  return unreadable
}

interface Opened {
  readonly lead: Lead
  readonly accountMac: Uint8Array | null
  /** Sealed anew, for the index. */
  readonly summary: Uint8Array
}

async function open(
  env: Env,
  site: SiteId,
  sealed: SealedLead & { key: NonNullable<SealedLead['key']> },
): Promise<Opened | undefined> {
  try {
    const lead = foldLead(sealed, await openSubmissions(env, site, sealed))
    const account = accountOf(lead.profile)
    const [accountMac, summary] = await Promise.all([
      account ? mac(env, 'account', account) : null,
      sealUnder(env, sealed.key, JSON.stringify(summaryOf(lead)), summaryLabel(lead.id)),
    ])
    return { lead, accountMac, summary }
  } catch {
    return undefined
  }
}

function summaryOf(lead: Lead): LeadSummary {
  const { email, phone, fullName, company } = lead.profile
  return {
    ...(fullName ? { fullName } : {}),
    ...(email ? { email } : {}),
    ...(phone ? { phone } : {}),
    ...(company ? { company } : {}),
  }
}

function upsert(env: Env, { lead, accountMac, summary }: Opened, status: LeadStatus): D1PreparedStatement {
  const source = lead.attribution.original ? nameSource(lead.attribution.original) : undefined
  // A projection that was overtaken must not put an older state over a newer one.
  return env.DB.prepare(
    `insert into leads (lead_id, site_id, status, source, medium, campaign, revision, created_at, updated_at, summary,
        account_mac)
      values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)
      on conflict (lead_id) do update set status = ?3, source = ?4, medium = ?5, campaign = ?6, revision = ?7,
        created_at = ?8, updated_at = ?9, summary = ?10, account_mac = ?11
      where revision <= ?7`,
  ).bind(
    lead.id,
    lead.siteId,
    status,
    source?.source ?? '(direct)',
    source?.medium ?? '(none)',
    source?.campaign ?? null,
    lead.revision,
    lead.createdAt,
    lead.updatedAt,
    summary,
    accountMac,
  )
}
