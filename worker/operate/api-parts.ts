// What every operator call does alike: asks for the scope, reads query and body, answers with a page of a list.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { listLimitDefault, listLimitMax, operatorBodyBytesMax } from '../../shared/limits.ts'
import type { Problem } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Env } from '../env.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { readBody } from '../receive/body.ts'
import { operatorOfHeader, type Scope } from './auth.ts'
import { type ListPosition, readCursor, writeCursor } from './cursor.ts'

export type Api = Context<{ Bindings: Env }>
type Handler = (c: Api) => Promise<Response>

/** Runs a handler for whoever holds the scope. */
export const withScope =
  (scope: Scope, handler: Handler): Handler =>
  async c => {
    const operator = await operatorOfHeader(c.env, c.req.raw.headers.get('authorization'))
    if (!operator) return problemAnswer(c.req.raw, { type: 'unauthorized' })
    if (!operator.scopes.includes(scope)) return problemAnswer(c.req.raw, { type: 'insufficient-scope' })
    return handler(c)
  }

const listShape = {
  limit: z._default(z.coerce.number().check(z.int(), z.gte(1), z.lte(listLimitMax)), listLimitDefault),
  cursor: z.optional(z.string()),
}

/** Limit, cursor and filters. A parameter that is not in the shape is a mistake that would widen the list: refused. */
export async function readListQuery<Shape extends z.core.$ZodShape>(
  c: Api,
  shape: Shape,
): Promise<
  Result<{ query: z.output<z.ZodMiniObject<Shape>>; limit: number; position: ListPosition | undefined }, Problem>
> {
  const query = Object.fromEntries(new URL(c.req.raw.url).searchParams)
  const list = z.object(listShape).safeParse(query)
  const { limit: _limit, cursor: _cursor, k: _key, ...filters } = query
  const filter = z.strictObject(shape).safeParse(filters)
  if (!list.success || !filter.success) {
    const issues = [...(list.error?.issues ?? []), ...(filter.error?.issues ?? [])]
    const errors = issues.map(issue => ({ pointer: `/${issue.path.join('/')}`, code: 'invalid_format' as const }))
    return err({ type: 'validation-failed', status: 400, errors })
  }
  const { limit, cursor } = list.data
  const position = cursor === undefined ? undefined : await readCursor(c.env, cursor)
  if (cursor !== undefined && !position) return err({ type: 'cursor-invalid' })
  return ok({ query: filter.data, limit, position })
}

export async function readJson<Output>(c: Api, shape: z.ZodMiniType<Output>): Promise<Result<Output, Problem>> {
  const body = await readBody(c.req.raw, operatorBodyBytesMax)
  if (!body.ok) return err({ type: body.error })
  try {
    const parsed = shape.safeParse(JSON.parse(new TextDecoder().decode(body.value)))
    if (parsed.success) return ok(parsed.data)
  } catch {
    // Only a SyntaxError lands here.
    return err({ type: 'invalid-json' })
  }
  return err({ type: 'validation-failed', errors: [{ pointer: '', code: 'invalid_format' }] })
}

export async function answerPage(c: Api, name: string, page: { rows: readonly unknown[]; next?: ListPosition }) {
  return answer({ [name]: page.rows, next: page.next ? await writeCursor(c.env, page.next) : null })
}

export const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
