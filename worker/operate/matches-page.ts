// Possible duplicates: two leads beside each other, with every reason, for somebody to say whether they are one person.

import { html } from 'hono/html'
import * as z from 'zod/mini'
import { parseLeadId } from '../../shared/ids.ts'
import { listLimitDefault } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { type LinkDecision, linkStates } from '../ledger/links.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { answerPage, seeOther } from './layout.ts'
import { decidedNotice, decisionForms, reasonList } from './match-parts.ts'
import { problemPage } from './problem-page.ts'
import { decideMatch, listMatches, type ShownMatch, type ShownSide } from './read-matches.ts'
import { table } from './table.ts'
import { badge, type Html, languageInput, link, number, time, type View } from './view.ts'

const queryShape = z.object({
  state: z._default(z.enum(linkStates), 'review'),
  cursor: z.optional(z.string()),
})

/** `GET /app/matches`. */
export async function matchesPage(env: Env, view: View): Promise<Response> {
  const query = queryShape.safeParse(Object.fromEntries(view.url.searchParams))
  if (!query.success) return problemPage(view, 'validation-failed', 400)
  const { state, cursor } = query.data
  const position = cursor ? await readCursor(env, 'matches', cursor) : undefined
  if (cursor && !position) return problemPage(view, 'cursor-invalid')
  const page = await listMatches(env, { state, position, limit: listLimitDefault })
  const next = page.next
    ? link(view, '/app/matches', { state, cursor: await writeCursor(env, 'matches', page.next) })
    : undefined
  return answerPage(view, {
    title: view.say('matches'),
    main: html`${decidedNotice(view)}
<p>${view.say('matchesHint')}</p>
${stateForm(view, state)}
${page.rows.length === 0 ? html`<p class="quiet">${view.say('none')}</p>` : page.rows.map(row => matchPart(view, row))}
${next ? html`<p><a class="next" rel="next" href="${next}">${view.say('next')}</a></p>` : ''}`,
  })
}

/** `POST /app/matches/:id/…`: takes somebody's word about a pair, then back to where the button was. */
export async function decideOnPage(env: Env, view: View, id: string, decision: LinkDecision): Promise<Response> {
  if (!(await decideMatch(env, id, decision))) return problemPage(view, 'not-found')
  const lead = parseLeadId(view.url.searchParams.get('from') ?? '')
  return seeOther(link(view, lead ? `/app/leads/${lead}` : '/app/matches', { notice: 'decided' }))
}

const fields = ['fullName', 'email', 'phone', 'company', 'jobTitle', 'city', 'country', 'website'] as const

function matchPart(view: View, match: ShownMatch): Html {
  const [one, other] = match.leads
  if (!one || !other) return html``
  const name = (side: ShownSide) => side.profile.fullName ?? side.profile.email ?? side.profile.phone ?? side.id
  const title = `${name(one)} · ${name(other)}`
  const rows: { head: string; cells: readonly unknown[] }[] = [
    { head: view.say('lead'), cells: match.leads.map(side => leadLink(view, side)) },
    ...fields.map(field => ({ head: view.sayValue(field), cells: match.leads.map(side => side.profile[field]) })),
    { head: view.say('source'), cells: match.leads.map(side => side.source) },
    { head: view.say('form'), cells: match.leads.map(side => side.form) },
    { head: view.say('createdAt'), cells: match.leads.map(side => time(side.createdAt)) },
  ]
  return html`<section aria-label="${title}" class="match">
<h2>${title}</h2>
<p>${badge(view, match.state)} · ${view.say('score')} ${number(view, match.score)}${
    match.because ? html` · ${view.sayValue(match.because)}` : ''
  }</p>
${table(view, {
  caption: view.say('bothLeads'),
  rows: rows.filter(({ cells }) => cells.some(cell => cell)),
  columns: [
    { head: view.say('field'), cell: row => row.head },
    { head: 'A', cell: row => row.cells[0] },
    { head: 'B', cell: row => row.cells[1] },
  ],
})}
<h3>${view.say('reasons')}</h3>
${reasonList(view, match.reasons)}
${decisionForms(view, match, 'matches')}
</section>
`
}

const leadLink = (view: View, { id, person }: ShownSide): Html =>
  html`<a href="${link(view, `/app/leads/${person}`)}"><code>${id}</code></a>`

function stateForm(view: View, chosen: string): Html {
  const options = linkStates.map(
    state => html`<option value="${state}"${chosen === state ? html` selected` : ''}>${view.sayValue(state)}</option>`,
  )
  return html`<form method="get" action="/app/matches" class="filters">
${languageInput(view)}
<p><label for="state">${view.say('state')}</label>
<select id="state" name="state">${options}</select></p>
<p class="actions"><button type="submit">${view.say('search')}</button></p>
</form>`
}
