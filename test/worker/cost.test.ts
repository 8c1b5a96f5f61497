// What a lead costs at list price (docs/cost.md): rows, calls of objects and operations of the queue, counted in the runtime
// from acceptance until its end is in the read index.

import { runInDurableObject } from 'cloudflare:test'
import { env as bindings } from 'cloudflare:workers'
import { afterEach, expect, test, vi } from 'vitest'
import type { Env } from '../../worker/env.ts'
import { DestinationGate } from '../../worker/forward/destination-gate.ts'
import { LeadLedger } from '../../worker/ledger/lead-ledger.ts'
import { receive } from '../../worker/pipeline.ts'
import { utf8 } from '../../worker/platform/bytes.ts'
import { ledgerOf } from '../../worker/platform/objects.ts'
import { readSites } from '../../worker/receive/sites.ts'

const env = bindings as unknown as Env
const site = [...readSites(env).values()].find(({ id }) => id === 'demo') ?? unseeded()

/** Dollars for a million, Workers Paid, beyond what is included. Pages and date: docs/cost.md. */
const prices = {
  rowWritten: 1,
  objectRequest: 0.15,
  queueOperation: 0.4,
  request: 0.3,
  cpuMs: 0.02,
  gigabyteSecond: 12.5,
}
/** A message is written, read and deleted. */
const operationsPerMessage = 3
const indexRowsPerLead = 2
// Not counted here: the runtime's clock stands still while it computes. From `npm run bench`, and rounded up.
const cpuMsPerLead = 6
const objectMsPerLead = 30
const objectGigabytes = 0.128

afterEach(() => {
  vi.restoreAllMocks()
})

interface Counted {
  readonly leads: number
  readonly ledgerRows: number
  readonly alarmsSet: number
  readonly objectRequests: number
  readonly messages: number
}

async function count(leads: number, named: string): Promise<Counted> {
  const ledger = ledgerOf(env, site)
  const called = [
    ...spies(LeadLedger.prototype, ['accept', 'lease', 'settle', 'defer', 'alarm']),
    ...spies(DestinationGate.prototype, ['admit', 'report']),
  ]
  const { rows, alarms, sent } = await runInDurableObject(ledger, (object: LeadLedger, state) => ({
    rows: object.rowsWritten,
    alarms: vi.spyOn(state.storage, 'setAlarm'),
    sent: vi.spyOn((object as unknown as { env: Env }).env.DELIVERIES, 'sendBatch'),
  }))
  await Promise.all(Array.from({ length: leads }, () => accept(named)))
  const isOver = async () => expect((await ledger.health()).counts.pending).toBe(0)
  await vi.waitFor(isOver, { timeout: 20_000, interval: 200 })
  // The end reaches the read index a moment later.
  await new Promise(done => setTimeout(done, 1_000))
  const written = await runInDurableObject(ledger, (object: LeadLedger) => object.rowsWritten)
  return {
    leads,
    ledgerRows: written - rows,
    alarmsSet: alarms.mock.calls.length,
    objectRequests: called.reduce((sum, spy) => sum + spy.mock.calls.length, 0),
    messages: sent.mock.calls.reduce((sum, [messages]) => sum + [...messages].length, 0),
  }
}

function spies<Class extends object>(prototype: Class, names: readonly (keyof Class & string)[]) {
  return names.map(name => vi.spyOn(prototype as Record<string, () => unknown>, name))
}

/** Somebody who is like nobody else: a pair that waits for an operator is three rows more. */
async function accept(named: string): Promise<void> {
  const word = () => Array.from({ length: 9 }, () => 'bcdfglmnprstvxz'[Math.floor(Math.random() * 15)]).join('a')
  const domain = `${word()}.com.br`
  const phone = `(11) 9${Math.floor(6e7 + Math.random() * 3e7)}`
  const fields = { email: `${word()}@${domain}`, phone, name: `${word()} ${word()}` }
  const bytes = utf8(JSON.stringify({ fields, form: { name: named } }))
  const body = { bytes, mediaType: 'application/json', contentType: 'application/json' } as const
  const result = await receive(env, { site, body, receivedAt: Date.now() })
  expect(result.ok && result.value.status).toBe('accepted')
}

function dollarsPerMillion({ leads, ledgerRows, alarmsSet, objectRequests, messages }: Counted): number {
  const each = (counted: number) => counted / leads
  return (
    (each(ledgerRows + alarmsSet) + indexRowsPerLead) * prices.rowWritten +
    each(objectRequests) * prices.objectRequest +
    each(messages * operationsPerMessage) * prices.queueOperation +
    (1 + each(messages)) * prices.request +
    cpuMsPerLead * prices.cpuMs +
    (objectMsPerLead / 1_000) * objectGigabytes * prices.gigabyteSecond
  )
}

test.each([
  ['one alone', 1, 16],
  ['fifty at once', 50, 12],
])('costs no more than it says: %s', async (named, leads, dollarsMax) => {
  const counted = await count(leads, `cost${leads}`)
  const dollars = dollarsPerMillion(counted)
  console.log(`${named}: ${JSON.stringify(counted)}: $${dollars.toFixed(2)} for a million leads`)
  expect(counted.ledgerRows).toBeGreaterThanOrEqual(leads * 8)
  expect(counted.objectRequests).toBeGreaterThan(leads)
  expect(counted.messages).toBeGreaterThan(0)
  expect(dollars).toBeLessThanOrEqual(dollarsMax)
})

function unseeded(): never {
  throw new Error('the seeded site')
}
