// Destinations on a page: whether each is called, with buttons that pause it, resume it, and ask it what is missing.

import { html } from 'hono/html'
import type { Env } from '../env.ts'
import { answerPage, seeOther } from './layout.ts'
import { problemPage } from './problem-page.ts'
import {
  checkDestination,
  listDestinations,
  type Named,
  type ShownDestination,
  turnDestination,
} from './read-destinations.ts'
import { facts, table } from './table.ts'
import { badge, type Html, languageInput, link, time, type View } from './view.ts'

/** `GET /app/destinations`. */
export async function destinationsPage(env: Env, view: View): Promise<Response> {
  return answerPage(view, {
    title: view.say('destinations'),
    main: table(view, {
      caption: view.say('destinations'),
      rows: await listDestinations(env),
      columns: [
        { head: view.say('destination'), cell: row => row.destination },
        { head: view.say('site'), cell: row => row.site },
        { head: view.say('kind'), cell: row => row.kind },
        { head: view.say('circuit'), cell: row => badge(view, row.circuit.kind) },
        {
          head: view.say('reason'),
          cell: ({ circuit, settingsAreValid }) =>
            html`<code>${settingsAreValid ? circuit.reason : 'misconfigured'}</code> ${time(circuit.since)}`,
        },
        { head: view.say('pace'), cell: ({ pace }) => `${pace.calls} / ${pace.perSeconds} s` },
        { head: view.say('action'), cell: row => buttons(view, row) },
      ],
    }),
  })
}

/** `GET /app/destinations/:site/:id/check`. */
export async function checkPage(env: Env, view: View, named: Named): Promise<Response> {
  const checked = await checkDestination(env, named)
  if (!checked) return problemPage(view, 'not-found')
  const { check, missing, settings } = checked
  return answerPage(view, {
    title: `${view.say('check')}: ${named.id} (${named.site})`,
    main: facts([
      [view.say('state'), badge(view, check.kind)],
      [view.say('reason'), 'reason' in check && html`<code>${[check.reason, ...settings.problems].join(' ')}</code>`],
      [view.say('codes'), [check.answer?.status, ...(check.answer?.codes ?? [])].join(' ')],
      [view.say('missing'), missing.map(({ what, name, problem }) => `${what} ${name}: ${problem}`).join('\n')],
      [view.say('fields'), check.fields?.join(', ') ?? check.notes?.join()],
    ]),
  })
}

/** `POST /app/destinations/:site/:id/…`: pauses or resumes, then back to the list, which shows it. */
export async function turnOnPage(env: Env, view: View, named: Named, turn: 'pause' | 'resume'): Promise<Response> {
  if (await turnDestination(env, named, turn)) return seeOther(link(view, '/app/destinations'))
  return problemPage(view, 'not-found')
}

function buttons(view: View, row: ShownDestination): Html {
  const path = `/app/destinations/${row.site}/${row.destination}`
  const turn = row.circuit.kind === 'closed' ? 'pause' : 'resume'
  const button = (word: typeof turn | 'check') =>
    html`<button type="submit">${view.say(word)}<span class="unseen">: ${row.destination} (${row.site})</span></button>`
  return html`<div class="inline">
<form method="get" action="${path}/check">${languageInput(view)}${button('check')}</form>
${
  view.operator?.scopes.includes('redrive')
    ? html`<form method="post" action="${link(view, `${path}/${turn}`)}">${button(turn)}</form>`
    : ''
}
</div>`
}
