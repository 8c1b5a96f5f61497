// What a destination is. One file and one line in the registry add one; the contract tests find it there.

import type * as z from 'zod/mini'
import type { Pace } from '../../shared/delivery/circuit.ts'
import type { FieldCatalog } from '../../shared/delivery/fit-fields.ts'
import type { AnswerFacts, BlockReason, DeliveryOutcome, RejectReason } from '../../shared/delivery/outcome.ts'
import type { ExternalId } from '../../shared/ids.ts'
import type { Lead } from '../../shared/lead/lead.ts'
import type { Result } from '../../shared/result.ts'
import type { HttpAnswer, HttpRequest } from '../platform/http.ts'
import type { TokenSource } from './access-token.ts'
import { deliverFitting } from './deliver-fitting.ts'

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
  /** Whether the record with this id of ours is on its way out, its person erased; absent where nobody can tell. */
  readonly isBeingErased?: (externalId: string) => Promise<boolean>
  /** What the vendor has said of its fields; absent where nobody has asked yet. */
  readonly catalog?: FieldCatalog | undefined
}

/** Something that must be there at the vendor, or here, before leads can be delivered whole. */
export interface Missing {
  readonly what: 'secret' | 'scope' | 'field'
  readonly name: string
  readonly problem: 'absent' | 'malformed' | 'read_only' | 'wrong_type' | 'not_unique' | 'not_written'
}

/** Whether credentials and field map are right. */
export type DestinationCheck = (
  | { readonly kind: 'ready' }
  | { readonly kind: 'incomplete' }
  | { readonly kind: 'blocked'; readonly reason: BlockReason }
  | { readonly kind: 'unreachable' }
) & {
  readonly missing?: readonly Missing[]
  /** The fields that are there and take what is written. */
  readonly fields?: readonly string[]
  /** `fields_unread`: the credentials work, and the vendor does not say which fields it has. */
  readonly notes?: readonly 'fields_unread'[]
  readonly answer?: AnswerFacts
}

/** What a destination holds under our external id. */
export type Found =
  | { readonly kind: 'found'; readonly recordId?: string; readonly revision?: number }
  | { readonly kind: 'absent' }
  | { readonly kind: 'unknown'; readonly outcome: DeliveryOutcome }

export type Failure = Exclude<DeliveryOutcome, { kind: 'delivered' }>

export interface Destination<Settings, Prepared> {
  readonly id: string
  readonly settings: z.ZodMiniType<Settings>
  /** The vendor's published limit on calls, with its page and date in the destination's file. */
  readonly pace: Pace
  /** Names of the secrets that these settings need. */
  secrets(settings: Settings): readonly string[]
  /** Pure: what is sent for this lead, or what is missing or too long. With a catalog, what does not fit is left out. */
  prepare(lead: Lead, settings: Settings, catalog?: FieldCatalog): Result<Prepared, PreflightProblem>
  /** The only I/O. One outcome for each, in the same order. */
  deliver(prepared: readonly Prepared[], settings: Settings, io: DeliveryIo): Promise<readonly DeliveryOutcome[]>
  /** Pure: the same without a field that was refused; its value in a note. Undefined where the field cannot be spared. */
  without?(prepared: Prepared, field: string, settings: Settings): Prepared | undefined
  /** The fields that `prepare` or `without` has left out. */
  dropped?(prepared: Prepared): readonly string[]
  /** Proves credentials and field map; writes nothing. */
  check(settings: Settings, io: DeliveryIo): Promise<DestinationCheck>
  /** Asks the vendor what its fields take, of those that are written and those that it requires. Reads only. */
  describe?(settings: Settings, io: DeliveryIo): Promise<Result<FieldCatalog, Failure>>
  /** Looks a record up after an attempt that may have been carried out. */
  find?(externalId: ExternalId, settings: Settings, io: DeliveryIo): Promise<Found>
  /** The same for several, at most `pace.deliveriesPerCall`: one for each, in the same order. */
  findMany?(externalIds: readonly ExternalId[], settings: Settings, io: DeliveryIo): Promise<readonly Found[]>
  /**
   * Removes the record of an erased person. `delivered` when it is gone, also when it never was there.
   * @param recordId what the vendor calls the record, where a delivery has told
   */
  erase?(externalId: ExternalId, settings: Settings, io: DeliveryIo, recordId?: string): Promise<DeliveryOutcome>
}

/** A destination bound to its checked settings, so that callers need not know their types. */
export interface BoundDestination {
  readonly pace: Pace
  readonly secrets: readonly string[]
  deliver(leads: readonly Lead[], io: DeliveryIo): Promise<readonly DeliveryOutcome[]>
  check(io: DeliveryIo): Promise<DestinationCheck>
  readonly describe?: (io: DeliveryIo) => Promise<Result<FieldCatalog, Failure>>
  readonly find?: (externalId: ExternalId, io: DeliveryIo) => Promise<Found>
  readonly findMany?: (externalIds: readonly ExternalId[], io: DeliveryIo) => Promise<readonly Found[]>
  readonly erase?: (externalId: ExternalId, io: DeliveryIo, recordId?: string) => Promise<DeliveryOutcome>
}

/** Binds settings to a destination. */
export function bind<Settings, Prepared>(
  destination: Destination<Settings, Prepared>,
  settings: Settings,
): BoundDestination {
  const { describe, find, findMany, erase } = destination
  return {
    pace: destination.pace,
    secrets: destination.secrets(settings),
    check: io => destination.check(settings, io),
    deliver: (leads, io) => deliverFitting(destination, settings, leads, io),
    ...(describe ? { describe: io => describe.call(destination, settings, io) } : {}),
    ...(find ? { find: (externalId, io) => find.call(destination, externalId, settings, io) } : {}),
    ...(findMany ? { findMany: (ids, io) => findMany.call(destination, ids, settings, io) } : {}),
    ...(erase
      ? { erase: (externalId, io, recordId) => erase.call(destination, externalId, settings, io, recordId) }
      : {}),
  }
}
