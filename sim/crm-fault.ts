// What a fault of the CRM does to one call: another answer, a part of the work, none of it, or silence after all of it.

import { type Answer, jsonAnswer } from '../local/crm/answer.ts'
import type { ContactStore } from '../local/crm/contact-store.ts'
import { errorAnswer } from '../local/crm/errors.ts'
import { faultAnswer } from '../local/crm/fault-answer.ts'
import { rateLimited } from '../local/crm/rate-limit.ts'
import type { Dice } from './dice.ts'
import type { Faults } from './faults.ts'
import type { VirtualTime } from './virtual-time.ts'

export interface CrmCall {
  readonly method: string
  readonly path: string
  readonly query: URLSearchParams
  readonly token: string
  readonly body: string
}

/** An answer, a connection that breaks, or silence. */
export type Said = Answer | 'reset' | 'nothing'

export interface CrmFaultParts {
  readonly time: VirtualTime
  readonly dice: Dice
  readonly faults: Faults
  readonly store: ContactStore
  readonly handle: (call: CrmCall) => Answer
}

const status = (code: number, headers: Readonly<Record<string, string>> = {}) => faultAnswer(code, { headers })

export function crmFault({ time, dice, faults, store, handle }: CrmFaultParts): (call: CrmCall) => Said {
  let refusesUntil = 0
  return call => {
    if (faults.strikes('crm-401')) refusesUntil = time.elapsed() + dice.between(20_000, 180_000)
    if (refusesUntil > time.elapsed() && !faults.isOver()) return status(401)
    if (faults.strikes('crm-refuses')) return 'reset'
    if (faults.strikes('crm-hangs')) return 'nothing'
    if (faults.strikes('crm-500')) return status(500)
    if (faults.strikes('crm-502-html')) return status(502)
    if (faults.strikes('crm-429')) return status(429, { 'retry-after': String(dice.between(1, 120)) })
    if (faults.strikes('crm-429-daily')) return rateLimited('DAILY')
    if (faults.strikes('crm-423')) return status(423)
    if (faults.strikes('crm-empty-200')) return { status: 200, headers: {}, body: '' }
    if (faults.strikes('crm-409-transient')) return errorAnswer(409, 'CONFLICT', 'Try again.')
    if (call.path.endsWith('/batch/upsert')) return toBatch(call)
    if (call.method === 'GET' && faults.strikes('crm-reads-lag')) return laggingRead(call)
    return afterwards(call)
  }

  function toBatch(call: CrmCall): Said {
    if (faults.strikes('crm-409-stranger')) {
      const stranger = dice.between(501, 501 + Math.max(1, store.count()))
      return errorAnswer(409, 'CONFLICT', `Contact already exists. Existing ID: ${stranger}`)
    }
    if (faults.strikes('crm-lands-late')) {
      time.after(45_000, () => handle(call))
      return 'nothing'
    }
    const inputs = inputsOf(call)
    const one = dice.between(0, inputs.length - 1)
    const chosen = inputs[one]
    const others = { ...call, body: JSON.stringify({ inputs: inputs.filter((_, at) => at !== one) }) }
    if (chosen && faults.strikes('crm-400')) {
      const bad = { ...chosen, properties: { ...chosen.properties, email: 'no address' } }
      return handle({ ...call, body: JSON.stringify({ inputs: inputs.with(one, bad) }) })
    }
    if (chosen && faults.strikes('crm-drops-lead')) return inputs.length > 1 ? handle(others) : status(200)
    if (chosen && faults.strikes('crm-207-partial')) {
      const { results = [], errors = [] }: Partial<Record<'results' | 'errors', unknown[]>> =
        inputs.length > 1 ? JSON.parse(handle(others).body) : {}
      const error = { status: 'error', category: 'CONFLICT', context: { objectWriteTraceId: [chosen.id] } }
      return jsonAnswer(207, { status: 'COMPLETE', results, errors: [...errors, error] })
    }
    return afterwards(call)
  }

  // Reads that lag behind do not see what was written some seconds ago.
  function laggingRead(call: CrmCall): Said {
    const answer = handle(call)
    const updatedAt: unknown = answer.status === 200 ? JSON.parse(answer.body).updatedAt : undefined
    const isFresh = typeof updatedAt === 'string' && time.right() - Date.parse(updatedAt) < 15_000
    return isFresh ? errorAnswer(404, 'OBJECT_NOT_FOUND', 'Object not found.') : answer
  }

  function afterwards(call: CrmCall): Said {
    const answer = handle(call)
    if (faults.strikes('crm-resets-after')) return 'reset'
    return faults.strikes('crm-hangs-after') ? 'nothing' : answer
  }
}

interface Input {
  readonly id: string
  readonly properties: Readonly<Record<string, string>>
}

const inputsOf = (call: CrmCall): readonly Input[] => JSON.parse(call.body).inputs ?? []
