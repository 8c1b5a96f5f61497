// One lead with everything known about it, from the first click to the record in each destination.

import { html } from 'hono/html'
import { parseLeadId } from '../../shared/ids.ts'
import type { Env } from '../env.ts'
import { retriedNotice } from './delivery-parts.ts'
import { answerPage } from './layout.ts'
import { matchesPart } from './lead-matches-part.ts'
import { attributionPart, consentPart } from './lead-origin-parts.ts'
import { deliveriesPart, normalizationsPart, submissionsPart, tracePart } from './lead-trace-parts.ts'
import { decidedNotice } from './match-parts.ts'
import { problemPage } from './problem-page.ts'
import { readLead, type ShownLead } from './read-leads.ts'
import { facts, table } from './table.ts'
import { badge, type Html, link, time, type View } from './view.ts'
import type { Word } from './words.ts'

/** `GET /app/leads/:id`. */
export async function leadPage(env: Env, view: View, id: string): Promise<Response> {
  const leadId = parseLeadId(id)
  const lead = leadId && (await readLead(env, leadId))
  if (!lead) return problemPage(view, 'not-found')
  const sections: (readonly [Word, Html])[] = [
    ['summary', summaryPart(view, lead)],
    ['profile', profilePart(view, lead)],
    ['attribution', attributionPart(view, lead)],
    ['consent', consentPart(view, lead)],
    ['trace', tracePart(view, lead)],
    ['deliveries', deliveriesPart(view, lead)],
    ['normalizations', normalizationsPart(view, lead)],
    ['submissions', submissionsPart(view, lead)],
  ]
  const matches = matchesPart(view, lead)
  if (matches) sections.splice(2, 0, ['matches', matches])
  return answerPage(view, {
    title: lead.profile.fullName ?? lead.profile.email ?? view.say('lead'),
    main: html`${retriedNotice(view)}${decidedNotice(view)}
${sections.map(
  ([word, part]) => html`<section aria-labelledby="${word}"><h2 id="${word}">${view.say(word)}</h2>
${part}
</section>
`,
)}`,
  })
}

const summaryPart = (view: View, lead: ShownLead): Html =>
  facts([
    ['Id', html`<code>${lead.id}</code>`],
    [view.say('site'), lead.site],
    [view.say('status'), badge(view, lead.status)],
    [view.say('intent'), view.sayValue(lead.intent)],
    [view.say('form'), lead.form],
    [view.say('route'), lead.route?.route],
    [view.say('account'), lead.account && accountLink(view, lead.account)],
    [view.say('renewedAt'), time(lead.renewedAt)],
    [view.say('revision'), lead.revision],
    [view.say('createdAt'), time(lead.createdAt)],
    [view.say('updatedAt'), time(lead.updatedAt)],
  ])

const accountLink = (view: View, account: string): Html =>
  html`<a href="${link(view, '/app/', { account })}">${account}</a>`

function profilePart(view: View, lead: ShownLead): Html {
  const profile = Object.entries(lead.profile).map(
    ([field, value]) => [view.sayValue(field), typeof value === 'string' ? value : value?.join(', ')] as const,
  )
  const custom = table(view, {
    caption: view.say('custom'),
    rows: lead.custom,
    columns: [
      { head: view.say('field'), cell: row => row.name },
      { head: view.say('value'), cell: row => row.values.join(', ') },
    ],
  })
  const traits = Object.entries(lead.traits).map(
    ([name, value]) => [view.sayValue(name), view.sayValue(value)] as const,
  )
  return html`${facts(profile)}
${traits.length > 0 ? html`<h3>${view.say('traits')}</h3>${facts(traits)}` : ''}
${lead.custom.length > 0 ? custom : ''}`
}
