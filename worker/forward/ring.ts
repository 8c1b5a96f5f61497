// Rings the doorbell: tells the queue which deliveries are due. Messages hold ids and nothing else.

import * as z from 'zod/mini'
import type { DeliveryId, DestinationId, SiteId } from '../../shared/ids.ts'
import { parseDeliveryId, parseDestinationId, parseSiteId } from '../../shared/ids.ts'
import { ringDeliveriesMax } from '../../shared/limits.ts'
import type { LeadIntent } from '../../shared/wire.ts'
import type { OwedDelivery } from '../ledger/owed.ts'

/** One message of the queue: due deliveries of one destination. */
export interface DeliveryPointer {
  readonly site: SiteId
  readonly destination: DestinationId
  readonly deliveries: readonly DeliveryId[]
  readonly intent: LeadIntent
  /** How many of them were told to wait for the pace before. */
  readonly waited: number
  /** Milliseconds since 1970. */
  readonly rungAt: number
}

// Cloudflare Queues: at most 100 messages a sendBatch (Queues limits, read 2026-11).
const messagesPerSendMax = 100

/** Sends pointers for these deliveries. Throws when the queue does not take them: the ledger then rings again. */
export async function ring(
  queue: Queue<DeliveryPointer>,
  input: { site: SiteId; due: readonly OwedDelivery[]; hasWaited: (id: DeliveryId) => boolean; now: number },
): Promise<void> {
  const messages: MessageSendRequest<DeliveryPointer>[] = []
  for (const intent of ['high', 'low'] as const) {
    const byDestination = Map.groupBy(
      input.due.filter(delivery => delivery.intent === intent),
      delivery => delivery.destination,
    )
    for (const [destination, due] of byDestination) {
      for (let at = 0; at < due.length; at += ringDeliveriesMax) {
        const deliveries = due.slice(at, at + ringDeliveriesMax).map(delivery => delivery.id)
        const waited = deliveries.filter(input.hasWaited).length
        messages.push({ body: { site: input.site, destination, deliveries, intent, waited, rungAt: input.now } })
      }
    }
  }
  for (let at = 0; at < messages.length; at += messagesPerSendMax) {
    await queue.sendBatch(messages.slice(at, at + messagesPerSendMax))
  }
}

const pointerShape = z.object({
  site: z.string(),
  destination: z.string(),
  deliveries: z.array(z.string()).check(z.maxLength(ringDeliveriesMax)),
  // Absent in messages of a version before this one.
  intent: z._default(z.enum(['high', 'low']), 'high'),
  waited: z._default(z.number(), 0),
  rungAt: z.number(),
})

/** Reads a message; undefined when it is none of ours. */
export function readPointer(body: unknown): DeliveryPointer | undefined {
  const parsed = pointerShape.safeParse(body)
  if (!parsed.success) return undefined
  const site = parseSiteId(parsed.data.site)
  const destination = parseDestinationId(parsed.data.destination)
  const deliveries = parsed.data.deliveries.map(parseDeliveryId).filter(delivery => delivery !== undefined)
  if (!site || !destination || deliveries.length !== parsed.data.deliveries.length) return undefined
  const { intent, waited, rungAt } = parsed.data
  return { site, destination, deliveries: deliveries.map(delivery => delivery.id), intent, waited, rungAt }
}
