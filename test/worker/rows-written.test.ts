// Rows are the price of a ledger and of the read index. A lead with an address and a number may cost so many and no
// more, by the storage's own count, in the real runtime.

import { runInDurableObject } from 'cloudflare:test'
import { env as bindings } from 'cloudflare:workers'
import { expect, test } from 'vitest'
import { isoTime } from '../../shared/normalize/time.ts'
import type { Env } from '../../worker/env.ts'
import type { LeadLedger } from '../../worker/ledger/lead-ledger.ts'
import { receive } from '../../worker/pipeline.ts'
import { utf8 } from '../../worker/platform/bytes.ts'
import { ledgerOf } from '../../worker/platform/objects.ts'
import { readSites } from '../../worker/receive/sites.ts'

const env = bindings as unknown as Env
const ledgerRowsMax = 6
const indexRowsMax = 3

async function acceptedAtDemo() {
  const site = [...readSites(env).values()].find(({ id }) => id === 'demo')
  if (!site) throw new Error('the seeded site')
  const ledger = ledgerOf(env, site)
  const rows = () => runInDurableObject(ledger, (object: LeadLedger) => object.rowsWritten)
  const send = async (fields: object) => {
    const bytes = utf8(JSON.stringify({ fields }))
    const body = { bytes, mediaType: 'application/json', contentType: 'application/json' } as const
    const before = await rows()
    const result = await receive(env, { site, body, receivedAt: Date.now() })
    return { status: result.ok && result.value.status, rows: (await rows()) - before }
  }
  return { send }
}

test('accepts a lead with an address and a number in at most six rows', async () => {
  const { send } = await acceptedAtDemo()
  await send({ email: 'first@example.com' })
  const { status, rows } = await send({ email: 'ana@example.com', phone: '(11) 3456-7890', name: 'Ana Souza' })
  expect(status).toBe('accepted')
  expect(rows).toBeGreaterThan(2)
  expect(rows).toBeLessThanOrEqual(ledgerRowsMax)
})

test('writes at most three rows of the read index for a lead', async () => {
  const schema = await env.DB.prepare(
    "select sql from sqlite_master where tbl_name = 'leads' and sql is not null",
  ).all()
  expect(schema.results.length).toBeGreaterThan(1)
  const { meta } = await env.DB.prepare(
    `insert into leads (lead_id, site_id, status, source, medium, revision, created_at, updated_at, email_mac, phone_mac,
      summary) values ('a', 'demo', 'pending', 'google', 'cpc', 1, ?1, ?1, x'01', x'02', x'03')`,
  )
    .bind(isoTime(Date.now()))
    .run()
  expect(meta.rows_written).toBeGreaterThan(0)
  expect(meta.rows_written).toBeLessThanOrEqual(indexRowsMax)
})
