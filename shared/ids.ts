// Identifiers, each its own type, and the one place where a text becomes one.

/** Marks the id types; there is no such value. Exported because types built from the ids name it. */
export declare const brand: unique symbol
type Id<Name extends string> = string & { readonly [brand]: Name }

/** One act of capture. UUID made by the sender before sending, or by us when it sent none. */
export type SubmissionId = Id<'submission'>
/** The record built from submissions. Also our external id in every destination. */
export type LeadId = Id<'lead'>
/** What one lead owes to one destination: `<lead id>.<destination id>`. */
export type DeliveryId = Id<'delivery'>
/** A site, as named in the configuration: lower-case letters, digits and hyphens. */
export type SiteId = Id<'site'>
/** A destination of a site, as named in the configuration. */
export type DestinationId = Id<'destination'>
/** The id by which a destination finds our record again. */
export type ExternalId = Id<'external'>

// RFC 9562: version 4 (122 random bits) or 7 (48 bits of time, 74 random). Older versions can be guessed,
// and an id that can be guessed is no idempotency key.
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[47][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/
const slug = /^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/

const lower = (text: string) => text.toLowerCase()

/** A UUID of version 4 or 7, in any case; undefined for anything else. */
export function parseSubmissionId(text: string): SubmissionId | undefined {
  const id = lower(text)
  return uuid.test(id) ? (id as SubmissionId) : undefined
}

/** A UUID of version 4 or 7, in any case; undefined for anything else. */
export function parseLeadId(text: string): LeadId | undefined {
  const id = lower(text)
  return uuid.test(id) ? (id as LeadId) : undefined
}

/** Up to 40 of `a-z0-9-`, neither first nor last a hyphen. */
export function parseSiteId(text: string): SiteId | undefined {
  return slug.test(text) ? (text as SiteId) : undefined
}

/** Up to 40 of `a-z0-9-`, neither first nor last a hyphen. */
export function parseDestinationId(text: string): DestinationId | undefined {
  return slug.test(text) ? (text as DestinationId) : undefined
}

/** The delivery that `lead` owes to `destination`. */
export function deliveryId(lead: LeadId, destination: DestinationId): DeliveryId {
  return `${lead}.${destination}` as DeliveryId
}

/** The lead and destination of a delivery id; undefined for any other text. */
export function parseDeliveryId(
  text: string,
): { id: DeliveryId; lead: LeadId; destination: DestinationId } | undefined {
  const dot = text.indexOf('.')
  const lead = parseLeadId(text.slice(0, Math.max(dot, 0)))
  const destination = parseDestinationId(text.slice(dot + 1))
  return lead && destination ? { id: deliveryId(lead, destination), lead, destination } : undefined
}

/** Destinations know a lead by its lead id. */
export function externalId(lead: LeadId): ExternalId {
  return lead as string as ExternalId
}

/**
 * A UUIDv7 (RFC 9562 §5.7).
 * @param nowMs milliseconds since 1970
 * @param random at least ten random bytes
 */
export function uuidv7(nowMs: number, random: Uint8Array): string {
  const time = Math.max(0, Math.floor(nowMs)).toString(16).padStart(12, '0').slice(-12)
  const bytes = random.slice(0, 10)
  bytes[0] = ((bytes[0] ?? 0) & 0x0f) | 0x70
  bytes[2] = ((bytes[2] ?? 0) & 0x3f) | 0x80
  const rest = Array.from(bytes, byte => byte.toString(16).padStart(2, '0')).join('')
  return `${time.slice(0, 8)}-${time.slice(8)}-${rest.slice(0, 4)}-${rest.slice(4, 8)}-${rest.slice(8)}`
}

export const newSubmissionId = (nowMs: number, random: Uint8Array) => uuidv7(nowMs, random) as SubmissionId
export const newLeadId = (nowMs: number, random: Uint8Array) => uuidv7(nowMs, random) as LeadId
