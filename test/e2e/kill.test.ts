// The promise that no acknowledged lead is lost, under a power cut: the running product is killed at random moments
// under load, started again, and every id it ever acknowledged must be in the CRM exactly once.

import { randomBytes, randomInt } from 'node:crypto'
import { afterAll, expect, test } from 'vitest'
import { uuidv7 } from '../../shared/ids.ts'
import { aStateDir, asOperator, eventually, freePorts, type Product, startProduct } from '../support/product.ts'

const kills = 10
const senders = 6
const upMs = { min: 600, max: 1_800 }
const settledMsMax = 120_000

interface Acknowledged {
  readonly id: string
  readonly email: string
}

const state = aStateDir()
let product: Product | undefined
afterAll(async () => {
  await product?.stop()
  state.remove()
})

test('delivers every acknowledged lead once, however often everything is killed under load', async () => {
  const options = { stateDir: state.stateDir, ports: await freePorts(), timeScale: 0.01 }
  product = await startProduct(options)
  const { worker, crm } = product
  const acknowledged: Acknowledged[] = []
  const load = { isOver: false }
  const sending = Array.from({ length: senders }, () => sendUntil(load, worker, acknowledged))

  for (let kill = 0; kill < kills; kill += 1) {
    await failSometimes(crm)
    await new Promise(done => setTimeout(done, randomInt(upMs.min, upMs.max)))
    await product.kill()
    product = await startProduct(options)
  }
  load.isOver = true
  await Promise.all(sending)
  await fetch(`${crm}/_crm/faults`, { method: 'POST', body: '[]', headers: { 'content-type': 'application/json' } })

  const health = await eventually(async () => {
    const { body } = await asOperator({ worker }, '/v1/health')
    return (body['counts'] as Record<string, number>)['pending'] === 0 ? body : undefined
  }, settledMsMax)
  expect(health['addsUp']).toBe(true)

  const contacts = (await (await fetch(`${crm}/_crm/contacts`)).json()) as { properties: { email?: string } }[]
  const records = Map.groupBy(contacts, contact => contact.properties.email ?? '')
  const lost = acknowledged.filter(({ email }) => !records.has(email))
  const doubled = [...records.values()].filter(found => found.length > 1)
  const states = await Promise.all(
    acknowledged.map(async ({ id }) => (await asOperator({ worker }, `/v1/submissions/${id}`)).body['state']),
  )
  console.log(`${kills} kills: ${acknowledged.length} acknowledged, ${lost.length} lost, ${doubled.length} doubled`)
  expect(acknowledged.length).toBeGreaterThan(50)
  expect(lost).toEqual([])
  expect(doubled).toEqual([])
  expect(states.filter(known => known !== 'delivered')).toEqual([])
})

// One sender: a new lead after another, each repeated byte for byte until it is acknowledged, as the snippet does.
async function sendUntil(load: { isOver: boolean }, worker: string, acknowledged: Acknowledged[]): Promise<void> {
  while (!load.isOver) {
    const id = uuidv7(Date.now(), new Uint8Array(randomBytes(10)))
    const email = `kill-${id}@example.com`
    const body = JSON.stringify({ id, fields: { email, name: 'Ana Souza' } })
    for (;;) {
      try {
        const response = await fetch(`${worker}/v1/leads?k=pk_live_demo`, { method: 'POST', body })
        if (response.status === 202) {
          acknowledged.push({ id, email })
          break
        }
      } catch {
        // It is down: that is the point. The same bytes are sent again.
      }
      if (load.isOver) return
      await new Promise(done => setTimeout(done, 100))
    }
    await new Promise(done => setTimeout(done, 20))
  }
}

async function failSometimes(crm: string): Promise<void> {
  const faults = [
    { times: 2, status: 500 },
    { times: 1, commitThenReset: true },
  ]
  await fetch(`${crm}/_crm/faults`, {
    method: 'POST',
    body: JSON.stringify(faults),
    headers: { 'content-type': 'application/json' },
  })
}
