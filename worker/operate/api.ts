// The operator API (docs/operate.md): look, redrive, release, erase. Every call needs a bearer token with its scope.

import { Hono } from 'hono'
import * as z from 'zod/mini'
import { deliveryStates } from '../../shared/delivery/outcome.ts'
import { newSubmissionId, parseDeliveryId, parseLeadId, parseSubmissionId } from '../../shared/ids.ts'
import { redriveDeliveriesMax, reprojectLeadsMax } from '../../shared/limits.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import type { Env } from '../env.ts'
import { leadStatuses } from '../index-db/summary.ts'
import { log } from '../platform/log.ts'
import { ledgerOf } from '../platform/objects.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { siteProblems } from '../receive/sites.ts'
import { type Api, answer, answerPage, readJson, readListQuery, withScope } from './api-parts.ts'
import { readCursor, writeCursor } from './cursor.ts'
import { destinationsApi } from './destinations-api.ts'
import { matchesApi } from './matches-api.ts'
import { readHealth } from './read-health.ts'
import { listLeads, readLead, readSubmission } from './read-leads.ts'
import { listDeliveries, pageOverSites, sitesInOrder } from './read-lists.ts'
import { redriveMatching, redriveOne } from './redrive.ts'
import { releaseQuarantined, releaseSpam } from './release.ts'
import { subjectKeys, subjectShape } from './subject-keys.ts'

export const api = new Hono<{ Bindings: Env }>()

api.route('/matches', matchesApi)
api.route('/destinations', destinationsApi)

/** `GET /v1/leads`. Shares its path with the collector, so the app mounts it. */
export const getLeads = withScope('read', async c => {
  const filter = {
    email: z.optional(z.string().check(z.minLength(1), z.maxLength(320))),
    phone: z.optional(z.string().check(z.minLength(1), z.maxLength(64))),
    status: z.optional(z.enum(leadStatuses)),
    source: z.optional(z.string().check(z.minLength(1), z.maxLength(512))),
    account: z.optional(z.string().check(z.minLength(1), z.maxLength(320))),
  }
  const list = await readListQuery(c, 'leads', filter)
  if (!list.ok) return problemAnswer(c.req.raw, list.error)
  const page = await listLeads(c.env, {
    filter: list.value.query,
    position: list.value.position,
    limit: list.value.limit,
  })
  return answerPage(c, 'leads', page)
})

api.get(
  '/leads/:id',
  withScope('read', async c => answerFound(c, await findLead(c))),
)
api.get(
  '/submissions/:id',
  withScope('read', async c => answerFound(c, await findSubmission(c))),
)

api.get(
  '/deliveries',
  withScope('read', async c => {
    const list = await readListQuery(c, 'deliveries', { state: z.optional(z.enum(deliveryStates)) })
    if (!list.ok) return problemAnswer(c.req.raw, list.error)
    const { query, position, limit } = list.value
    return answerPage(c, 'deliveries', await listDeliveries(c.env, { state: query.state, position, limit }))
  }),
)

const redriveShape = z
  .strictObject({
    state: z.optional(z.enum(['pending', 'parked'])),
    destination: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
    reason: z.optional(z.string().check(z.minLength(1), z.maxLength(40))),
  })
  // An empty filter is a mass retry by accident.
  .check(z.refine(filter => Object.keys(filter).length > 0))

api.post(
  '/deliveries/retry',
  withScope('redrive', async c => {
    const body = await readJson(c, redriveShape)
    if (!body.ok) return problemAnswer(c.req.raw, body.error)
    const { state = 'parked', destination, reason } = body.value
    const redriven = await redriveMatching(c.env, { state, destination, reason })
    return answer({ redriven, mayHaveMore: redriven >= redriveDeliveriesMax }, 202)
  }),
)

api.post(
  '/deliveries/:id/retry',
  withScope('redrive', async c => {
    const delivery = parseDeliveryId(c.req.param('id') ?? '')
    if (delivery && (await redriveOne(c.env, delivery))) return answer({ id: delivery.id, state: 'pending' }, 202)
    return problemAnswer(c.req.raw, { type: 'not-found' })
  }),
)

api.get(
  '/quarantine',
  withScope('read', async c => {
    const list = await readListQuery(c, 'quarantine', {})
    if (!list.ok) return problemAnswer(c.req.raw, list.error)
    const page = await pageOverSites(c.env, list.value, (ledger, page) => ledger.listQuarantine(page))
    return answerPage(c, 'quarantine', { ...page, rows: page.rows.map(showReceived) })
  }),
)

api.get(
  '/spam',
  withScope('read', async c => {
    const list = await readListQuery(c, 'spam', {})
    if (!list.ok) return problemAnswer(c.req.raw, list.error)
    const page = await pageOverSites(c.env, list.value, (ledger, page) => ledger.listSpam(page))
    return answerPage(c, 'spam', { ...page, rows: page.rows.map(showReceived) })
  }),
)

api.post(
  '/quarantine/:id/release',
  withScope('release', async c => answerReleased(c, await releaseQuarantined(c.env, c.req.param('id') ?? ''))),
)
api.post(
  '/spam/:id/release',
  withScope('release', async c => answerReleased(c, await releaseSpam(c.env, c.req.param('id') ?? ''))),
)

api.get(
  '/health',
  withScope('read', async c => answer(await readHealth(c.env))),
)

// One page of the rebuild of the read index. The caller goes on with `next` until it is null.
api.post(
  '/reproject',
  withScope('redrive', async c => {
    const body = await readJson(c, z.object({ cursor: z.nullish(z.string()) }))
    if (!body.ok) return problemAnswer(c.req.raw, body.error)
    const { cursor } = body.value
    const position = cursor ? await readCursor(c.env, 'reproject', cursor) : undefined
    if (cursor && !position) return problemAnswer(c.req.raw, { type: 'cursor-invalid' })
    const sites = sitesInOrder(c.env).filter(site => !position || site.id >= position.site)
    const [site, following] = sites
    if (!site) return answer({ leads: 0, next: null })
    const after = site.id === position?.site ? position.before : ''
    const projected = await ledgerOf(c.env, site).reproject({ after, limit: reprojectLeadsMax })
    const next = projected.last
      ? { site: site.id, before: projected.last }
      : following && { site: following.id, before: '' }
    return answer({ leads: projected.leads, next: next ? await writeCursor(c.env, 'reproject', next) : null })
  }),
)

api.delete(
  '/subjects',
  withScope('erase', async c => {
    const body = await readJson(c, subjectShape)
    if (!body.ok) return problemAnswer(c.req.raw, body.error)
    const job = newSubmissionId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
    for (const { site, keys } of await subjectKeys(c.env, body.value)) {
      await ledgerOf(c.env, site).erase({ keys, jobId: job })
    }
    log.fact('erasure.requested')
    // The person may be known to a site that cannot be read: nobody may take this for done (the doctor names the site).
    if (siteProblems(c.env).length > 0) return problemAnswer(c.req.raw, { type: 'internal-error' })
    // The same answer whether or not the person is known.
    return answer({ job, status: 'accepted' }, 202)
  }),
)

async function findLead(c: Api) {
  const id = parseLeadId(c.req.param('id') ?? '')
  return id && readLead(c.env, id)
}

async function findSubmission(c: Api) {
  const id = parseSubmissionId(c.req.param('id') ?? '')
  return id && readSubmission(c.env, id)
}

const answerFound = (c: Api, found: object | undefined) =>
  found ? answer(found) : problemAnswer(c.req.raw, { type: 'not-found' })

const answerReleased = (c: Api, released: Awaited<ReturnType<typeof releaseSpam>>) =>
  released.ok ? answer(released.value, 202) : problemAnswer(c.req.raw, released.error)

const showReceived = <Row extends { readonly receivedAt: number }>(row: Row) => ({
  ...row,
  receivedAt: isoTime(row.receivedAt),
})
