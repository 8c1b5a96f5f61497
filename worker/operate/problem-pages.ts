// Public pages: what each problem type means, and the thanks after a plain form post.

import { Hono } from 'hono'
import { html } from 'hono/html'
import { isProblemType, type ProblemType, problemKinds, problemPath } from '../../shared/problem.ts'
import type { Env } from '../env.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { thanksPath } from '../receive/leads.ts'
import { answerPage } from './layout.ts'
import { facts, table } from './table.ts'
import { type Html, link, readView, type View } from './view.ts'

export const problemPages = new Hono<{ Bindings: Env }>()

problemPages.get('/problems', c => {
  const view = readView(c.req.raw)
  return answerPage(view, { title: view.say('problems'), main: problemsTable(view) })
})

problemPages.get('/problems/:type', c => {
  const type = c.req.param('type')
  if (!isProblemType(type)) return problemAnswer(c.req.raw, { type: 'not-found' })
  const view = readView(c.req.raw)
  return answerPage(view, { title: problemKinds[type].title[view.language], main: explanation(view, type) })
})

problemPages.get(thanksPath, c => {
  const view = readView(c.req.raw)
  return answerPage(view, { title: view.say('thanks'), main: html`<p>${view.say('thanksHint')}</p>` })
})

function problemsTable(view: View): Html {
  return table(view, {
    caption: view.say('problems'),
    rows: Object.keys(problemKinds).filter(isProblemType),
    columns: [
      { head: view.say('kind'), cell: type => typeLink(view, type) },
      { head: view.say('httpStatus'), cell: type => problemKinds[type].status, isNumber: true },
      { head: view.say('reason'), cell: type => problemKinds[type].title[view.language] },
    ],
  })
}

const typeLink = (view: View, type: ProblemType): Html =>
  html`<a href="${link(view, problemPath(type))}"><code>${type}</code></a>`

function explanation(view: View, type: ProblemType): Html {
  const { status, detail } = problemKinds[type]
  const canRepeat = status === 429 || status >= 500
  return html`${facts([
    [view.say('kind'), html`<code>${type}</code>`],
    [view.say('httpStatus'), status],
  ])}
<section aria-labelledby="fix"><h2 id="fix">${view.say('howToFix')}</h2>
<p>${detail[view.language]}</p>
<p>${view.say(canRepeat ? 'repeatHelps' : 'repeatHelpsNot')}</p>
</section>
<p><a href="${link(view, '/problems')}">${view.say('problems')}</a></p>`
}
