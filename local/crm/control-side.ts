// The control side under `/_crm`: what a test or a curious person asks the stand-in itself. No token, no limits.

import type { Result } from '../../shared/result.ts'
import { type Answer, emptyAnswer, jsonAnswer } from './answer.ts'
import type { CallLog } from './call-log.ts'
import { allProperties } from './contact-object.ts'
import type { ContactStore } from './contact-store.ts'
import { contactsPage } from './contacts-page.ts'
import { type Faults, readFaults } from './faults.ts'
import { contactsOnPageMax } from './limits.ts'
import type { RateLimit } from './rate-limit.ts'
import { type BodyProblem, parseJson } from './request-body.ts'

export interface ControlSide {
  readonly store: ContactStore
  readonly calls: CallLog
  readonly faults: Faults
  readonly rateLimit: RateLimit
}

/** Answers a call under `/_crm`. */
export function answerControlCall(
  side: ControlSide,
  method: string,
  path: string,
  body: Result<Buffer, BodyProblem>,
): Answer {
  switch (`${method} ${path.replace(/\/$/, '')}`) {
    case 'GET /_crm':
      return contactsPage(side.store.all(contactsOnPageMax), side.store.count())
    case 'GET /_crm/contacts':
      return jsonAnswer(
        200,
        side.store.all().map(contact => ({
          id: contact.id,
          properties: allProperties(contact),
          writes: contact.writes,
        })),
      )
    case 'GET /_crm/calls':
      return jsonAnswer(200, side.calls.list())
    case 'GET /_crm/faults':
      return jsonAnswer(200, side.faults.left())
    case 'POST /_crm/faults':
      return replaceFaults(side, body)
    case 'DELETE /_crm':
      side.store.forget()
      side.calls.forget()
      side.faults.replace([])
      side.rateLimit.forget()
      return emptyAnswer(204)
    default:
      return jsonAnswer(404, {
        message: 'Try GET /_crm, GET /_crm/contacts, GET /_crm/calls, GET or POST /_crm/faults, DELETE /_crm',
      })
  }
}

function replaceFaults({ faults }: ControlSide, body: Result<Buffer, BodyProblem>): Answer {
  const json = body.ok ? parseJson(body.value) : body
  if (!json.ok) return jsonAnswer(400, { message: `The fault list could not be read: ${json.error}` })
  const read = readFaults(json.value)
  if (!read.ok) return jsonAnswer(400, { message: `The fault list is wrong: ${read.error}` })
  faults.replace(read.value)
  return jsonAnswer(200, faults.left())
}
