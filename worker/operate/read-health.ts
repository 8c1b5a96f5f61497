// The health of all sites: counts that must add up, rates and latencies, and whether each destination is called.

import type { Env } from '../env.ts'
import type { HealthCounts } from '../ledger/health-counts.ts'
import { gateOf, ledgerOf } from '../platform/objects.ts'
import { siteProblems } from '../receive/sites.ts'
import { sitesInOrder } from './read-lists.ts'

const noCounts: HealthCounts = { accepted: 0, delivered: 0, pending: 0, parked: 0, spam: 0, erased: 0, quarantined: 0 }

export async function readHealth(env: Env) {
  const sites = sitesInOrder(env)
  const read = await Promise.all(sites.map(site => ledgerOf(env, site).health()))
  const counts = read.reduce((sum, { counts }) => add(sum, counts), noCounts)
  const latencies = read.flatMap(health => health.latenciesMs).sort((a, b) => a - b)
  const gates = sites.flatMap(site => site.destinations.map(destination => ({ site, destination })))
  return {
    counts,
    addsUp: counts.accepted === counts.delivered + counts.pending + counts.parked + counts.spam + counts.erased,
    leads: read.reduce((sum, health) => sum + health.leads, 0),
    rates: {
      acceptedLastHour: read.reduce((sum, health) => sum + health.acceptedLastHour, 0),
      acceptedLastDay: read.reduce((sum, health) => sum + health.acceptedLastDay, 0),
    },
    latencyMs: { p50: percentile(latencies, 0.5), p99: percentile(latencies, 0.99), deliveries: latencies.length },
    oldestPendingMs: Math.max(0, ...read.map(health => health.oldestPendingMs)),
    // None of their leads is taken: whoever watches this has to see it.
    malformedSites: siteProblems(env).map(({ variable }) => variable),
    reasons: read.flatMap(health => health.reasons),
    destinations: await Promise.all(
      gates.map(async ({ site, destination }) => ({
        site: site.id,
        destination: destination.id,
        kind: destination.kind,
        circuit: (await gateOf(env, site, destination.id).circuit()).kind,
      })),
    ),
  }
}

export type Health = Awaited<ReturnType<typeof readHealth>>

const add = (a: HealthCounts, b: HealthCounts): HealthCounts => ({
  accepted: a.accepted + b.accepted,
  delivered: a.delivered + b.delivered,
  pending: a.pending + b.pending,
  parked: a.parked + b.parked,
  spam: a.spam + b.spam,
  erased: a.erased + b.erased,
  quarantined: a.quarantined + b.quarantined,
})

const percentile = (sorted: readonly number[], share: number): number | null =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? null
