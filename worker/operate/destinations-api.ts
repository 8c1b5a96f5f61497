// `/v1/destinations`: whether each is called, what it says when it is asked, and pausing it.

import { Hono } from 'hono'
import type { Env } from '../env.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { unusableSecrets } from '../privacy/key-check.ts'
import { siteProblems } from '../receive/sites.ts'
import { type Api, answer, readListQuery, withScope } from './api-parts.ts'
import { checkDestination, listDestinations, turnDestination } from './read-destinations.ts'

export const destinationsApi = new Hono<{ Bindings: Env }>()

destinationsApi.get(
  '/',
  withScope('read', async c => {
    const list = await readListQuery(c, undefined, {})
    if (!list.ok) return problemAnswer(c.req.raw, list.error)
    // As many as are configured: the bounds of the configuration bound this list too.
    return answer({
      destinations: await listDestinations(c.env),
      malformedSites: siteProblems(c.env),
      unusableSecrets: await unusableSecrets(c.env),
    })
  }),
)

destinationsApi.get(
  '/:site/:id/check',
  withScope('read', async c => {
    const checked = await checkDestination(c.env, namedIn(c))
    return checked ? answer(checked) : problemAnswer(c.req.raw, { type: 'not-found' })
  }),
)

for (const turn of ['pause', 'resume'] as const) {
  destinationsApi.post(
    `/:site/:id/${turn}`,
    withScope('redrive', async c => {
      const named = namedIn(c)
      if (!(await turnDestination(c.env, named, turn))) return problemAnswer(c.req.raw, { type: 'not-found' })
      return answer({ site: named.site, destination: named.id, state: turn === 'pause' ? 'paused' : 'closed' }, 202)
    }),
  )
}

const namedIn = (c: Api) => ({ site: c.req.param('site') ?? '', id: c.req.param('id') ?? '' })
