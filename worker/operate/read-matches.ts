// Leads that are or may be one person, as operators see them: both beside each other, with every reason.

import type { LeadId } from '../../shared/ids.ts'
import { parseLeadId } from '../../shared/ids.ts'
import { foldLead } from '../../shared/lead/lead.ts'
import { nameSource } from '../../shared/lead/touchpoint.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import type { Env } from '../env.ts'
import { type Link, type LinkDecision, type LinkState, pairName } from '../ledger/links.ts'
import { ledgerOf } from '../platform/objects.ts'
import { openSealed } from '../privacy/open-lead.ts'
import type { Site } from '../receive/sites.ts'
import type { ListPosition } from './cursor.ts'
import { pageOverSites, sitesInOrder } from './read-lists.ts'

/** One of two leads that were compared. */
export type ShownSide = Awaited<ReturnType<typeof openLeads>>[number]

/** Two leads and what comparing them found, or what somebody has said of them. */
export type ShownMatch = ReturnType<typeof showLink> & { readonly leads: readonly ShownSide[] }

/** One page of pairs, the newest leads first. */
export async function listMatches(
  env: Env,
  input: { state: LinkState; position: ListPosition | undefined; limit: number },
) {
  const page = await pageOverSites(env, input, async (ledger, { before, limit }) =>
    ledger.listLinks({ state: input.state, before, limit }),
  )
  const bySite = Map.groupBy(page.rows, row => row.site)
  const leads = new Map<LeadId, ShownSide>()
  for (const site of sitesInOrder(env)) {
    const ids = (bySite.get(site.id) ?? []).flatMap(({ a, b }) => [a, b])
    for (const lead of await openLeads(env, site, ids)) leads.set(lead.id, lead)
  }
  const rows = page.rows.map(row => ({
    ...showLink(row),
    site: row.site,
    leads: [row.a, row.b].map(id => leads.get(id)).filter(lead => lead !== undefined),
  }))
  return { ...page, rows }
}

/** The leads that stand with a lead, and the links of all of them. */
export async function matchesOf(env: Env, site: Site, id: LeadId) {
  const links = await ledgerOf(env, site).linksOf(id)
  const leads = await openLeads(env, site, [id, ...links.flatMap(({ a, b }) => [a, b])])
  return { leads, links: links.map(showLink) }
}

/** Says of two leads that they are one person or two, or takes such a word back. False when no site has the pair. */
export async function decideMatch(env: Env, name: string, decision: LinkDecision): Promise<boolean> {
  const [a, b] = name.split('~').map(id => parseLeadId(id))
  if (!a || !b) return false
  for (const site of sitesInOrder(env)) if (await ledgerOf(env, site).decide({ a, b, decision })) return true
  return false
}

function showLink({ a, b, state, because, score, reasons, foundAt, decidedAt }: Link) {
  return {
    id: pairName({ a, b }),
    state,
    because,
    score: Math.round(score * 10_000) / 10_000,
    reasons,
    foundAt: isoTime(foundAt),
    decidedAt: decidedAt === null ? null : isoTime(decidedAt),
  }
}

async function openLeads(env: Env, site: Site, ids: readonly LeadId[]) {
  if (ids.length === 0) return []
  const compared = await ledgerOf(env, site).comparedLeads([...new Set(ids)])
  return Promise.all(
    compared.map(async ({ id, person, createdAt, submissions }) => {
      const lead = foldLead({ id, revision: 0 }, await openSealed(env, site.id, submissions))
      const { original } = lead.attribution
      return {
        id,
        /** The lead that stands for the person. */
        person,
        createdAt: isoTime(createdAt),
        profile: lead.profile,
        form: lead.formName ?? null,
        source: original ? nameSource(original).source : null,
      }
    }),
  )
}
