// What a destination is. One file and one line in the registry add one; the contract tests find it there.

import type * as z from 'zod/mini'
import type { Pace } from '../../shared/delivery/circuit.ts'
import type { BlockReason, DeliveryOutcome, RejectReason } from '../../shared/delivery/outcome.ts'
import type { ExternalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import type { Result } from '../../shared/result.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import type { TokenSource } from './access-token.ts'

/** What is wrong with a lead before any call is made. */
export interface PreflightProblem {
  readonly reason: RejectReason
  readonly field?: string
}

/** The only way out for a destination. */
export interface DeliveryIo {
  /** Sends one request within the time that is left. Never throws. */
  readonly call: (request: HttpRequest) => Promise<HttpAnswer>
  /** A secret by the name that the settings give. */
  readonly secret: (name: string) => string | undefined
  /** Milliseconds since 1970. */
  readonly now: () => number
  /** Where access tokens come from; absent where no destination needs one. */
  readonly token?: TokenSource
}

/** Whether credentials and field map are right. */
export type DestinationCheck =
  | { readonly kind: 'ready' }
  | { readonly kind: 'blocked'; readonly reason: BlockReason }
  | { readonly kind: 'unreachable' }

/** What a destination holds under our external id. */
export type Found =
  | { readonly kind: 'found'; readonly recordId?: string; readonly revision?: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly outcome: DeliveryOutcome }

export interface Destination<Settings, Prepared> {
  readonly id: string
  readonly settings: z.ZodMiniType<Settings>
  /** The vendor's published limit on calls, with its page and date in the destination's file. */
  readonly pace: Pace
  /** Pure: what is sent for this lead, or what is missing or too long. */
  prepare(lead: Lead, settings: Settings): Result<Prepared, PreflightProblem>
  /** The only I/O. One outcome for each, in the same order. */
  deliver(prepared: readonly Prepared[], settings: Settings, io: DeliveryIo): Promise<readonly DeliveryOutcome[]>
  /** Proves the credentials; writes nothing. */
  check(settings: Settings, io: DeliveryIo): Promise<DestinationCheck>
  /** Looks a record up after an attempt that may have been carried out. */
  find?(externalId: ExternalId, settings: Settings, io: DeliveryIo): Promise<Found>
  /** Removes the record of an erased person. `delivered` when it is gone, also when it never was there. */
  erase?(externalId: ExternalId, settings: Settings, io: DeliveryIo): Promise<DeliveryOutcome>
}

/** A destination bound to its checked settings, so that callers need not know their types. */
export interface BoundDestination {
  readonly pace: Pace
  deliver(leads: readonly Lead[], io: DeliveryIo): Promise<readonly DeliveryOutcome[]>
  check(io: DeliveryIo): Promise<DestinationCheck>
  readonly find?: (externalId: ExternalId, io: DeliveryIo) => Promise<Found>
  readonly erase?: (externalId: ExternalId, io: DeliveryIo) => Promise<DeliveryOutcome>
}

/** Binds settings to a destination. Leads that fail preflight are rejected without a call; the others are sent. */
export function bind<Settings, Prepared>(
  destination: Destination<Settings, Prepared>,
  settings: Settings,
): BoundDestination {
  const { find, erase } = destination
  return {
    pace: destination.pace,
    check: io => destination.check(settings, io),
    deliver: async (leads, io) => {
      const ready = leads.map(lead => destination.prepare(lead, settings))
      const sendable = ready.flatMap(prepared => (prepared.ok ? [prepared.value] : []))
      const sent = sendable.length > 0 ? await destination.deliver(sendable, settings, io) : []
      let next = 0
      return ready.map(prepared => {
        if (!prepared.ok) return { kind: 'rejected', ...prepared.error }
        const outcome = sent[next]
        next += 1
        return outcome ?? { kind: 'retry', reason: 'unreadable_answer', isAmbiguous: true }
      })
    },
    ...(find ? { find: (externalId, io) => find.call(destination, externalId, settings, io) } : {}),
    ...(erase ? { erase: (externalId, io) => erase.call(destination, externalId, settings, io) } : {}),
  }
}
