// A delivery in a table, and the button that sends it again: the same on the list and on the page of a lead.

import { html } from 'hono/html'
import type { ShownDelivery } from './read-lists.ts'
import type { Column } from './table.ts'
import { badge, type Html, link, number, time, type View } from './view.ts'

/** What every table of deliveries shows. */
export function deliveryColumns(view: View, from: 'lead' | 'deliveries'): Column<ShownDelivery>[] {
  return [
    { head: view.say('destination'), cell: row => row.destination },
    { head: view.say('state'), cell: row => badge(view, row.state) },
    { head: view.say('reason'), cell: row => row.reason && html`<code>${row.reason}</code>` },
    {
      head: view.say('nextAction'),
      cell: row => (row.nextAction === 'none' ? '' : view.sayValue(row.nextAction)),
    },
    { head: view.say('attempts'), cell: row => number(view, row.attempts.length), isNumber: true },
    { head: view.say('owedSince'), cell: row => time(row.owedSince) },
    { head: view.say('dueAt'), cell: row => time(row.dueAt) },
    { head: view.say('deliveredAt'), cell: row => time(row.deliveredAt) },
    { head: view.say('action'), cell: row => retryButton(view, row, from) },
  ]
}

/** A form of one button, for who may use it. `from` is where it leads back to. */
export function retryButton(view: View, delivery: ShownDelivery, from: 'lead' | 'deliveries'): Html | string {
  if (!view.operator?.scopes.includes('redrive') || delivery.state === 'erased') return ''
  const action = link(view, `/app/deliveries/${delivery.id}/retry`, { from })
  const word = delivery.state === 'delivered' ? 'sendAgain' : 'retry'
  return html`<form method="post" action="${action}"><button type="submit">${view.say(word)}<span class="unseen">: ${
    delivery.id
  }</span></button></form>`
}

/** Says that a retry was asked for, on the page that its form led back to. */
export const retriedNotice = (view: View): Html | string =>
  view.url.searchParams.get('notice') === 'retried'
    ? html`<p class="notice" role="status">${view.say('retried')}</p>`
    : ''
