// What every operator call does alike: asks for the scope, reads query and body, answers with a page of a list.

import type { Context } from 'hono'
import * as z from 'zod/mini'
import { listLimitDefault, listLimitMax, operatorBodyBytesMax } from '../../shared/limits.ts'
import { parseJson } from '../../shared/parse-json.ts'
import type { Problem } from '../../shared/problem.ts'
import { err, ok, type Result } from '../../shared/result.ts'
import type { Env } from '../env.ts'
import { problemAnswer } from '../platform/problem-answer.ts'
import { readBody } from '../receive/body.ts'
import { decodeUtf8 } from '../receive/decode-utf8.ts'
import { operatorOfHeader, type Scope } from './auth.ts'
import { type ListName, type ListPosition, readCursor, writeCursor } from './cursor.ts'

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

/**
 * Limit, cursor and filters. A parameter that is not in the shape is a mistake that would widen the list: refused.
 * @param name of the list; undefined for one that is always whole
 */
export async function readListQuery<Shape extends z.core.$ZodShape>(
  c: Api,
  name: ListName | undefined,
  shape: Shape,
): Promise<
  Result<{ query: z.output<z.ZodMiniObject<Shape>>; limit: number; position: ListPosition | undefined }, Problem>
> {
  const sent = new URL(c.req.raw.url).searchParams
  const query = Object.fromEntries(sent)
  if (sent.size > Object.keys(query).length) return err({ type: 'ambiguous-parameter' })
  const list = z.object(listShape).safeParse(query)
  const { limit: _limit, cursor: _cursor, k: _key, ...filters } = query
  const filter = z.strictObject(shape).safeParse(filters)
  if (!list.success || !filter.success) {
    const issues = [...(list.error?.issues ?? []), ...(filter.error?.issues ?? [])]
    const errors = issues.map(issue => ({ pointer: `/${issue.path.join('/')}`, code: 'invalid_format' as const }))
    return err({ type: 'validation-failed', status: 400, errors })
  }
  const { limit, cursor } = list.data
  const position = cursor === undefined || !name ? undefined : await readCursor(c.env, name, cursor)
  if (cursor !== undefined && !position) return err({ type: 'cursor-invalid' })
  return ok({ query: filter.data, limit, position })
}

export async function readJson<Output>(c: Api, shape: z.ZodMiniType<Output>): Promise<Result<Output, Problem>> {
  const body = await readBody(c.req.raw, operatorBodyBytesMax)
  if (!body.ok) return err({ type: body.error })
  const text = decodeUtf8(body.value)
  if (text === undefined) return err({ type: 'invalid-encoding' })
  const json = parseJson(text)
  if (!json.ok) return err({ type: json.error })
  const parsed = shape.safeParse(json.value)
  if (parsed.success) return ok(parsed.data)
  const pointers = new Set(parsed.error.issues.map(({ path }) => path.map(key => `/${String(key)}`).join('')))
  const errors = [...pointers].map(pointer => ({ pointer, code: 'invalid_format' as const }))
  return err({ type: 'validation-failed', errors })
}

export async function answerPage(c: Api, name: ListName, page: { rows: readonly unknown[]; next?: ListPosition }) {
  return answer({ [name]: page.rows, next: page.next ? await writeCursor(c.env, name, page.next) : null })
}

export const answer = (body: object, status = 200) =>
  Response.json(body, { status, headers: { 'cache-control': 'no-store' } })
