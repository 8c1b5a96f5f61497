// From a request on the wire to an answer on the wire. Here are the effects of a fault: holding, cutting, committing
// without a word. What the answer says is decided in contacts-api.ts and control-side.ts.

import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Answer } from './answer.ts'
import { answerApiCall, type ContactsApi } from './contacts-api.ts'
import { answerControlCall, type ControlSide } from './control-side.ts'
import { errorAnswer } from './errors.ts'
import { faultAnswer } from './fault-answer.ts'
import type { Fault } from './faults.ts'
import { readBody } from './request-body.ts'

/** Everything that a running stand-in is made of. */
export type CrmParts = ContactsApi & ControlSide

/** Answers one request: the control side, or HubSpot's API with the faults that were asked for. */
export async function answerRequest(
  parts: CrmParts,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const method = request.method ?? 'GET'
  const [path = '/', ...search] = (request.url ?? '/').split('?')
  if (path.startsWith('/crm/')) return answerApi(parts, request, response, { method, path, search: search.join('?') })
  const body = await readBody(request)
  if (path === '/_crm' || path.startsWith('/_crm/')) return send(response, answerControlCall(parts, method, path, body))
  if (path === '/') return send(response, { status: 302, headers: { location: '/_crm' }, body: '' })
  send(response, errorAnswer(404, 'OBJECT_NOT_FOUND', 'Unable to find resource'))
}

interface Target {
  readonly method: string
  readonly path: string
  readonly search: string
}

async function answerApi(
  parts: CrmParts,
  request: IncomingMessage,
  response: ServerResponse,
  { method, path, search }: Target,
): Promise<void> {
  const fault = parts.faults.take()
  const call = parts.calls.note({
    time: parts.now().toISOString(),
    method,
    path,
    ...(fault && { fault: kindOf(fault) }),
  })
  const body = await readBody(request)
  const hangMs = fault?.hangMs ?? 0
  if (fault?.commitThenReset !== true) await held(response, hangMs)
  // Whoever left gets nothing done: a call that was cut off before its turn must not appear later.
  if (response.destroyed || (!body.ok && body.error === 'aborted')) return
  const sent =
    fault?.status === undefined
      ? answerApiCall(parts, {
          method,
          path,
          query: new URLSearchParams(search),
          authorization: request.headers.authorization,
          contentType: request.headers['content-type'],
          body,
        })
      : faultAnswer(fault.status, fault)
  if (fault?.commitThenReset) {
    await held(response, hangMs)
    request.socket.resetAndDestroy()
    return
  }
  call.status = sent.status
  send(response, sent)
}

const kindOf = (fault: Fault): 'status' | 'commitThenReset' | 'hang' => {
  if (fault.status !== undefined) return 'status'
  return fault.commitThenReset ? 'commitThenReset' : 'hang'
}

/** Waits, but not beyond the end of the connection. */
function held(response: ServerResponse, hangMs: number): Promise<void> {
  return new Promise(resolve => {
    if (hangMs === 0 || response.destroyed) return resolve()
    const timer = setTimeout(resolve, hangMs)
    response.once('close', () => {
      clearTimeout(timer)
      resolve()
    })
  })
}

/** Sends an answer. */
export function send(response: ServerResponse, { status, headers, body }: Answer): void {
  response.writeHead(status, {
    ...headers,
    ...(body === '' ? {} : { 'content-length': String(Buffer.byteLength(body)) }),
  })
  response.end(body)
}
