// `/v1/matches`: leads that are or may be one person, and what somebody says of them.

import { Hono } from 'hono'
import * as z from 'zod/mini'
import type { Env } from '../env.ts'
import { linkStates } from '../ledger/links.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { answer, answerPage, readListQuery, withScope } from './api-parts.ts'
import { decideMatch, listMatches } from './read-matches.ts'

export const matchesApi = new Hono<{ Bindings: Env }>()

matchesApi.get(
  '/',
  withScope('read', async c => {
    const list = await readListQuery(c, 'matches', { state: z._default(z.enum(linkStates), 'review') })
    if (!list.ok) return problemAnswer(c.req.raw, list.error)
    const { query, position, limit } = list.value
    return answerPage(c, 'matches', await listMatches(c.env, { state: query.state, position, limit }))
  }),
)

for (const decision of ['accept', 'reject', 'undo'] as const) {
  matchesApi.post(
    `/:id/${decision}`,
    withScope('merge', async c => {
      const id = c.req.param('id') ?? ''
      if (await decideMatch(c.env, id, decision)) return answer({ id, decision }, 202)
      return problemAnswer(c.req.raw, { type: 'not-found' })
    }),
  )
}
