// What happened to a lead, as parts of its page: the trace, the deliveries with their attempts, what was changed in its
// values, and the submissions as they came.

import { html } from 'hono/html'
import { deliveryColumns } from './delivery-parts.ts'
import type { ShownLead } from './read-leads.ts'
import type { ShownDelivery } from './read-lists.ts'
import { facts, table } from './table.ts'
import { badge, type Html, number, time, type View } from './view.ts'

/** Every step with its time and how long after the one before it came. */
export function tracePart(view: View, lead: ShownLead): Html {
  const rows = lead.trace.map((step, at) => {
    const previous = lead.trace[at - 1]
    return { ...step, sinceMs: previous && Date.parse(step.at) - Date.parse(previous.at) }
  })
  return table(view, {
    caption: view.say('trace'),
    rows,
    columns: [
      { head: view.say('step'), cell: row => view.sayValue(row.step) },
      { head: view.say('time'), cell: row => time(row.at, { isExact: true }) },
      {
        head: view.say('sincePrevious'),
        cell: row => (row.sinceMs === undefined ? '' : number(view, row.sinceMs)),
        isNumber: true,
      },
      { head: view.say('concerns'), cell: row => html`<code>${row.destination ?? row.submissionId}</code>` },
      { head: view.say('outcome'), cell: row => row.outcome && view.sayValue(row.outcome) },
    ],
  })
}

/** Each delivery, then its attempts. */
export function deliveriesPart(view: View, lead: ShownLead): Html {
  const deliveries = table(view, {
    caption: view.say('deliveries'),
    rows: lead.deliveries,
    columns: deliveryColumns(view, 'lead'),
  })
  return html`${deliveries}
${lead.deliveries.map(delivery => attemptsTable(view, delivery))}`
}

function attemptsTable(view: View, delivery: ShownDelivery): Html {
  const record = delivery.recordId ? ` (${view.say('recordId')} ${delivery.recordId})` : ''
  return table(view, {
    caption: `${view.say('attempts')}: ${delivery.destination}${record}`,
    rows: delivery.attempts,
    columns: [
      { head: view.say('startedAt'), cell: row => time(row.startedAt, { isExact: true }) },
      {
        head: view.say('durationMs'),
        cell: row => number(view, Date.parse(row.settledAt) - Date.parse(row.startedAt)),
        isNumber: true,
      },
      { head: view.say('outcome'), cell: row => badge(view, row.kind) },
      { head: view.say('reason'), cell: row => row.reason && html`<code>${row.reason}</code>` },
      { head: view.say('field'), cell: row => row.field },
      { head: view.say('dropped'), cell: row => row.dropped?.join(', ') },
      { head: view.say('httpStatus'), cell: row => row.status, isNumber: true },
      { head: view.say('codes'), cell: row => row.codes?.join(', ') },
      { head: view.say('revision'), cell: row => row.revision, isNumber: true },
    ],
  })
}

/** What was changed in values, and by which rule. */
export function normalizationsPart(view: View, lead: ShownLead): Html {
  return table(view, {
    caption: view.say('normalizations'),
    rows: lead.normalizations,
    columns: [
      { head: view.say('field'), cell: row => view.sayValue(row.field) },
      { head: view.say('rule'), cell: row => html`<code>${row.rule}</code>` },
      { head: view.say('before'), cell: row => html`<span class="raw">${row.before}</span>` },
      {
        head: view.say('after'),
        cell: row =>
          row.after === undefined ? html`<em>${view.say('refused')}</em>` : html`<span class="raw">${row.after}</span>`,
      },
    ],
  })
}

/** Each submission with its fields as sent, the latest open. */
export function submissionsPart(view: View, lead: ShownLead): Html {
  const latest = lead.submissions.at(-1)
  const parts = lead.submissions.map(submission => {
    const open = submission === latest ? html` open` : ''
    return html`<details${open}><summary>${view.say('submission')} ${time(submission.occurredAt)}</summary>
${submissionFacts(view, submission)}
${fieldsTable(view, submission)}
</details>
`
  })
  return html`${parts}`
}

type ShownSubmission = ShownLead['submissions'][number]

const submissionFacts = (view: View, submission: ShownSubmission): Html =>
  facts([
    ['Id', html`<code>${submission.id}</code>`],
    [view.say('form'), submission.form.name],
    [view.say('how'), submission.form.how],
    [view.say('intent'), view.sayValue(submission.form.intent)],
    [view.say('page'), submission.page.url],
    [view.say('referrer'), submission.page.referrer],
    [view.say('occurredAt'), time(submission.occurredAt, { isExact: true })],
    [view.say('receivedAt'), time(submission.receivedAt, { isExact: true })],
    [view.say('acceptedAt'), time(submission.acceptedAt, { isExact: true })],
    [view.say('issues'), submission.issues.map(({ field, code }) => `${field}: ${code}`).join(', ')],
  ])

const fieldsTable = (view: View, submission: ShownSubmission): Html =>
  table(view, {
    caption: view.say('rawFields'),
    rows: submission.fields,
    columns: [
      { head: view.say('field'), cell: row => row.name },
      { head: view.say('value'), cell: row => html`<span class="raw">${row.value}</span>` },
    ],
  })
