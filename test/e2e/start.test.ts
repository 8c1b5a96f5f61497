// Starting and stopping: what `npm start` prints, what it keeps, and how it ends.

import { execFile } from 'node:child_process'
import { createHash } from 'node:crypto'
import { once } from 'node:events'
import { createServer } from 'node:net'
import { resolve } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { newSubmissionId } from '../../shared/ids.ts'
import type { PinnedVersion } from '../../snippet/versions.ts'
import { aStateDir, asOperator, eventually, freePorts, type Product, startProduct } from '../support/product.ts'

const root = resolve(import.meta.dirname, '../..')

test('says in one line that it is ready, and where', async () => {
  const ports = await freePorts()
  const product = await started({ ports })
  const [worker, crm, demo] = ports
  const lines = product.output().split('\n')
  expect(lines.filter(line => line.startsWith('lead-capture ready'))).toEqual([
    `lead-capture ready worker=http://127.0.0.1:${worker} crm=http://127.0.0.1:${crm} demo=http://127.0.0.1:${demo}`,
  ])
  for (const url of [`${product.worker}/lc.js`, `${product.crm}/_crm`, `${product.demo}/`]) {
    expect((await fetch(url)).status, url).toBe(200)
  }
})

test('serves the scripts to pages of other origins: the latest for five minutes, a pinned version for ever', async () => {
  const product = await started()
  const servedAs = async (file: string) => {
    const { status, headers } = await fetch(`${product.worker}/${file}`)
    return { status, cors: headers.get('access-control-allow-origin'), cache: headers.get('cache-control') }
  }
  const { file, integrity } = (await (await fetch(`${product.worker}/lc.integrity.json`)).json()) as PinnedVersion
  expect(await servedAs('lc.js')).toMatchObject({
    status: 200,
    cors: '*',
    cache: expect.stringMatching(/max-age=300,/),
  })
  expect(await servedAs('lc-debug.js')).toMatchObject({ status: 200, cors: '*' })
  expect(await servedAs(file)).toEqual({ status: 200, cors: '*', cache: 'public, max-age=31536000, immutable' })
  const code = Buffer.from(await (await fetch(`${product.worker}/${file}`)).arrayBuffer())
  expect(integrity).toBe(`sha384-${createHash('sha384').update(code).digest('base64')}`)
})

test('ends with exit code 0 on SIGTERM, and frees its ports', async () => {
  const product = await started()
  expect(await product.stop()).toBe(0)
  for (const url of [product.worker, product.crm, product.demo]) await expect(fetch(url)).rejects.toThrow()
})

test('knows after a restart what it knew before: the lead, its record in the CRM, and that it is a repetition', async () => {
  const options = { stateDir: aFolder(), ports: await freePorts(), timeScale: 0.01 }
  const first = await started(options)
  const lead = aLead()
  expect(await post(first, lead)).toEqual({ status: 202, outcome: 'accepted' })
  await delivered(first, lead)
  const before = await recordsOf(first, lead)
  expect(before).toHaveLength(1)
  expect(await first.stop()).toBe(0)

  const second = await started(options)
  expect((await asOperator(second, `/v1/submissions/${lead.id}`)).body['state']).toBe('delivered')
  expect(await recordsOf(second, lead)).toEqual(before)
  expect(await post(second, lead)).toEqual({ status: 202, outcome: 'duplicate' })
})

test('delivers after a restart what it still owed before', async () => {
  const options = { stateDir: aFolder(), ports: await freePorts(), timeScale: 0.01 }
  const first = await started(options)
  await fetch(`${first.crm}/_crm/faults`, { method: 'POST', body: JSON.stringify([{ times: -1, status: 500 }]) })
  const lead = aLead()
  expect(await post(first, lead)).toEqual({ status: 202, outcome: 'accepted' })
  expect((await asOperator(first, `/v1/submissions/${lead.id}`)).body['state']).not.toBe('delivered')
  expect(await recordsOf(first, lead)).toEqual([])
  expect(await first.stop()).toBe(0)

  const second = await started(options)
  await delivered(second, lead)
  expect(await recordsOf(second, lead)).toHaveLength(1)
})

test.each([
  ['PORT', 0],
  ['CRM_PORT', 1],
  ['DEMO_PORT', 2],
] as const)('ends with one sentence that names %s when that port is taken', async (variable, position) => {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  onTestFinished(() => {
    server.close()
  })
  const address = server.address()
  const taken = typeof address === 'object' && address ? address.port : 0
  const ports = (await freePorts()).with(position, taken)
  const { exitCode, output } = await startAndEnd(ports)
  expect(exitCode).toBe(1)
  expect(output).toBe(
    `Port ${taken} is taken: stop what uses it, or choose another one with ${variable}=${taken + 1000} npm start.\n`,
  )
})

test('ends with one sentence when a second run would share the state folder', async () => {
  const stateDir = aFolder()
  await started({ stateDir })
  const { exitCode, output } = await startAndEnd(await freePorts(), stateDir)
  expect(exitCode).toBe(1)
  expect(output).toMatch(/^Already running as process \d+: .*STATE_DIR.*\n$/)
})

function aFolder(): string {
  const state = aStateDir()
  onTestFinished(state.remove)
  return state.stateDir
}

async function started(options: Partial<Parameters<typeof startProduct>[0]> = {}): Promise<Product> {
  const product = await startProduct({ stateDir: aFolder(), ports: await freePorts(), ...options })
  onTestFinished(async () => {
    await product.stop()
  })
  return product
}

/** Starts a product that is expected to end by itself. */
async function startAndEnd(ports: readonly number[], stateDir = aFolder()) {
  const [worker, crm, demo] = ports.map(String)
  const env = { ...process.env, STATE_DIR: stateDir, PORT: worker, CRM_PORT: crm, DEMO_PORT: demo }
  return new Promise<{ exitCode: number | null; output: string }>(done => {
    const child = execFile(
      process.execPath,
      ['local/start.ts'],
      { cwd: root, env, timeout: 60_000 },
      (_, stdout, stderr) => done({ exitCode: child.exitCode, output: stdout + stderr }),
    )
  })
}

interface Lead {
  readonly id: string
  readonly email: string
}

function aLead(): Lead {
  const id = newSubmissionId(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
  return { id, email: `restart-${id}@example.com` }
}

async function post({ worker }: Product, { id, email }: Lead) {
  const response = await fetch(`${worker}/v1/leads?k=pk_live_demo`, {
    method: 'POST',
    body: JSON.stringify({ id, fields: { email, name: 'Ana Souza' } }),
    headers: { 'content-type': 'application/json' },
  })
  const answer = (await response.json()) as { status: string }
  return { status: response.status, outcome: answer.status }
}

const delivered = (product: Product, { id }: Lead) =>
  eventually(async () => {
    const { body } = await asOperator(product, `/v1/submissions/${id}`)
    return body['state'] === 'delivered' ? true : undefined
  }, 60_000)

async function recordsOf({ crm }: Product, { email }: Lead) {
  const contacts = (await (await fetch(`${crm}/_crm/contacts`)).json()) as { properties: { email?: string } }[]
  return contacts.filter(({ properties }) => properties.email === email)
}
