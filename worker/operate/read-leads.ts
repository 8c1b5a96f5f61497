// Leads as operators see them: lists from the read index, one lead whole from its ledger, with its trace.

import { accountOf } from '../../shared/identity/account.ts'
import { emailMatchKey, phoneMatchKey } from '../../shared/identity/match-keys.ts'
import type { LeadId, SubmissionId } from '../../shared/ids.ts'
import { currentConsent, foldLead, type Lead } from '../../shared/lead/lead.ts'
import { leadTraits } from '../../shared/lead/lead-traits.ts'
import { channelOf, nameSource, type Touchpoint } from '../../shared/lead/touchpoint.ts'
import { normalizeEmail } from '../../shared/normalize/email.ts'
import { normalizePhone } from '../../shared/normalize/phone.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import type { Env } from '../env.ts'
import { type LeadStatus, type LeadSummary, leadStatus, summaryLabel } from '../index-db/summary.ts'
import type { MatchKey } from '../ledger/accept.ts'
import type { SealedLead } from '../ledger/sealed-lead.ts'
import { errorName, log } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'
import { mac } from '../privacy/blind-index.ts'
import { openSubmissions } from '../privacy/open-lead.ts'
import { open, type WrappedKey } from '../privacy/vault.ts'
import { readSites } from '../receive/sites.ts'
import { beforeAll, type ListPosition } from './cursor.ts'
import { type ShownDelivery, showDelivery, sitesInOrder } from './read-lists.ts'
import { matchesOf } from './read-matches.ts'

export interface LeadFilter {
  readonly email?: string | undefined
  readonly phone?: string | undefined
  readonly status?: LeadStatus | undefined
  readonly source?: string | undefined
  /** A company's domain, or an address at it. */
  readonly account?: string | undefined
}

interface IndexRow {
  readonly lead_id: LeadId
  readonly site_id: string
  readonly status: LeadStatus
  readonly source: string
  readonly medium: string
  readonly campaign: string | null
  readonly revision: number
  readonly created_at: string
  readonly updated_at: string
  readonly summary: ArrayBuffer | number[]
}

/** One page of lead summaries, newest first. */
export async function listLeads(
  env: Env,
  input: { filter: LeadFilter; position: ListPosition | undefined; limit: number },
) {
  const { filter } = input
  const [emailMac, phoneMac, accountMac] = await Promise.all([
    macOfEmail(env, filter.email),
    macOfPhone(env, filter.phone),
    macOfAccount(env, filter.account),
  ])
  // The ledgers know every address and number of a person, also those of leads that were merged into it.
  const [byEmail, byPhone] = await Promise.all([
    emailMac && personsWith(env, { kind: 'email', mac: emailMac }),
    phoneMac && personsWith(env, { kind: 'phone', mac: phoneMac }),
  ])
  const { results } = await env.DB.prepare(
    `select * from leads where lead_id < ?1
      and (?2 is null or lead_id in (select value from json_each(?2)))
      and (?3 is null or lead_id in (select value from json_each(?3)))
      and (?4 is null or status = ?4) and (?5 is null or source = ?5 collate nocase) and (?6 is null or account_mac = ?6)
      order by lead_id desc limit ?7`,
  )
    .bind(
      input.position?.before ?? beforeAll,
      byEmail && JSON.stringify(byEmail),
      byPhone && JSON.stringify(byPhone),
      filter.status ?? null,
      filter.source ?? null,
      accountMac,
      input.limit,
    )
    .all<IndexRow>()
  const keys = await leadKeys(env, results)
  const rows = await Promise.all(results.map(row => showSummary(env, row, keys.get(row.lead_id))))
  const last = results.at(-1)
  const next = results.length >= input.limit && last ? { site: '-', before: last.lead_id } : undefined
  return { rows, ...(next ? { next } : {}) }
}

async function showSummary(env: Env, row: IndexRow, key: WrappedKey | undefined) {
  const summary = await openSummary(env, row, key)
  return {
    id: row.lead_id,
    site: row.site_id,
    status: row.status,
    source: row.source,
    medium: row.medium,
    campaign: row.campaign,
    revision: row.revision,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    ...summary,
  }
}

// Without a key the lead was erased and its row is about to go: facts may be shown, the person may not. The same where the
// key does not open any more: one such lead keeps nobody from seeing the others.
async function openSummary(env: Env, row: IndexRow, key: WrappedKey | undefined): Promise<LeadSummary> {
  if (!key) return {}
  try {
    return JSON.parse(await open(env, key, new Uint8Array(row.summary), summaryLabel(row.lead_id)))
  } catch (thrown) {
    log.fact('summary.unreadable', { leadId: row.lead_id, error: errorName(thrown) })
    return {}
  }
}

export type ShownSummary = Awaited<ReturnType<typeof showSummary>>

async function leadKeys(env: Env, rows: readonly IndexRow[]): Promise<Map<LeadId, WrappedKey>> {
  const bySite = Map.groupBy(rows, row => row.site_id)
  const found = await Promise.all(
    sitesInOrder(env)
      .filter(site => bySite.has(site.id))
      .map(site => ledgerOf(env, site).leadKeys((bySite.get(site.id) ?? []).map(row => row.lead_id))),
  )
  return new Map(found.flat().map(({ id, key }) => [id, key]))
}

async function personsWith(env: Env, key: MatchKey): Promise<LeadId[]> {
  return (await Promise.all(sitesInOrder(env).map(site => ledgerOf(env, site).personsWith(key)))).flat()
}

async function macOfAccount(env: Env, account: string | undefined): Promise<Uint8Array | null> {
  if (account === undefined) return null
  const host = account.slice(account.lastIndexOf('@') + 1)
  return mac(env, 'account', accountOf({ website: host }) ?? host)
}

async function macOfEmail(env: Env, email: string | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  if (email === undefined) return null
  const normalized = normalizeEmail(email)
  return mac(env, 'email', emailMatchKey(normalized.ok ? normalized.value.email : email))
}

// Tried in the country of each site, since the caller names none; the first that reads it counts.
async function macOfPhone(env: Env, phone: string | undefined): Promise<Uint8Array<ArrayBuffer> | null> {
  if (phone === undefined) return null
  for (const site of readSites(env).values()) {
    const normalized = normalizePhone(phone, { region: site.defaultCountry })
    if (normalized.ok) return mac(env, 'phone', phoneMatchKey(normalized.value.e164))
  }
  return mac(env, 'phone', phone)
}

/** One lead with everything known about it; undefined when no site has it, or when it is erased. */
export async function readLead(env: Env, id: LeadId) {
  for (const site of sitesInOrder(env)) {
    const sealed = await ledgerOf(env, site).lead(id)
    if (!sealed || sealed.isErased) continue
    const [deliveries, submissions, matches] = await Promise.all([
      ledgerOf(env, site).deliveriesOf(sealed.id),
      openSubmissions(env, site.id, sealed),
      matchesOf(env, site, sealed.id),
    ])
    if (submissions.length === 0) continue
    const lead = foldLead(sealed, submissions, { routes: site.routes })
    return { ...showLead(lead, sealed, leadStatus(deliveries), deliveries.map(showDelivery)), matches }
  }
  return undefined
}

function showLead(lead: Lead, sealed: SealedLead, status: LeadStatus, deliveries: readonly ShownDelivery[]) {
  const latest = lead.submissions.at(-1)
  return {
    id: lead.id,
    site: lead.siteId,
    status,
    revision: lead.revision,
    createdAt: lead.createdAt,
    updatedAt: lead.updatedAt,
    intent: lead.intent,
    form: lead.formName ?? null,
    profile: lead.profile,
    account: accountOf(lead.profile) ?? null,
    traits: leadTraits(lead.profile),
    route: lead.route ?? null,
    renewedAt: lead.renewedAt ?? null,
    custom: lead.custom,
    fields: latest?.fields ?? [],
    normalizations: lead.submissions.flatMap(({ id, changes }) =>
      changes.map(change => ({ submissionId: id, ...change })),
    ),
    touchpoints: lead.submissions.flatMap(submission => submission.touchpoints.map(withSource)),
    attribution: {
      original: lead.attribution.original ? withSource(lead.attribution.original) : null,
      latest: lead.attribution.latest ? withSource(lead.attribution.latest) : null,
    },
    consent: currentConsent(lead) ?? null,
    consents: lead.consents,
    submissions: lead.submissions.map(submission => ({
      ...submission,
      acceptedAt: isoTime(acceptedAt(sealed, submission.id)),
    })),
    deliveries,
    trace: trace(lead, sealed, deliveries),
  }
}

export type ShownLead = NonNullable<Awaited<ReturnType<typeof readLead>>>

const withSource = (touch: Touchpoint) => ({ ...touch, ...nameSource(touch), channel: channelOf(touch) })

const acceptedAt = (sealed: SealedLead, id: SubmissionId) =>
  sealed.submissions.find(submission => submission.id === id)?.acceptedAt ?? sealed.createdAt

/** Every step from click to CRM with its time, in order. */
function trace(lead: Lead, sealed: SealedLead, deliveries: readonly ShownDelivery[]) {
  const steps: { step: string; at: string; submissionId?: string; destination?: string; outcome?: string }[] = []
  for (const submission of lead.submissions) {
    const submissionId = submission.id
    for (const touch of submission.touchpoints) steps.push({ step: 'arrived', at: touch.at, submissionId })
    steps.push({ step: 'submitted', at: submission.occurredAt, submissionId })
    steps.push({ step: 'received', at: submission.receivedAt, submissionId })
    steps.push({ step: 'accepted', at: isoTime(acceptedAt(sealed, submission.id)), submissionId })
  }
  for (const { destination, attempts } of deliveries) {
    for (const attempt of attempts) {
      if (attempt.rungAt) steps.push({ step: 'rung', at: attempt.rungAt, destination })
      steps.push({ step: 'attempted', at: attempt.startedAt, destination })
      steps.push({ step: 'settled', at: attempt.settledAt, destination, outcome: attempt.reason ?? attempt.kind })
    }
  }
  const order = ['arrived', 'submitted', 'received', 'accepted', 'rung', 'attempted', 'settled']
  return steps.sort((a, b) => (a.at === b.at ? order.indexOf(a.step) - order.indexOf(b.step) : a.at < b.at ? -1 : 1))
}

/** What became of one submission; undefined when no site has it. */
export async function readSubmission(env: Env, id: SubmissionId) {
  for (const site of sitesInOrder(env)) {
    const ledger = ledgerOf(env, site)
    const row = await ledger.submission(id)
    if (!row) continue
    const deliveries = row.leadId ? await ledger.deliveriesOf(row.leadId) : []
    return {
      id,
      site: site.id,
      state: row.state === 'lead' ? leadStatus(deliveries) : row.state,
      leadId: row.state === 'lead' ? row.leadId : null,
      receivedAt: isoTime(row.receivedAt),
      acceptedAt: isoTime(row.acceptedAt),
      issues: row.issues,
    }
  }
  return undefined
}
