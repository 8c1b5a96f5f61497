// Tables and lists of facts. The first column names its row.

import { html } from 'hono/html'
import type { Html, View } from './view.ts'

export interface Column<Row> {
  readonly head: string
  readonly cell: (row: Row) => unknown
  readonly isNumber?: boolean
}

/** A table with a caption, or one sentence where there are no rows. */
export function table<Row>(
  view: View,
  input: { caption: string; columns: readonly Column<Row>[]; rows: readonly Row[] },
): Html {
  const { caption, columns, rows } = input
  if (rows.length === 0) return html`<p class="quiet">${caption}: ${view.say('none')}</p>`
  const heads = columns.map(column => html`<th scope="col"${numeric(column)}>${column.head}</th>`)
  // It can be scrolled, so it can be focused: else a keyboard cannot reach what a narrow screen cuts off.
  return html`<div class="scroll" role="region" aria-label="${caption}" tabindex="0">
<table>
<caption>${caption}</caption>
<thead><tr>${heads}</tr></thead>
<tbody>${rows.map(row => html`<tr>${columns.map((column, at) => cell(column, row, at))}</tr>\n`)}</tbody>
</table>
</div>`
}

function cell<Row>(column: Column<Row>, row: Row, at: number): Html {
  const content = column.cell(row)
  return at === 0
    ? html`<th scope="row"${numeric(column)}>${content}</th>`
    : html`<td${numeric(column)}>${content}</td>`
}

const numeric = (column: { readonly isNumber?: boolean }) => (column.isNumber ? html` class="number"` : '')

/** Names and values; what has no value is left out. */
export function facts(entries: readonly (readonly [name: string, value: unknown])[]): Html {
  const given = entries.filter(([, value]) => value !== undefined && value !== null && value !== '')
  return html`<dl>${given.map(([name, value]) => html`<div><dt>${name}</dt><dd>${value}</dd></div>\n`)}</dl>`
}
