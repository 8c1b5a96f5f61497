// The pages for operators (mounted at `/app`): server-rendered, without any script. Every page but the sign-in needs a
// session, and whatever changes something must come from a page of ours.

import { type Context, Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { html } from 'hono/html'
import type { Env } from '../env.ts'
import { errorName, log } from '../platform/log.ts'
import { appCss } from './app-css.ts'
import { operatorOfSession, type Scope } from './auth.ts'
import { deliveriesPage, retryDelivery } from './deliveries-page.ts'
import { checkPage, destinationsPage, turnOnPage } from './destinations-page.ts'
import { healthPage } from './health-page.ts'
import { answerPage, pageHeaders, seeOther } from './layout.ts'
import { leadPage } from './lead-page.ts'
import { leadsPage } from './leads-page.ts'
import { decideOnPage, matchesPage } from './matches-page.ts'
import { problemPage } from './problem-page.ts'
import { sessionCookie, signIn, signInPage, signOut } from './sign-in-page.ts'
import { link, readView, type View } from './view.ts'

type PageContext = Context<{ Bindings: Env }>

export const pages = new Hono<{ Bindings: Env }>()

/** Draws a page for whoever is signed in and holds the scope. */
const signedIn = (scope: Scope, draw: (c: PageContext, view: View) => Promise<Response>) => async (c: PageContext) => {
  const view = await viewOf(c)
  if (!view.operator) return seeOther(link(view, '/app/sign-in'))
  if (!isOwn(c.req.raw)) return notFromHere(view)
  if (!view.operator.scopes.includes(scope)) return problemPage(view, 'insufficient-scope')
  return draw(c, view)
}

const id = (c: PageContext) => c.req.param('id') ?? ''
const namedIn = (c: PageContext) => ({ site: c.req.param('site') ?? '', id: id(c) })

pages.get('/app.css', c =>
  c.body(appCss, 200, {
    ...pageHeaders,
    'content-type': 'text/css; charset=utf-8',
    'cache-control': 'public, max-age=300',
  }),
)

pages.get('/sign-in', async c => {
  const view = await viewOf(c)
  return view.operator ? seeOther(link(view, '/app/')) : signInPage(view)
})
pages.post('/sign-in', async c => {
  const view = readView(c.req.raw)
  // Else another site could sign its visitor in as someone else.
  return isOwn(c.req.raw) ? signIn(c.env, c.req.raw, view) : notFromHere(view)
})
pages.post('/sign-out', async c => {
  const view = await viewOf(c)
  return isOwn(c.req.raw) ? signOut(view) : notFromHere(view)
})

pages.get(
  '/leads/:id',
  signedIn('read', (c, view) => leadPage(c.env, view, id(c))),
)
pages.get(
  '/deliveries',
  signedIn('read', (c, view) => deliveriesPage(c.env, view)),
)
pages.post(
  '/deliveries/:id/retry',
  signedIn('redrive', (c, view) => retryDelivery(c.env, view, id(c))),
)
pages.get(
  '/matches',
  signedIn('read', (c, view) => matchesPage(c.env, view)),
)
for (const decision of ['accept', 'reject', 'undo'] as const) {
  pages.post(
    `/matches/:id/${decision}`,
    signedIn('merge', (c, view) => decideOnPage(c.env, view, id(c), decision)),
  )
}
pages.get(
  '/destinations',
  signedIn('read', (c, view) => destinationsPage(c.env, view)),
)
pages.get(
  '/destinations/:site/:id/check',
  signedIn('read', (c, view) => checkPage(c.env, view, namedIn(c))),
)
for (const turn of ['pause', 'resume'] as const) {
  pages.post(
    `/destinations/:site/:id/${turn}`,
    signedIn('redrive', (c, view) => turnOnPage(c.env, view, namedIn(c), turn)),
  )
}
pages.get(
  '/health',
  signedIn('read', (c, view) => healthPage(c.env, view)),
)

// The list is at `/app/`. Hono mounts the route `/` without the slash, so the list is found here.
pages.get(
  '*',
  signedIn('read', (c, view) => (isRoot(view) ? leadsPage(c.env, view) : problemPage(view, 'not-found'))),
)
pages.all(
  '*',
  signedIn('read', (_c, view) => problemPage(view, 'not-found')),
)

pages.onError((thrown, c) => {
  log.fact('request.failed', { error: errorName(thrown) })
  const view = readView(c.req.raw)
  return answerPage(view, { title: view.say('failed'), status: 500, main: html`<p>${view.say('failedHint')}</p>` })
})

const isRoot = (view: View) => view.url.pathname === '/app/' || view.url.pathname === '/app'

async function viewOf(c: PageContext): Promise<View> {
  return readView(c.req.raw, await operatorOfSession(c.env, getCookie(c, sessionCookie), Date.now()))
}

// Our pages send no referrer, and then a browser names the origin of a form post "null" (Fetch, "append a request
// `Origin` header"). So the word of `Sec-Fetch-Site` counts first; a page cannot set either header.
function isOwn(request: Request): boolean {
  if (request.method === 'GET' || request.method === 'HEAD') return true
  const site = request.headers.get('sec-fetch-site')
  return site === null ? request.headers.get('origin') === new URL(request.url).origin : site === 'same-origin'
}

const notFromHere = (view: View): Promise<Response> =>
  answerPage(view, { title: view.say('notFromHere'), status: 403, main: html`<p>${view.say('notFromHereHint')}</p>` })
