// A generic webhook, signed after Standard Webhooks (github.com/standard-webhooks/standard-webhooks, spec read
// 2026-11): `webhook-id` is stable over retries and is the receiver's idempotency key.

import * as z from 'zod/mini'
import type { DeliveryOutcome } from '../../shared/delivery/outcome.ts'
import { externalId } from '../../shared/ids.ts'
import { currentConsent, type Lead } from '../../shared/lead/lead.ts'
import { ok } from '../../shared/result.ts'
import { base64, fromBase64, utf8 } from '../platform/bytes.ts'
import type { DeliveryIo, Destination } from './destination.ts'
import { failureOf } from './http-outcome.ts'

const settingsShape = z.object({
  /** https; plain http only on loopback, where nothing but a local receiver can listen. */
  url: z.url().check(z.refine(isSafeUrl, 'use https')),
  /** Name of the secret that holds `whsec_` and the base64 of 24 to 64 bytes. */
  secretName: z.string().check(z.minLength(1), z.maxLength(100)),
})
type WebhookSettings = z.output<typeof settingsShape>

interface PreparedWebhook {
  readonly messageId: string
  readonly externalId: ReturnType<typeof externalId>
  readonly body: string
}

export const webhook: Destination<WebhookSettings, PreparedWebhook> = {
  id: 'webhook',
  settings: settingsShape,
  // No limit is published for a receiver that we do not know: polite for one that is small.
  pace: { calls: 50, perSeconds: 1, deliveriesPerCall: 1 },

  secrets: ({ secretName }) => [secretName],

  prepare(lead) {
    return ok({
      // A new revision is new content and so a new message; a retry of one revision is the same message.
      messageId: `${lead.id}_r${lead.revision}`,
      externalId: externalId(lead.id),
      body: JSON.stringify({
        type: lead.revision === 1 ? 'lead.created' : 'lead.updated',
        timestamp: lead.updatedAt,
        data: leadContent(lead),
      }),
    })
  },

  // One call a lead: the receiver answers for one message.
  async deliver(prepared, settings, io) {
    const outcomes: DeliveryOutcome[] = []
    for (const one of prepared) outcomes.push(await send(one, settings, io))
    return outcomes
  },

  async check(settings, io) {
    if (secretKey(settings, io)) return { kind: 'ready' }
    const { secretName: name } = settings
    const missing = io.secret(name) ? [{ what: 'secret', name, problem: 'malformed' } as const] : undefined
    return { kind: 'blocked', reason: 'secret_missing', ...(missing ? { missing } : {}) }
  },

  async erase(id, settings, io) {
    const body = JSON.stringify({ type: 'lead.erased', timestamp: new Date(io.now()).toISOString(), data: { id } })
    return send({ messageId: `${id}_erased`, externalId: id, body }, settings, io)
  },
}

async function send(one: PreparedWebhook, settings: WebhookSettings, io: DeliveryIo): Promise<DeliveryOutcome> {
  const key = secretKey(settings, io)
  if (!key) return { kind: 'blocked', reason: 'secret_missing' }
  const timestamp = String(Math.floor(io.now() / 1_000))
  const answer = await io.call({
    method: 'POST',
    url: settings.url,
    headers: {
      'content-type': 'application/json',
      'webhook-id': one.messageId,
      'webhook-timestamp': timestamp,
      'webhook-signature': `v1,${await sign(key, `${one.messageId}.${timestamp}.${one.body}`)}`,
    },
    body: one.body,
  })
  if (answer.kind === 'answer' && answer.status >= 200 && answer.status < 300) {
    return { kind: 'delivered', externalId: one.externalId, answer: { status: answer.status } }
  }
  const failure = failureOf(answer, { now: io.now() })
  // Nothing at this address, for now: every lead goes there, so it says nothing of this one.
  const isNoReceiver = answer.kind === 'answer' && (answer.status === 404 || answer.status === 405)
  return isNoReceiver ? { kind: 'retry', reason: 'server_error', answer: { status: answer.status } } : failure
}

async function sign(key: Uint8Array<ArrayBuffer>, content: string): Promise<string> {
  const hmac = await crypto.subtle.importKey('raw', key, { name: 'HMAC', hash: 'SHA-256' }, false, ['sign'])
  return base64(new Uint8Array(await crypto.subtle.sign('HMAC', hmac, utf8(content))))
}

function secretKey(settings: WebhookSettings, io: DeliveryIo): Uint8Array<ArrayBuffer> | undefined {
  const secret = io.secret(settings.secretName)
  const key = secret?.startsWith('whsec_') ? fromBase64(secret.slice('whsec_'.length)) : undefined
  return key && key.byteLength >= 24 && key.byteLength <= 64 ? key : undefined
}

function leadContent(lead: Lead) {
  const consent = currentConsent(lead)
  return {
    id: lead.id,
    revision: lead.revision,
    createdAt: lead.createdAt,
    updatedAt: lead.updatedAt,
    renewedAt: lead.renewedAt ?? null,
    submissions: lead.submissions.length,
    form: lead.formName ?? null,
    intent: lead.intent,
    route: lead.route ?? null,
    profile: lead.profile,
    custom: Object.fromEntries(lead.custom.map(field => [field.name, field.values])),
    attribution: lead.attribution,
    consent: consent ?? null,
  }
}

function isSafeUrl(text: string): boolean {
  // zod asks this also of what it has found to be no URL.
  if (!URL.canParse(text)) return false
  const { protocol, hostname } = new URL(text)
  return protocol === 'https:' || (protocol === 'http:' && (hostname === '127.0.0.1' || hostname === 'localhost'))
}
