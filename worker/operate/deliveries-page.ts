// The list of deliveries by state, and the retry of one.

import { html } from 'hono/html'
import * as z from 'zod/mini'
import { deliveryStates } from '../../shared/delivery/outcome.ts'
import { parseDeliveryId } from '../../shared/ids.ts'
import { listLimitDefault } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { deliveryColumns, retriedNotice } from './delivery-parts.ts'
import { answerPage, seeOther } from './layout.ts'
import { problemPage } from './problem-page.ts'
import { listDeliveries, type ShownDelivery } from './read-lists.ts'
import { redriveOne } from './redrive.ts'
import { table } from './table.ts'
import { type Html, languageInput, link, type View } from './view.ts'

const queryShape = z.object({ state: z.optional(z.enum(['', ...deliveryStates])), cursor: z.optional(z.string()) })

/** `GET /app/deliveries`. */
export async function deliveriesPage(env: Env, view: View): Promise<Response> {
  const query = queryShape.safeParse(Object.fromEntries(view.url.searchParams))
  if (!query.success) return problemPage(view, 'validation-failed', 400)
  const { cursor } = query.data
  const state = query.data.state || undefined
  const position = cursor ? await readCursor(env, 'deliveries', cursor) : undefined
  if (cursor && !position) return problemPage(view, 'cursor-invalid')
  const page = await listDeliveries(env, { state, position, limit: listLimitDefault })
  const next = page.next
    ? link(view, '/app/deliveries', { state, cursor: await writeCursor(env, 'deliveries', page.next) })
    : undefined
  const rows = table(view, {
    caption: view.say('deliveries'),
    rows: page.rows,
    columns: [{ head: view.say('lead'), cell: row => leadLink(view, row) }, ...deliveryColumns(view, 'deliveries')],
  })
  return answerPage(view, {
    title: view.say('deliveries'),
    main: html`${retriedNotice(view)}
${stateForm(view, state)}
${rows}
${next ? html`<p><a class="next" rel="next" href="${next}">${view.say('next')}</a></p>` : ''}`,
  })
}

/** `POST /app/deliveries/:id/retry`: sends one delivery again, then back to where the button was. */
export async function retryDelivery(env: Env, view: View, id: string): Promise<Response> {
  const delivery = parseDeliveryId(id)
  if (delivery && (await redriveOne(env, delivery))) {
    const isFromList = view.url.searchParams.get('from') === 'deliveries'
    const path = isFromList ? '/app/deliveries' : `/app/leads/${delivery.lead}`
    return seeOther(link(view, path, { notice: 'retried' }))
  }
  return problemPage(view, 'not-found')
}

// An erased lead has no page; what remains of it is that its erasure is owed to a destination.
const leadLink = (view: View, row: ShownDelivery): Html =>
  row.isErasure || row.state === 'erased'
    ? html`<code>${row.leadId}</code>`
    : html`<a href="${link(view, `/app/leads/${row.leadId}`)}"><code>${row.leadId}</code></a>`

function stateForm(view: View, chosen: string | undefined): Html {
  const options = deliveryStates.map(
    state => html`<option value="${state}"${chosen === state ? html` selected` : ''}>${view.sayValue(state)}</option>`,
  )
  return html`<form method="get" action="/app/deliveries" class="filters">
${languageInput(view)}
<p><label for="state">${view.say('state')}</label>
<select id="state" name="state"><option value="">${view.say('any')}</option>${options}</select></p>
<p class="actions"><button type="submit">${view.say('search')}</button></p>
</form>`
}
