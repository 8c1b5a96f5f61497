// Every address of the Worker. `/lc.js` is not here: the platform answers it from the assets.

import { Hono } from 'hono'
import type { Env } from './env.ts'
import { api, getLeads } from './operate/api.ts'
import { pages } from './operate/pages.ts'
import { problemPages } from './operate/problem-pages.ts'
import { errorName, log } from './platform/log.ts'
import { problemAnswer } from './platform/problem-answer.ts'
import { leadsMethods, optionsLead, postLead } from './receive/leads.ts'

export const app = new Hono<{ Bindings: Env }>()

app.post('/v1/leads', postLead)
app.options('/v1/leads', optionsLead)
app.get('/v1/leads', getLeads)
app.all('/v1/leads', c => problemAnswer(c.req.raw, { type: 'method-not-allowed' }, { allow: leadsMethods }))

app.route('/v1', api)
app.get('/healthz', c => c.text('ok', 200, { 'cache-control': 'no-store' }))
app.get('/app', c => c.redirect('/app/', 308))
app.route('/app', pages)
app.route('/', problemPages)

app.notFound(c => problemAnswer(c.req.raw, { type: 'not-found' }))
app.onError((thrown, c) => {
  // Nothing was acknowledged: the sender keeps the lead and sends the same bytes again.
  log.fact('request.failed', { error: errorName(thrown) })
  return problemAnswer(c.req.raw, { type: 'internal-error' })
})
