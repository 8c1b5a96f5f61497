// The operator's calls on the running product: scopes, release, erasure, redrive, pages of lists, rebuilding the index.

import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { rmSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { asOperator, eventually } from '../support/product.ts'
import { useProduct } from '../support/use-product.ts'

const root = resolve(import.meta.dirname, '../..')
const product = useProduct()

const anAddress = () => `person-${randomBytes(8).toString('hex')}@example.com`

const send = (body: object, origin?: string) => product.post(body, origin ? { origin } : {})

async function leadsOf(email: string) {
  const { body } = await asOperator(product, `/v1/leads?email=${encodeURIComponent(email)}`)
  return body['leads'] as { id: string; status: string; email?: string }[]
}

const contactsOf = async (email: string) =>
  (await product.contacts()).filter(({ properties }) => properties['email'] === email).length

const delivered = (email: string) =>
  eventually(async () => (await leadsOf(email)).find(lead => lead.status === 'delivered'), 20_000)

test('lets a reader look, and nothing else', async () => {
  const as = (path: string, method = 'GET') =>
    asOperator(
      product,
      path,
      { method, ...(method === 'GET' ? {} : { body: '{"email":"a@example.com"}' }) },
      'local-reader',
    )
  expect((await as('/v1/leads')).status).toBe(200)
  expect((await as('/v1/health')).status).toBe(200)
  for (const [path, method] of [
    ['/v1/subjects', 'DELETE'],
    ['/v1/deliveries/retry', 'POST'],
    ['/v1/spam/x/release', 'POST'],
    ['/v1/reproject', 'POST'],
  ] as const) {
    const refused = await as(path, method)
    expect([path, refused.status, String(refused.body['type']).split('/').at(-1)]).toEqual([
      path,
      403,
      'insufficient-scope',
    ])
  }
})

test('releases what was flagged as spam: then it is a lead, and in the CRM', async () => {
  const email = anAddress()
  const { json } = await send({ fields: { email }, elapsed_ms: 100 })
  expect(await leadsOf(email)).toEqual([])
  const { body } = await asOperator(product, '/v1/spam')
  expect(body['spam']).toEqual(expect.arrayContaining([expect.objectContaining({ id: json.id })]))
  expect((await asOperator(product, `/v1/spam/${json.id}/release`, { method: 'POST' })).status).toBe(202)
  await delivered(email)
  expect(await contactsOf(email)).toBe(1)
  expect((await asOperator(product, `/v1/spam/${json.id}/release`, { method: 'POST' })).status).toBe(404)
})

test('releases what came from an origin that is not allowed; what still is no lead stays in quarantine', async () => {
  const email = anAddress()
  expect((await send({ fields: { email } }, 'https://evil.example')).status).toBe(403)
  expect((await send({ fields: {} })).status).toBe(422)
  const { body } = await asOperator(product, '/v1/quarantine')
  const rows = body['quarantine'] as { id: string; reason: string }[]
  const id = (reason: string) => rows.find(row => row.reason === reason)?.id
  const release = (reason: string) => asOperator(product, `/v1/quarantine/${id(reason)}/release`, { method: 'POST' })
  expect((await release('origin-not-allowed')).status).toBe(202)
  await delivered(email)
  expect((await release('validation-failed')).status).toBe(422)
  const left = (await asOperator(product, '/v1/quarantine')).body['quarantine'] as { reason: string }[]
  expect(left.map(row => row.reason)).toEqual(['validation-failed'])
})

test('shows what a lead tells of itself: channel, route and traits', async () => {
  const user = `ana-${Date.now()}`
  const email = `${user}@padaria.example.com.br`
  const [before, at] = [60_000, 0].map(ago => new Date(Date.now() - ago).toISOString())
  await send({
    fields: { email, company: 'Padaria do João Ltda', cargo: 'Diretora Comercial', telefone: '(11) 98765-4321' },
    form: { name: 'pedido-de-demo', intent: 'high' },
    attribution: {
      first: { utm_source: 'google', utm_medium: 'cpc', at: before },
      last: { referrer: 'https://chatgpt.com/', at },
    },
  })
  const { id } = await delivered(email)
  const { body } = await asOperator(product, `/v1/leads/${id}`)
  expect(body).toMatchObject({
    profile: { company: 'Padaria do João Ltda' },
    traits: {
      mailbox: 'company',
      companyDomain: 'example.com.br',
      phoneType: 'mobile',
      companyBase: 'padaria do joão',
      seniority: 'director',
    },
    route: { route: 'demo', priority: 100 },
    attribution: { original: { source: 'google', channel: 'Paid Search' } },
  })
  expect(body['touchpoints']).toContainEqual(expect.objectContaining({ channel: 'AI Assistants' }))
})

test('erases a person here and in the CRM, and answers the same for somebody unknown', async () => {
  const email = anAddress()
  await send({ fields: { email } })
  const { id } = await delivered(email)
  const erase = (subject: string) =>
    asOperator(product, '/v1/subjects', { method: 'DELETE', body: JSON.stringify({ email: subject }) })
  const [known, unknown] = [await erase(email), await erase(anAddress())]
  expect([known.status, unknown.status]).toEqual([202, 202])
  expect(Object.keys(known.body)).toEqual(Object.keys(unknown.body))
  await eventually(async () => ((await contactsOf(email)) === 0 ? true : undefined), 20_000)
  await eventually(async () => ((await leadsOf(email)).length === 0 ? true : undefined))
  expect((await asOperator(product, `/v1/leads/${id}`)).status).toBe(404)
  const { body } = await asOperator(product, '/v1/health')
  expect(body).toMatchObject({ addsUp: true, counts: { erased: 1 } })
})

test('erases a person by the number as it was typed, whatever country the lead named, and by no ambiguous one', async () => {
  const numbered = async (email: string, country: string, phone: string) => {
    await send({ fields: { email, country, phone } })
    await delivered(email)
  }
  const [ana, eva, bia] = [anAddress(), anAddress(), anAddress()]
  await numbered(ana, 'AR', '011 15 2345-6789')
  await numbered(eva, 'PT', '912 345 678')
  await numbered(bia, 'ES', '912 345 678')
  const erase = async (subject: object) => {
    const answer = await asOperator(product, '/v1/subjects', { method: 'DELETE', body: JSON.stringify(subject) })
    expect(answer.status).toBe(202)
  }
  const left = async () => (await Promise.all([ana, eva, bia].map(leadsOf))).map(leads => leads.length)
  const becomes = (wanted: readonly number[]) =>
    eventually(async () => ((await left()).join() === wanted.join() ? true : undefined))
  await erase({ phone: '011 15 2345-6789' })
  await becomes([0, 1, 1])
  await erase({ phone: '912 345 678' })
  await erase({ phone: '912 345 678', country: 'PT' })
  await becomes([0, 0, 1])
  await erase({ phone: '912 345 678' })
  await becomes([0, 0, 0])
})

test('finds leads by their source in any case', async () => {
  const email = anAddress()
  const at = new Date().toISOString()
  await send({
    fields: { email },
    attribution: { first: { utm_source: 'Parceiro-7', at }, last: { utm_source: 'Parceiro-7', at } },
  })
  const { id } = await delivered(email)
  for (const source of ['Parceiro-7', 'parceiro-7']) {
    const { body } = await asOperator(product, `/v1/leads?source=${source}`)
    expect(body['leads']).toEqual([expect.objectContaining({ id })])
  }
})

test('redrives a parked delivery by itself and by filter, and a delivered one as a new attempt', async () => {
  const email = anAddress()
  await product.faults([{ times: 2, status: 400 }])
  await send({ fields: { email } })
  const parked = await eventually(async () => (await leadsOf(email)).find(lead => lead.status === 'parked'))
  const ofLead = async () =>
    (await asOperator(product, `/v1/leads/${parked.id}`)).body['deliveries'] as { attempts: unknown[] }[]
  const redriveAll = { method: 'POST', body: '{"state":"parked"}' }
  expect((await asOperator(product, '/v1/deliveries/retry', redriveAll)).body).toMatchObject({ redriven: 1 })
  await eventually(async () => ((await ofLead())[0]?.attempts.length === 2 ? true : undefined))
  const redriveOne = `/v1/deliveries/${parked.id}.crm/retry`
  expect((await asOperator(product, redriveOne, { method: 'POST' })).status).toBe(202)
  await delivered(email)
  expect((await asOperator(product, redriveOne, { method: 'POST' })).status).toBe(202)
  await eventually(async () => ((await ofLead())[0]?.attempts.length === 4 ? true : undefined))
  expect(await contactsOf(email)).toBe(1)
})

test('lists page by page, each lead once, and refuses a limit above the largest', async () => {
  const seen: string[] = []
  let cursor: string | null = null
  do {
    const path = `/v1/leads?limit=1${cursor ? `&cursor=${encodeURIComponent(cursor)}` : ''}`
    const { body } = await asOperator(product, path)
    seen.push(...(body['leads'] as { id: string }[]).map(lead => lead.id))
    cursor = body['next'] as string | null
  } while (cursor !== null && seen.length < 50)
  expect(seen.length).toBeGreaterThan(2)
  expect(new Set(seen).size).toBe(seen.length)
  expect([...seen].sort().reverse()).toEqual(seen)
  expect((await asOperator(product, '/v1/leads?limit=200')).status).toBe(200)
  expect((await asOperator(product, '/v1/leads?limit=201')).status).toBe(400)
})

test('rebuilds a read index that was lost, from the ledgers and by one command', async () => {
  const all = async () => (await asOperator(product, '/v1/leads?limit=200')).body['leads'] as { id: string }[]
  const before = await all()
  await product.restart(() => rmSync(join(product.stateDir, 'worker', 'd1'), { recursive: true }))
  expect(await all()).toEqual([])
  const script = ['local/reproject.ts', '--url', product.worker]
  expect(spawnSync(process.execPath, script, { cwd: root, encoding: 'utf8' })).toMatchObject({ status: 0 })
  expect(before.length).toBeGreaterThan(2)
  expect(await all()).toEqual(before)
})
