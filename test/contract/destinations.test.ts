// Destinations on the running product: pausing and resuming, the check, the doctor.

import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { join, resolve } from 'node:path'
import { expect, test } from 'vitest'
import { asOperator, eventually } from '../support/product.ts'
import { sendFields, useProduct, whenDelivered } from '../support/use-product.ts'

const root = resolve(import.meta.dirname, '../..')
const product = useProduct()

const crm = '/v1/destinations/demo/crm'
const post = (path: string, token?: string) => asOperator(product, path, { method: 'POST' }, token)

interface Shown {
  readonly site: string
  readonly destination: string
  readonly circuit: { readonly kind: string; readonly reason?: string; readonly since?: string }
}
async function shown(): Promise<Shown | undefined> {
  const { body } = await asOperator(product, '/v1/destinations')
  return (body['destinations'] as Shown[]).find(({ site }) => site === 'demo')
}

const send = (fields: Readonly<Record<string, string>> = {}) =>
  sendFields(product, { email: `person-${randomBytes(8).toString('hex')}@example.com`, ...fields })
const stateOf = async (id: string) => (await product.submission(id)).state
const delivered = (id: string) => whenDelivered(product, id)

interface Delivery {
  readonly id: string
  readonly state: string
  readonly reason: string | null
  readonly nextAction: string
  readonly attempts: readonly { readonly dropped?: readonly string[] }[]
}
async function deliveryOf(id: string): Promise<Delivery | undefined> {
  const { leadId } = (await asOperator(product, `/v1/submissions/${id}`)).body
  const { body } = await asOperator(product, `/v1/leads/${leadId}`)
  return (body['deliveries'] as Delivery[] | undefined)?.[0]
}

/** The doctor, as an operator runs it. */
function doctor(token = 'local-reader'): Promise<{ code: number | null; output: string }> {
  const args = [join(root, 'local/doctor.ts'), '--url', product.worker, '--token', token]
  const child = spawn(process.execPath, args, { stdio: ['ignore', 'pipe', 'pipe'] })
  let output = ''
  for (const stream of [child.stdout, child.stderr]) {
    stream.on('data', chunk => {
      output += chunk
    })
  }
  return new Promise(done => child.once('close', code => done({ code, output })))
}

test('shows each destination of each site, to whoever may read', async () => {
  const { status, body } = await asOperator(product, '/v1/destinations', {}, 'local-reader')
  expect([status, body['malformedSites'], body['unusableSecrets']]).toEqual([200, [], []])
  expect(body['destinations']).toEqual([
    {
      site: 'demo',
      destination: 'crm',
      kind: 'hubspot',
      settingsAreValid: true,
      circuit: { kind: 'closed' },
      pace: { calls: 190, perSeconds: 10, perDay: 250_000 },
      readBack: 'never',
    },
    expect.objectContaining({ site: 'other', destination: 'crm' }),
  ])
  expect((await asOperator(product, '/v1/destinations?site=demo')).status).toBe(400)
})

test('finds the seeded CRM ready: its secret is there, and each property that is written', async () => {
  const { status, body } = await asOperator(product, `${crm}/check`, {}, 'local-reader')
  expect(status).toBe(200)
  expect(body).toMatchObject({
    site: 'demo',
    destination: 'crm',
    kind: 'hubspot',
    settings: { problems: [] },
    secrets: [{ name: 'LOCAL_CRM_TOKEN', isPresent: true }],
    check: { kind: 'ready' },
    missing: [],
  })
  expect((body['check'] as { fields: string[] }).fields).toEqual(expect.arrayContaining(['email', 'lead_capture_note']))
  expect(JSON.stringify(body)).not.toContain('local-crm-token')
  expect((await asOperator(product, '/v1/destinations/other/crm/check')).body).toMatchObject({ missing: [] })
})

test('does not know other destinations, and lets nobody pause who may only read', async () => {
  expect((await asOperator(product, '/v1/destinations/demo/other/check')).status).toBe(404)
  expect((await post('/v1/destinations/nobody/crm/pause')).status).toBe(404)
  expect((await post(`${crm}/pause`, 'local-reader')).status).toBe(403)
  expect((await shown())?.circuit).toEqual({ kind: 'closed' })
})

test('holds deliveries while it is paused, also redriven ones, and lets them go when it is resumed', async () => {
  expect((await post(`${crm}/pause`)).status).toBe(202)
  expect((await shown())?.circuit).toMatchObject({ kind: 'paused', reason: 'operator' })
  const id = await send()
  const held = await eventually(() => deliveryOf(id))
  expect(held).toMatchObject({ state: 'pending', nextAction: 'wait' })
  expect((await post(`/v1/deliveries/${held.id}/retry`)).status).toBe(202)
  const retry = { method: 'POST', body: JSON.stringify({ state: 'pending' }) }
  expect((await asOperator(product, '/v1/deliveries/retry', retry)).status).toBe(202)
  // Longer than it takes to deliver, and than the look at a pause takes to come again.
  await new Promise(done => setTimeout(done, 5_000))
  expect(await stateOf(id)).toBe('pending')
  expect((await shown())?.circuit).toMatchObject({ kind: 'paused', reason: 'operator' })
  expect((await post(`${crm}/resume`)).status).toBe(202)
  await delivered(id)
  expect((await shown())?.circuit).toEqual({ kind: 'closed' })
})

test('the doctor says what it found and ends with 0 where all is ready, with 1 where something is missing', async () => {
  const well = await doctor()
  expect(well.output).toContain('demo/crm (hubspot): ready')
  expect(well.output).toContain('2 destinations, all ready')
  expect(well.code).toBe(0)
  await product.faults([{ status: 401, times: 1 }])
  const ill = await doctor()
  expect(ill.output).toContain('demo/crm (hubspot): NOT READY')
  expect(ill.output).toContain('refused: unauthorized (answered 401')
  expect(ill.output).toContain('1 of 2 destinations not ready')
  expect(ill.code).toBe(1)
  const stranger = await doctor('nobody')
  expect(stranger.output).toContain('answered 401')
  expect(stranger.code).toBe(1)
})

test('pages show destinations, the check, and buttons for whoever may use them', async () => {
  const page = async (path: string, token: string, init: RequestInit = {}) => {
    const form = new URLSearchParams({ token })
    const own = { 'sec-fetch-site': 'same-origin' }
    const signIn = { method: 'POST', body: form, headers: own, redirect: 'manual' } as const
    const signedIn = await fetch(`${product.worker}/app/sign-in`, signIn)
    const cookie = signedIn.headers.get('set-cookie')?.split(';')[0] ?? ''
    const response = await fetch(`${product.worker}${path}`, {
      redirect: 'manual',
      ...init,
      headers: { ...own, cookie },
    })
    return { status: response.status, text: await response.text(), location: response.headers.get('location') }
  }
  const list = await page('/app/destinations', 'local-operator')
  expect(list.status).toBe(200)
  expect(list.text).toContain('/app/destinations/demo/crm/pause')
  expect((await page('/app/destinations', 'local-reader')).text).not.toContain('/pause')
  const paused = await page('/app/destinations/demo/crm/pause', 'local-operator', { method: 'POST' })
  expect(paused).toMatchObject({ status: 303, location: '/app/destinations' })
  expect((await page('/app/destinations', 'local-operator')).text).toContain('/app/destinations/demo/crm/resume')
  expect((await page('/app/destinations/demo/crm/resume', 'local-operator', { method: 'POST' })).status).toBe(303)
  const check = await page('/app/destinations/demo/crm/check?lang=pt', 'local-reader')
  expect(check.text).toContain('pronto')
  expect(check.text).toContain('lead_capture_id')
  expect((await page('/app/destinations/demo/none/check', 'local-reader')).status).toBe(404)
})

test('delivers without a field that the CRM refuses, says which, and keeps the value in the note', async () => {
  const refusal = {
    status: 'error',
    category: 'VALIDATION_ERROR',
    message: 'x',
    errors: [{ message: 'x', code: 'INVALID_OPTION', context: { propertyName: ['jobtitle'] } }],
  }
  await product.faults([{ status: 400, body: refusal }])
  const id = await send({ cargo: 'Diretora Comercial' })
  await delivered(id)
  const delivery = await deliveryOf(id)
  expect(delivery).toMatchObject({ state: 'delivered', nextAction: 'none', attempts: [{ dropped: ['jobtitle'] }] })
  expect(JSON.stringify(delivery)).not.toContain('Diretora')
  const { leadId } = (await asOperator(product, `/v1/submissions/${id}`)).body
  const contacts = await product.contacts()
  const written = contacts.find(({ properties }) => properties['lead_capture_id'] === leadId)?.properties
  expect(written?.['lead_capture_note']).toBe('jobtitle: Diretora Comercial')
  expect(written).not.toHaveProperty('jobtitle')
})
