// `npm run bench`: what the core costs, and how long a lead takes from acceptance to the CRM through the local product.
// Accept beside a bare durable write in the bare runtime is not measured yet: docs/testing.md says so.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { buildWorker } from '../local/build-worker.ts'
import { startCrm } from '../local/crm/start-crm.ts'
import { localSecrets } from '../local/local-secrets.ts'
import { runWorker } from '../local/run-worker.ts'
import { seedBindings } from '../local/seed.ts'
import { newSubmissionId, parseSiteId, uuidv7 } from '../shared/ids.ts'
import { buildSubmission } from '../shared/lead/build-submission.ts'
import { buildSnippet } from '../snippet/build.ts'

const builds = 5_000
const leads = 100
const settledMsMax = 60_000

const random = () => crypto.getRandomValues(new Uint8Array(10))

function benchBuild(): number {
  const siteId = parseSiteId('bench')
  if (!siteId) throw new Error('no site id')
  const run = (n: number) => {
    const sent = {
      fields: {
        nome: 'ANA DA SILVA',
        email: `ana${n}@example.com`,
        telefone: '(11) 3456-7890',
        empresa: 'Exemplo Ltda',
      },
      hints: {},
      form: { how: 'native', intent: 'high' } as const,
      page: { url: 'https://www.example.com/?utm_source=google&utm_medium=cpc' },
      attribution: {},
    }
    buildSubmission(sent, {
      id: newSubmissionId(Date.now(), random()),
      siteId,
      defaultCountry: 'BR',
      receivedAt: Date.now(),
    })
  }
  for (let n = 0; n < builds; n += 1) run(n)
  const started = performance.now()
  for (let n = 0; n < builds; n += 1) run(n)
  return ((performance.now() - started) * 1_000) / builds
}

async function benchProduct(): Promise<{ p50: number | null; p99: number | null; acceptMs: number }> {
  const root = resolve(import.meta.dirname, '..')
  const stateDir = mkdtempSync(join(tmpdir(), 'lead-capture-bench-'))
  await Promise.all([buildSnippet(), buildWorker(root)])
  const crm = await startCrm({ port: 0, stateFile: join(stateDir, 'crm.sqlite') })
  const bindings = { ...localSecrets(join(stateDir, 'secrets.json')), ...seedBindings(crm.url) }
  const worker = await runWorker({ root, port: 0, stateDir: join(stateDir, 'worker'), bindings })
  try {
    const started = performance.now()
    for (let n = 0; n < leads; n += 1) {
      const id = uuidv7(Date.now(), random())
      const body = JSON.stringify({ id, fields: { email: `${id}@example.com` } })
      await fetch(`${worker.url}/v1/leads?k=pk_live_demo`, { method: 'POST', body })
    }
    const acceptMs = (performance.now() - started) / leads
    const until = Date.now() + settledMsMax
    for (;;) {
      const response = await fetch(`${worker.url}/v1/health`, { headers: { authorization: 'Bearer local-operator' } })
      const health = (await response.json()) as {
        counts: { pending: number }
        latencyMs: { p50: number | null; p99: number | null }
      }
      if (health.counts.pending === 0) return { ...health.latencyMs, acceptMs }
      if (Date.now() > until) throw new Error('not all leads were delivered in time')
      await new Promise(done => setTimeout(done, 200))
    }
  } finally {
    await worker.close()
    await crm.close()
    rmSync(stateDir, { recursive: true, force: true })
  }
}

console.log(`map, normalize and attribute a lead: ${benchBuild().toFixed(0)} µs (${builds} runs on Node)`)
const product = await benchProduct()
console.log(
  `accept through the local server: ${product.acceptMs.toFixed(1)} ms a lead, one after another (${leads} leads)`,
)
console.log(`acceptance to CRM: p50 ${product.p50} ms, p99 ${product.p99} ms`)
