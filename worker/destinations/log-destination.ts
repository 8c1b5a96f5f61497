// A destination for trying things out: one line in the log for each lead, with ids and nothing that a person said.
// Nothing is kept and nobody is called, so that there is nothing to find, to check or to erase.

import * as z from 'zod/mini'
import { externalId, type LeadId, type SiteId } from '../../shared/ids.ts'
import { ok } from '../../shared/result.ts'
import { log } from '../platform/log.ts'
import type { Destination } from './destination.ts'

interface LoggedLead {
  readonly leadId: LeadId
  readonly siteId: SiteId
  readonly revision: number
}

export const logDestination: Destination<Record<string, never>, LoggedLead> = {
  id: 'log',
  /** There is nothing to set: a setting is a mistake, and is told. */
  settings: z.strictObject({}),
  // As many as one message of the queue names; there is nobody to be polite to.
  pace: { calls: 100, perSeconds: 1, deliveriesPerCall: 100 },
  secrets: () => [],
  prepare: ({ id: leadId, siteId, revision }) => ok({ leadId, siteId, revision }),

  // The line of the delivery itself, with the destination's name, follows when it is settled.
  async deliver(prepared) {
    return prepared.map(lead => {
      log.fact('lead.logged', lead)
      return { kind: 'delivered', externalId: externalId(lead.leadId) }
    })
  },

  async check() {
    return { kind: 'ready' }
  },
}
