// Every address of the Worker. `/lc.js` is not here: the platform answers it from the assets.

import { Hono } from 'hono'
import { leadsPath } from '../shared/wire.ts'
import { type Env, textBinding } from './env.ts'
import { api, getLeads } from './operate/api.ts'
import { pages } from './operate/pages.ts'
import { problemPages } from './operate/problem-pages.ts'
import { errorName, log } from './platform/log.ts'
import { problemAnswer } from './platform/problem-answer.ts'
import { optionsLead, postLead } from './receive/leads.ts'

export const app = new Hono<{ Bindings: Env }>({
  // The collector's path by another name, where a blocker's list or the site's own server has taken it.
  getPath: (request, options) => {
    const { pathname } = new URL(request.url)
    const env = (options as { env?: Env } | undefined)?.env
    return env && pathname === textBinding(env, 'COLLECTOR_PATH') ? leadsPath : pathname
  },
})

/** Every method that an address here may have, HEAD aside. */
const methods = ['GET', 'POST', 'OPTIONS', 'DELETE'] as const

app.post(leadsPath, postLead)
app.options(leadsPath, optionsLead)
app.get(leadsPath, getLeads)

app.route('/v1', api)
app.get('/healthz', c => c.text('ok', 200, { 'cache-control': 'no-store' }))
app.get('/app', c => c.redirect('/app/', 308))
app.route('/app', pages)
app.route('/', problemPages)

app.notFound(c => {
  const allowed = methods.filter(method => app.router.match(method, c.req.path)[0].length > 0)
  if (allowed.length === 0) return problemAnswer(c.req.raw, { type: 'not-found' })
  // What answers GET answers HEAD.
  const allow = allowed.join(', ').replace('GET', 'GET, HEAD')
  return problemAnswer(c.req.raw, { type: 'method-not-allowed' }, { allow })
})
app.onError((thrown, c) => {
  // Nothing was acknowledged: the sender keeps the lead and sends the same bytes again.
  log.fact('request.failed', { error: errorName(thrown) })
  return problemAnswer(c.req.raw, { type: 'internal-error' })
})
