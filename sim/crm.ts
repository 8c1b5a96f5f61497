// The CRM of a run: the stand-in's own HubSpot behind a network that fails as told. What reached it stays.

import type { Answer } from '../local/crm/answer.ts'
import { answerApiCall, type ContactsApi } from '../local/crm/contacts-api.ts'
import { createRateLimit } from '../local/crm/rate-limit.ts'
import { hubspotPropertyNames } from '../worker/destinations/hubspot-contact.ts'
import { contactMap } from './contact-map.ts'
import { createOnly } from './crm-create-only.ts'
import { type CrmCall, crmFault } from './crm-fault.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { VirtualTime } from './virtual-time.ts'

export const crmUrl = 'https://crm.example'
export const crmToken = 'simulated-token'

export interface CrmParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  /** `create-only` writes a new record for every input, whatever its id. */
  readonly kind: 'upsert' | 'create-only'
  readonly onWrite: (leadId: string) => void
}

// One for all: making one with its stack for each call that is cut takes longer than the call.
const aborted = new DOMException('aborted', 'AbortError')

export type Crm = ReturnType<typeof crmOf>

export function crmOf({ time, dice, faults, kind, onWrite }: CrmParts) {
  const store = contactMap(properties => {
    const leadId = properties[hubspotPropertyNames.id]
    if (leadId !== undefined) onWrite(leadId)
  })
  const api: ContactsApi = {
    store,
    rateLimit: createRateLimit({ callsPerTenSeconds: 190, callsPerDay: 650_000 }),
    token: crmToken,
    now: () => new Date(time.right()),
  }
  const handle = (call: CrmCall): Answer =>
    kind === 'create-only' && call.path.endsWith('/batch/upsert')
      ? createOnly(store, call, new Date(time.right()).toISOString())
      : answerApiCall(api, {
          ...call,
          authorization: `Bearer ${call.token}`,
          contentType: 'application/json',
          body: { ok: true, value: Buffer.from(call.body) },
        })
  const fault = crmFault({ time, dice, faults, store, handle })

  /** Takes one request, as `fetch` does. */
  const fetch = (url: string, init: RequestInit): Promise<Response> =>
    new Promise((resolve, reject) => {
      const cut = () => reject(aborted)
      init.signal?.addEventListener('abort', cut, { once: true })
      const { pathname, searchParams } = new URL(url)
      const headers = new Headers(init.headers)
      const call: CrmCall = {
        method: init.method ?? 'GET',
        path: pathname,
        query: searchParams,
        token: headers.get('authorization')?.replace('Bearer ', '') ?? '',
        body: typeof init.body === 'string' ? init.body : '',
      }
      time.after(dice.between(20, 200), () => {
        // Whoever left gets nothing done.
        if (init.signal?.aborted) return
        const said = fault(call)
        if (said === 'nothing') return
        const afterMs = dice.between(5, 50)
        if (said === 'reset') time.after(afterMs, () => reject(new TypeError('fetch failed')))
        else time.after(afterMs, () => resolve(responseOf(said)))
      })
    })
  return { fetch, store }
}

// As much of a response as is read of one: a real one reads its body in its own time.
function responseOf({ status, headers, body }: Answer): Response {
  const lower = new Map(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]))
  const chunks = body === '' ? [] : [new TextEncoder().encode(body)]
  const reader = {
    read: async () => {
      const value = chunks.shift()
      return value ? { done: false, value } : { done: true }
    },
    cancel: async () => {},
  }
  const response = {
    status,
    headers: { get: (name: string) => lower.get(name) ?? null },
    body: { getReader: () => reader },
  }
  return response as unknown as Response
}
