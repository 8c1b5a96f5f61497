// A CRM that knows no upsert: every input of a batch becomes a record of its own. Such CRMs exist; what keeps them free
// of doubles is the look-up after an attempt that may have been carried out.

import { type Answer, jsonAnswer } from '../local/crm/answer.ts'
import { contactObject } from '../local/crm/contact-object.ts'
import type { ContactStore, Properties } from '../local/crm/contact-store.ts'
import { hubspotPropertyNames } from '../worker/destinations/hubspot-contact.ts'
import type { CrmCall } from './crm-fault.ts'

interface Batch {
  readonly inputs: readonly { readonly id: string; readonly properties: Properties }[]
}

/** Answers a batch by creating. */
export function createOnly(store: ContactStore, { body }: CrmCall, at: string): Answer {
  store.declareUnique(hubspotPropertyNames.id)
  // Sent by the product's own adapter, whose shape is known.
  const { inputs } = JSON.parse(body) as Batch
  const results = inputs.map(({ id, properties }) => ({
    ...contactObject(store.insert(properties, at), Object.keys(properties)),
    objectWriteTraceId: id,
  }))
  return jsonAnswer(200, { status: 'COMPLETE', results })
}
