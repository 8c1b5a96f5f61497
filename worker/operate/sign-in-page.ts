// Signing in: the operator token is posted once and becomes a cookie that no script and no other site can use.

import { html } from 'hono/html'
import { operatorBodyBytesMax, sessionHoursMax } from '../../shared/limits.ts'
import type { Env } from '../env.ts'
import { log } from '../platform/log.ts'
import { readBody } from '../receive/body.ts'
import { openSession } from './auth.ts'
import { answerPage, seeOther } from './layout.ts'
import { link, type View } from './view.ts'

/** The name of the session cookie. */
export const sessionCookie = 'lead_capture_session'

/** The form. */
export function signInPage(view: View, { isRefused } = { isRefused: false }): Promise<Response> {
  const refused = isRefused ? html`<p class="alert" role="alert" id="refused">${view.say('tokenRefused')}</p>` : ''
  const describedBy = isRefused ? 'refused hint' : 'hint'
  return answerPage(view, {
    title: view.say('signIn'),
    status: isRefused ? 401 : 200,
    main: html`${refused}
<form method="post" action="${link(view, '/app/sign-in')}" class="stacked">
<label for="token">${view.say('token')}</label>
<p class="quiet" id="hint">${view.say('tokenHint')}</p>
<input id="token" name="token" type="password" autocomplete="current-password" required maxlength="512"
  aria-describedby="${describedBy}"${isRefused ? html` aria-invalid="true"` : ''}>
<button type="submit">${view.say('signIn')}</button>
</form>`,
  })
}

/** Takes the token. */
export async function signIn(env: Env, request: Request, view: View): Promise<Response> {
  const body = await readBody(request, operatorBodyBytesMax)
  const form = new URLSearchParams(body.ok ? new TextDecoder().decode(body.value) : '')
  const session = await openSession(env, (form.get('token') ?? '').trim(), Date.now())
  if (session === undefined) {
    log.fact('session.refused')
    return signInPage(view, { isRefused: true })
  }
  return seeOther(link(view, '/app/'), { 'set-cookie': cookie(view, session, sessionHoursMax * 3_600) })
}

/** Ends the session in this browser. */
export const signOut = (view: View): Response =>
  seeOther(link(view, '/app/sign-in'), { 'set-cookie': cookie(view, '', 0) })

// Secure would make a browser drop the cookie on a local run without TLS.
const cookie = (view: View, value: string, maxAgeSeconds: number): string =>
  `${sessionCookie}=${value}; HttpOnly; SameSite=Strict; Path=/app; Max-Age=${maxAgeSeconds}` +
  (view.url.protocol === 'https:' ? '; Secure' : '')
