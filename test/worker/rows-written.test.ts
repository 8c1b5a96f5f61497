// Rows are the price of a ledger and of the read index. A lead with an address and a number may cost so many and no
// more, by the storage's own count, in the real runtime.

import { runInDurableObject } from 'cloudflare:test'
import { env as bindings } from 'cloudflare:workers'
import { expect, test, vi } from 'vitest'
import { parseSubmissionId } from '../../shared/ids.ts'
import { isoTime } from '../../shared/normalize/time.ts'
import type { Env } from '../../worker/env.ts'
import type { LeadLedger } from '../../worker/ledger/lead-ledger.ts'
import { receive } from '../../worker/pipeline.ts'
import { utf8 } from '../../worker/platform/bytes.ts'
import { ledgerOf } from '../../worker/platform/objects.ts'
import { readSites } from '../../worker/receive/sites.ts'

const env = bindings as unknown as Env
const acceptRowsMax = 6
/** Lease, settlement, and that its end is in the read index. */
const deliverRowsMax = 3
const indexRowsMax = 1

async function demo() {
  const site = [...readSites(env).values()].find(({ id }) => id === 'demo')
  if (!site) throw new Error('the seeded site')
  const ledger = ledgerOf(env, site)
  const rows = () => runInDurableObject(ledger, (object: LeadLedger) => object.rowsWritten)
  const send = async (fields: object) => {
    const bytes = utf8(JSON.stringify({ fields }))
    const body = { bytes, mediaType: 'application/json', contentType: 'application/json' } as const
    const before = await rows()
    const result = await receive(env, { site, body, receivedAt: Date.now() })
    return { id: result.ok ? result.value.id : undefined, rows: (await rows()) - before }
  }
  return { ledger, rows, send }
}

test('accepts a lead with an address and a number in at most six rows', async () => {
  const { send } = await demo()
  await send({ email: 'first@example.com' })
  const { id, rows } = await send({ email: 'ana@example.com', phone: '(11) 3456-7890', name: 'Ana Souza' })
  expect(id).toBeDefined()
  expect(rows).toBeGreaterThan(2)
  expect(rows).toBeLessThanOrEqual(acceptRowsMax)
})

test('delivers it in at most three more', async () => {
  const { ledger, rows, send } = await demo()
  // What the tests before have accepted is delivered first.
  const pending = async () => expect((await ledger.health()).counts.pending).toBe(0)
  await vi.waitFor(pending, { timeout: 20_000, interval: 100 })
  await runInDurableObject(ledger, () => new Promise(done => setTimeout(done, 500)))
  const before = await rows()
  const { id, rows: accepted } = await send({ email: 'bia@example.com', phone: '(11) 3456-7891', name: 'Bia Prado' })
  const submission = id && parseSubmissionId(id)
  if (!submission) throw new Error('the lead was accepted')
  // The alarm, the queue and the consumer do it by themselves, as they do in production.
  const isOver = async () => {
    const leadId = (await ledger.submission(submission))?.leadId
    const [delivery] = leadId ? await ledger.deliveriesOf(leadId) : []
    expect(delivery).toMatchObject({ state: 'delivered', dueAt: null })
  }
  await vi.waitFor(isOver, { timeout: 20_000, interval: 100 })
  const delivered = (await rows()) - before - accepted
  expect(delivered).toBeGreaterThan(1)
  expect(delivered).toBeLessThanOrEqual(deliverRowsMax)
})

test('writes one row of the read index for a lead, and one each time it moves', async () => {
  const upsert = env.DB.prepare(
    `insert into leads (lead_id, site_id, status, source, medium, revision, created_at, updated_at, summary, account_mac)
      values ('a', 'demo', 'pending', 'google', 'cpc', 1, ?1, ?1, x'03', x'04')
      on conflict (lead_id) do update set status = 'delivered', account_mac = x'05'`,
  )
  for (const what of ['a new lead', 'a lead that moved']) {
    const { meta } = await upsert.bind(isoTime(Date.now())).run()
    expect([what, meta.rows_written]).toEqual([what, indexRowsMax])
  }
})
