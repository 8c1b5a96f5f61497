// HubSpot at the end of a script: the adapter is the real one, and a test says what each of its calls is answered.

import { expect } from 'vitest'
import type { ExternalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import { bind, type DeliveryIo } from '../../worker/destinations/destination.ts'
import { hubspot } from '../../worker/destinations/hubspot.ts'
import type { HttpAnswer, HttpRequest } from '../../worker/platform/http.ts'
import { aLead } from './a-lead.ts'
import { noon } from './node-ledger.ts'

/** Answers a call. */
export type Script = (request: HttpRequest) => HttpAnswer

/** The adapter with the address https://crm.example. */
export const destination = bind(hubspot, hubspot.settings.parse({ baseUrl: 'https://crm.example' }))

/** Delivers by the script. Whatever the outcomes are, there is one for each lead and none tells of a person. */
export async function delivering(script: Script, leads: readonly Lead[] = [aLead(1)]) {
  const { io, calls } = scripted(script)
  const outcomes = await destination.deliver(leads, io)
  expect(outcomes).toHaveLength(leads.length)
  const told = JSON.stringify(outcomes)
  for (const word of ['@', 'person-', 'Joaquina']) expect(told).not.toContain(word)
  return { outcomes, calls }
}

/** An io that answers by the script and remembers what it was asked. */
export function scripted(script: Script, token = 'token') {
  const calls: HttpRequest[] = []
  const io: DeliveryIo = {
    call: async request => {
      calls.push(request)
      return script(request)
    },
    secret: name => (name === 'HUBSPOT_TOKEN' ? token : undefined),
    now: () => noon,
  }
  return { io, calls }
}

/** An HTTP answer; a body that is no string is sent as JSON. */
export const answer = (status: number, body: unknown, headers: Record<string, string> = {}): HttpAnswer => ({
  kind: 'answer',
  status,
  header: name => headers[name] ?? null,
  body: typeof body === 'string' ? body : JSON.stringify(body),
})

/** What HubSpot says when it has written all that it was sent, `but` for these leads. */
export const written = (request: HttpRequest, but: readonly ExternalId[] = []) => ({
  results: inputsOf(request)
    .filter(({ id }) => !but.includes(id))
    .map(({ id, properties }) => ({ id: `9${id.slice(-3)}`, objectWriteTraceId: id, properties })),
})

/** The contacts that a call asks to write. */
export const inputsOf = (request: HttpRequest): { id: ExternalId; properties: Record<string, string> }[] =>
  request.body === undefined ? [] : JSON.parse(request.body).inputs
