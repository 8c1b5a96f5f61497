// On the page of a lead: which leads were found to be the same person, why, and which may be.

import { html } from 'hono/html'
import { decisionForms, reasonList } from './match-parts.ts'
import type { ShownLead } from './read-leads.ts'
import { facts } from './table.ts'
import { badge, type Html, link, number, time, type View } from './view.ts'

/** Undefined when the lead stands alone and nothing is like it. */
export function matchesPart(view: View, lead: ShownLead): Html | undefined {
  const { leads, links } = lead.matches
  if (links.length === 0) return undefined
  const sides = new Map(leads.map(side => [side.id, side]))
  return html`${links.map(match => {
    const shown = match.id.split('~').map(id => sides.get(id as (typeof leads)[number]['id']))
    // A link that merges by rule is not followed where it would bring together two who contradict each other.
    const [one, other] = shown
    const isFollowed = match.state !== 'merge' || one?.person === other?.person
    return html`<article>
<h3>${badge(view, isFollowed ? match.state : 'contradicted')}${match.because ? html` · ${view.sayValue(match.because)}` : ''}</h3>
${facts([
  ...shown.map((side, at) => [at === 0 ? 'A' : 'B', side && sideLine(view, side, lead)] as const),
  [view.say('score'), number(view, match.score)],
  [view.say('reasons'), reasonList(view, match.reasons)],
  [view.say('decidedAt'), match.decidedAt && time(match.decidedAt)],
])}
${decisionForms(view, match, lead.id)}
</article>
`
  })}`
}

function sideLine(view: View, side: ShownLead['matches']['leads'][number], lead: ShownLead): Html {
  const { fullName, email, phone, company } = side.profile
  const words = [fullName, email, phone, company].filter(word => word !== undefined).join(' · ')
  const isHere = side.person === lead.id
  return html`${words} (${time(side.createdAt)}) ${
    isHere ? view.say('partOfThis') : html`<a href="${link(view, `/app/leads/${side.person}`)}">${view.say('open')}</a>`
  }`
}
