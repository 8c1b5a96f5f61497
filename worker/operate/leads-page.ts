// The list of leads with its search.

import { html } from 'hono/html'
import * as z from 'zod/mini'
import { listLimitDefault } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { leadStatuses } from '../index-db/summary.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { answerPage } from './layout.ts'
import { problemPage } from './problem-page.ts'
import { listLeads, type ShownSummary } from './read-leads.ts'
import { table } from './table.ts'
import { badge, type Html, languageInput, link, time, type View } from './view.ts'

const queryShape = z.object({
  email: z.optional(z.string().check(z.trim(), z.maxLength(320))),
  phone: z.optional(z.string().check(z.trim(), z.maxLength(64))),
  source: z.optional(z.string().check(z.trim(), z.maxLength(512))),
  account: z.optional(z.string().check(z.trim(), z.maxLength(320))),
  status: z.optional(z.enum(['', ...leadStatuses])),
  cursor: z.optional(z.string()),
})

type Query = z.output<typeof queryShape>

/** `GET /app/`. */
export async function leadsPage(env: Env, view: View): Promise<Response> {
  const query = queryShape.safeParse(Object.fromEntries(view.url.searchParams))
  if (!query.success) return problemPage(view, 'validation-failed', 400)
  const { email, phone, source, account, status, cursor } = query.data
  const position = cursor ? await readCursor(env, 'leads', cursor) : undefined
  if (cursor && !position) return problemPage(view, 'cursor-invalid')
  // A field left empty is sent as an empty text, which searches for nothing in particular.
  const filter = {
    email: email || undefined,
    phone: phone || undefined,
    source: source || undefined,
    account: account || undefined,
    status: status || undefined,
  }
  const page = await listLeads(env, { filter, position, limit: listLimitDefault })
  const next = page.next
    ? link(view, '/app/', { ...filter, cursor: await writeCursor(env, 'leads', page.next) })
    : undefined
  return answerPage(view, {
    title: view.say('leads'),
    main: html`${searchForm(view, query.data)}
${leadsTable(view, page.rows)}
${next ? html`<p><a class="next" rel="next" href="${next}">${view.say('next')}</a></p>` : ''}`,
  })
}

function searchForm(view: View, query: Query): Html {
  const options = leadStatuses.map(status => {
    const selected = query.status === status ? html` selected` : ''
    return html`<option value="${status}"${selected}>${view.sayValue(status)}</option>`
  })
  return html`<form method="get" action="/app/" role="search" class="filters">
${languageInput(view)}
<p><label for="email">${view.say('email')}</label>
<input id="email" name="email" inputmode="email" maxlength="320" autocomplete="off" value="${query.email}"></p>
<p><label for="phone">${view.say('phone')}</label>
<input id="phone" name="phone" type="tel" maxlength="64" autocomplete="off" value="${query.phone}"></p>
<p><label for="status">${view.say('status')}</label>
<select id="status" name="status"><option value="">${view.say('any')}</option>${options}</select></p>
<p><label for="source">${view.say('source')}</label>
<input id="source" name="source" maxlength="512" autocomplete="off" value="${query.source}"></p>
<p><label for="account">${view.say('account')}</label>
<input id="account" name="account" maxlength="320" autocomplete="off" value="${query.account}"></p>
<p class="actions"><button type="submit">${view.say('search')}</button>
<a href="${link(view, '/app/')}">${view.say('clear')}</a></p>
</form>`
}

function leadsTable(view: View, rows: readonly ShownSummary[]): Html {
  return table(view, {
    caption: view.say('leads'),
    rows,
    columns: [
      { head: view.say('name'), cell: row => row.fullName },
      { head: view.say('email'), cell: row => row.email },
      { head: view.say('company'), cell: row => row.company },
      { head: `${view.say('source')} / ${view.say('medium')}`, cell: row => `${row.source} / ${row.medium}` },
      { head: view.say('status'), cell: row => badge(view, row.status) },
      { head: view.say('updatedAt'), cell: row => time(row.updatedAt) },
      { head: view.say('lead'), cell: row => openLink(view, row) },
    ],
  })
}

// Named by the lead too: a list of links that all say "open" tells nothing when it is read aloud.
const openLink = (view: View, row: ShownSummary): Html =>
  html`<a href="${link(view, `/app/leads/${row.id}`)}">${view.say('open')}<span class="unseen"> ${
    row.fullName ?? row.email ?? row.id
  }</span></a>`
