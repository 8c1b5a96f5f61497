// What can go wrong in the runtime itself: objects that are evicted or aborted, batches that come twice and out of order, a
// queue or a read index that fails, a consumer that is lost between the CRM's answer and its settling. After each of them
// every acknowledged lead is in the CRM once.

import {
  abortAllDurableObjects,
  createExecutionContext,
  createMessageBatch,
  evictAllDurableObjects,
  getQueueResult,
  runDurableObjectAlarm,
  runInDurableObject,
} from 'cloudflare:test'
import { env as bindings } from 'cloudflare:workers'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { leaseSecondsMax } from '../../shared/limits.ts'
import type { Env } from '../../worker/env.ts'
import type { DeliveryPointer } from '../../worker/forward/ring.ts'
import worker from '../../worker/index.ts'
import type { LeadLedger } from '../../worker/ledger/lead-ledger.ts'
import { receive } from '../../worker/pipeline.ts'
import { utf8 } from '../../worker/platform/bytes.ts'
import { ledgerOf } from '../../worker/platform/objects.ts'
import { readSites } from '../../worker/receive/sites.ts'

const env = bindings as unknown as Env & { readonly TEST_CRM_URL: string }
const crm = env.TEST_CRM_URL
const site = [...readSites(env).values()].find(({ id }) => id === 'demo') ?? unseeded()
let sent = 0
const run = crypto.randomUUID().slice(0, 8)

interface Contact {
  readonly properties: { readonly email?: string }
  readonly writes: number
}

beforeEach(() => control('faults', 'POST', []))
afterEach(() => {
  vi.useRealTimers()
  vi.restoreAllMocks()
})

async function control(path: string, method: string, body?: unknown): Promise<void> {
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${crm}/_crm/${path}`, {
    method,
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  await response.arrayBuffer()
}

/** Accepts a lead of a new person, and gives its address. */
async function accept(): Promise<string> {
  sent += 1
  const email = `${run}-${sent}@faults.example`
  const bytes = utf8(JSON.stringify({ fields: { email } }))
  const body = { bytes, mediaType: 'application/json', contentType: 'application/json' } as const
  const result = await receive(env, { site, body, receivedAt: Date.now() })
  expect(result.ok && result.value.status).toBe('accepted')
  return email
}

async function contactsOf(emails: readonly string[]): Promise<Contact[]> {
  const contacts: Contact[] = await (await fetch(`${crm}/_crm/contacts`)).json()
  return contacts.filter(({ properties }) => properties.email !== undefined && emails.includes(properties.email))
}

/** Waits until all of them are in the CRM, and proves that each is there once. */
async function arrived(emails: readonly string[]): Promise<Contact[]> {
  await vi.waitFor(async () => expect(await contactsOf(emails)).toHaveLength(emails.length), {
    timeout: 30_000,
    interval: 100,
  })
  const contacts = await contactsOf(emails)
  expect(new Set(contacts.map(({ properties }) => properties.email)).size).toBe(emails.length)
  return contacts
}

const ledger = () => ledgerOf(env, site)

/** What is owed, as the messages that ring for it. */
async function pointers(): Promise<DeliveryPointer[]> {
  const rows = await ledger().listDeliveries({ state: 'pending', before: '~', limit: 200 })
  return rows.map(({ id, destination }) => ({
    site: site.id,
    destination,
    deliveries: [id],
    intent: 'high',
    waited: 0,
    rungAt: 1,
  }))
}

async function consume(bodies: readonly DeliveryPointer[], within: Env = env) {
  const messages = bodies.map((body, at) => ({ id: String(at), timestamp: new Date(), attempts: 1, body }))
  const batch = createMessageBatch<unknown>('lead-deliveries', messages)
  const context = createExecutionContext()
  await worker.queue(batch, within)
  return getQueueResult(batch, context)
}

test('delivers once what is rung for twice, at once and in another order', async () => {
  const emails = [await accept(), await accept(), await accept(), await accept()]
  const rung = await pointers()
  await Promise.all([consume(rung), consume(rung.toReversed()), consume([...rung, ...rung])])
  const contacts = await arrived(emails)
  expect(contacts.map(({ writes }) => writes)).toEqual([1, 1, 1, 1])
})

test('goes on where it was when its objects are evicted between every two steps', async () => {
  const emails: string[] = []
  for (let n = 0; n < 3; n += 1) {
    emails.push(await accept())
    await evictAllDurableObjects()
  }
  await runDurableObjectAlarm(ledger())
  await evictAllDurableObjects()
  await arrived(emails)
})

test('keeps what it has acknowledged when its objects are aborted under load', async () => {
  const emails: string[] = []
  for (let round = 0; round < 5; round += 1) {
    const under = Array.from({ length: 4 }, () => accept().then(email => emails.push(email)))
    // Those that fail were never acknowledged; their sender keeps them.
    const settled = Promise.allSettled(under)
    await abortAllDurableObjects()
    await settled
  }
  await worker.scheduled({} as ScheduledController, env)
  expect(emails.length).toBeGreaterThan(0)
  await arrived(emails)
})

test('rings again for what the queue did not take', async () => {
  const failing = vi.fn(async () => {
    throw new Error('the queue is down')
  })
  await runInDurableObject(ledger(), (object: LeadLedger) => {
    withBinding(object, 'DELIVERIES', { sendBatch: failing })
  })
  const emails = [await accept(), await accept()]
  await vi.waitFor(() => expect(failing).toHaveBeenCalled(), { timeout: 10_000 })
  expect(await contactsOf(emails)).toEqual([])
  await runInDurableObject(ledger(), (object: LeadLedger) => withBinding(object, 'DELIVERIES', env.DELIVERIES))
  await arrived(emails)
})

test('puts off what is owed to a destination that is there no longer, and delivers it when it is there again', async () => {
  const silent = { sendBatch: async () => {} }
  await runInDurableObject(ledger(), (object: LeadLedger) => withBinding(object, 'DELIVERIES', silent))
  const email = await accept()
  const [pointer] = await pointers()
  if (!pointer) throw new Error('the delivery is owed')
  const renamed = {
    ...site,
    keys: [...site.keys],
    destinations: site.destinations.map(one => ({ ...one, id: 'renamed' })),
  }
  const askedAt = Date.now()
  const result = await consume([pointer], { ...env, SITE_DEMO: JSON.stringify(renamed) })
  expect(result.explicitAcks).toHaveLength(1)
  const [row] = await ledger().listDeliveries({ before: '~', limit: 1 })
  expect(row).toMatchObject({ state: 'pending', attempts: [] })
  expect(row?.dueAt).toBeGreaterThan(askedAt + 1_000)
  await runInDurableObject(ledger(), (object: LeadLedger) => withBinding(object, 'DELIVERIES', env.DELIVERIES))
  await ledger().hasten(pointer.destination)
  await arrived([email])
})

test('accepts and delivers while the read index is down, and projects it afterwards', async () => {
  const down = { prepare: () => unseeded() }
  await runInDurableObject(ledger(), (object: LeadLedger) => withBinding(object, 'DB', down))
  const emails = [await accept(), await accept()]
  await arrived(emails)
  const count = async () => {
    const rows = await env.DB.prepare('select count(*) as n from leads').first<{ n: number }>()
    return rows?.n ?? 0
  }
  const before = await count()
  await runInDurableObject(ledger(), (object: LeadLedger) => withBinding(object, 'DB', env.DB))
  await vi.waitFor(async () => expect(await count()).toBe(before + 2), { timeout: 20_000, interval: 200 })
})

test('looks before it writes again when a consumer was lost after the CRM had answered', async () => {
  const email = await accept()
  const [pointer] = await pointers()
  if (!pointer) throw new Error('the delivery is owed')
  // Settling is where it is lost; the alarm's own ring is kept away by the lease.
  const lost = await consume([pointer], withLedger({ settle: () => Promise.reject(new Error('lost')) }))
  expect(lost.retryMessages).toHaveLength(1)
  expect(await contactsOf([email])).toMatchObject([{ writes: 1 }])
  vi.useFakeTimers({ toFake: ['Date'], now: Date.now() + leaseSecondsMax * 1_000 + 1 })
  await consume([pointer])
  expect(await contactsOf([email])).toMatchObject([{ writes: 1 }])
  const [row] = await ledger().listDeliveries({ before: '~', limit: 1 })
  expect(row).toMatchObject({ state: 'delivered', attempts: [{ kind: 'delivered' }] })
})

test('takes no erasure for done while a site cannot be read, and no list for unreadable because of one lead', async () => {
  const asOperator = (path: string, init: RequestInit, within: Env) => {
    const headers = { authorization: 'Bearer local-operator', 'content-type': 'application/json' }
    const request = new Request(`https://collector.example${path}`, { ...init, headers })
    return worker.fetch(request as Parameters<typeof worker.fetch>[0], within, createExecutionContext())
  }
  const email = await accept()
  await arrived([email])
  const listed = async (within: Env) => {
    const response = await asOperator('/v1/leads?limit=1', {}, within)
    const { leads } = (await response.json()) as { leads: readonly { email?: string }[] }
    return [response.status, leads.map(lead => lead.email)]
  }
  await vi.waitFor(async () => expect(await listed(env)).toEqual([200, [email]]), { timeout: 10_000 })
  const otherKey = JSON.stringify({ current: 2, keys: { '2': btoa('k'.repeat(32)) } })
  expect(await listed({ ...env, KEYRING: otherKey })).toEqual([200, [undefined]])
  const body = JSON.stringify({ email: 'nobody@faults.example' })
  const erase = (within: Env) => asOperator('/v1/subjects', { method: 'DELETE', body }, within)
  expect((await erase({ ...env, SITE_BAD: '{' })).status).toBe(500)
  expect((await erase(env)).status).toBe(202)
  const health = await asOperator('/v1/health', {}, { ...env, SITE_BAD: '{' })
  expect(await health.json()).toMatchObject({ malformedSites: ['SITE_BAD'], addsUp: true })
})

/** The environment with a ledger whose methods are these, where they are given. */
function withLedger(methods: Readonly<Record<string, () => Promise<never>>>): Env {
  const stub = new Proxy(ledger(), {
    get: (target, name) => methods[String(name)] ?? Reflect.get(target, name),
  })
  return { ...env, LEDGER: { getByName: () => stub } as unknown as Env['LEDGER'] }
}

function withBinding(object: LeadLedger, name: string, value: unknown): void {
  const own = (object as unknown as { env: Env }).env
  Object.defineProperty(object, 'env', { value: { ...own, [name]: value }, configurable: true })
}

function unseeded(): never {
  throw new Error('the seeded site')
}
