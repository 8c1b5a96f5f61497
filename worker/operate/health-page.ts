// The health of all sites on one page: do the counts add up, how fast is it, is every destination called.

import { html } from 'hono/html'
import type { Env } from '../env.ts'
import { answerPage } from './layout.ts'
import { type Health, readHealth } from './read-health.ts'
import { facts, table } from './table.ts'
import { badge, type Html, number, type View } from './view.ts'

/** `GET /app/health`. */
export async function healthPage(env: Env, view: View): Promise<Response> {
  const health = await readHealth(env)
  return answerPage(view, {
    title: view.say('health'),
    main: html`<section aria-label="${view.say('counts')}">
<p class="${health.addsUp ? 'notice' : 'alert'}">${view.say(health.addsUp ? 'addsUp' : 'addsUpNot')}</p>
${countsTable(view, health)}
</section>
<section aria-labelledby="rates"><h2 id="rates">${view.say('rates')}</h2>${rates(view, health)}</section>
${destinationsTable(view, health)}
${reasonsTable(view, health)}`,
  })
}

function countsTable(view: View, { counts }: Health): Html {
  const ends = (['delivered', 'pending', 'parked', 'spam', 'erased'] as const).map(end => ({
    name: badge(view, end),
    count: counts[end],
  }))
  return table(view, {
    caption: view.say('counts'),
    rows: [
      ...ends,
      { name: html`<strong>${view.say('total')}</strong>`, count: counts.accepted },
      { name: view.say('quarantined'), count: counts.quarantined },
    ],
    columns: [
      { head: view.say('state'), cell: row => row.name },
      { head: view.say('count'), cell: row => number(view, row.count), isNumber: true },
    ],
  })
}

function rates(view: View, health: Health): Html {
  const shown = (value: number | null) => (value === null ? '–' : number(view, value))
  return facts([
    [view.say('leads'), shown(health.leads)],
    [view.say('lastHour'), shown(health.rates.acceptedLastHour)],
    [view.say('lastDay'), shown(health.rates.acceptedLastDay)],
    [view.say('p50'), shown(health.latencyMs.p50)],
    [view.say('p99'), shown(health.latencyMs.p99)],
    [view.say('sample'), shown(health.latencyMs.deliveries)],
    [view.say('oldestPending'), shown(health.oldestPendingMs)],
  ])
}

function destinationsTable(view: View, { destinations }: Health): Html {
  return table(view, {
    caption: view.say('destinations'),
    rows: destinations,
    columns: [
      { head: view.say('destination'), cell: row => row.destination },
      { head: view.say('site'), cell: row => row.site },
      { head: view.say('kind'), cell: row => row.kind },
      { head: view.say('circuit'), cell: row => badge(view, row.circuit) },
    ],
  })
}

// Each site counts its own: one reason may come once a site, and is shown once.
function reasonsTable(view: View, health: Health): Html {
  const totals = new Map<string, number>()
  for (const { reason, deliveries } of health.reasons) totals.set(reason, (totals.get(reason) ?? 0) + deliveries)
  return table(view, {
    caption: view.say('waitReasons'),
    rows: [...totals].sort(([, a], [, b]) => b - a),
    columns: [
      { head: view.say('reason'), cell: ([reason]) => html`<code>${reason}</code>` },
      { head: view.say('count'), cell: ([, deliveries]) => number(view, deliveries), isNumber: true },
    ],
  })
}
