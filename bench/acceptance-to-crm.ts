// How long a lead takes from its acceptance to the CRM, through the product as `npm start` runs it: the local runtime,
// the real queue consumer, the stand-in CRM. It is a process of its own, so that its log does not mix with the table.
// The local runtime and its development server cost more than the platform does: this says that the way is whole and
// roughly how long it is, not what a deployment will show.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { demoKey } from '../local/seed.ts'
import { leadsPath } from '../shared/wire.ts'
import { aLead } from './a-lead.ts'
import { type Figure, inWords, median } from './figure.ts'
import { sendLeads } from './send-leads.ts'

/** Leads, and how many are on their way at once. */
const loads = [
  { leads: 200, connections: 1 },
  { leads: 400, connections: 8 },
  { leads: 1_000, connections: 64 },
] as const
const readyMsMax = 60_000
const deliveredMsMax = 60_000
const stopMsMax = 10_000
const healthEveryMs = 200
const outputCharsMax = 4_000

interface Health {
  readonly counts: { readonly accepted: number; readonly delivered: number }
  readonly latencyMs: { readonly p50: number | null; readonly p99: number | null }
}

/** Measures it at each load, with a product of its own. Throws when a lead is refused or not delivered in time. */
export async function measureAcceptanceToCrm(): Promise<Figure[]> {
  const figures: Figure[] = []
  for (const { leads, connections } of loads) {
    figures.push(...(await withProduct(url => measureLoad(url, leads, connections))))
  }
  return figures
}

async function measureLoad(url: string, leads: number, connections: number): Promise<Figure[]> {
  const startedAt = performance.now()
  const latenciesMs = await sendLeads({
    leads: Array.from({ length: leads }, aLead),
    connections,
    urlFor: () => `${url}${leadsPath}?k=${demoKey}`,
    isTaken: status => status === 202,
  })
  const { latencyMs } = await allDelivered(url, leads)
  const perSecond = leads / ((performance.now() - startedAt) / 1_000)
  const load = `local product, ${inWords(leads)} leads, ${connections} at once`
  return [
    { measure: 'accept through the local server, wall', load, figure: `p50 ${median(latenciesMs).toFixed(1)} ms` },
    { measure: 'acceptance to CRM', load, figure: `p50 ${latencyMs.p50} ms, p99 ${latencyMs.p99} ms` },
    { measure: 'accepted and delivered', load, figure: `${perSecond.toFixed(0)} leads a second` },
  ]
}

/** Runs the product for as long as `use` takes. */
export async function withProduct<T>(use: (url: string, product: ChildProcess) => Promise<T>): Promise<T> {
  const stateDir = mkdtempSync(join(tmpdir(), 'lead-capture-bench-'))
  const root = resolve(import.meta.dirname, '..')
  const product = spawn(process.execPath, [join(root, 'local', 'start.ts')], {
    cwd: root,
    env: { ...process.env, STATE_DIR: stateDir, PORT: '0', CRM_PORT: '0', DEMO_PORT: '0' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const kill = () => product.kill()
  process.once('exit', kill)
  try {
    return await use(await ready(product), product)
  } finally {
    await stop(product)
    process.removeListener('exit', kill)
    rmSync(stateDir, { recursive: true, force: true })
  }
}

// The Worker's address, once the product says that it is ready. Everything else that it prints is its log.
function ready(product: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let output = ''
    const fail = (why: string) => reject(new Error(`the product ${why}:\n${output}`))
    const timer = setTimeout(() => fail('was not ready in time'), readyMsMax)
    product.once('exit', () => fail('ended before it was ready'))
    for (const stream of [product.stdout, product.stderr]) {
      stream?.on('data', bytes => {
        output = `${output}${bytes}`.slice(-outputCharsMax)
        const url = /lead-capture ready worker=(\S+) /.exec(output)?.[1]
        if (url === undefined) return
        clearTimeout(timer)
        resolve(url)
      })
    }
  })
}

async function allDelivered(url: string, leads: number): Promise<Health> {
  const until = Date.now() + deliveredMsMax
  for (;;) {
    const response = await fetch(`${url}/v1/health`, { headers: { authorization: 'Bearer local-operator' } })
    const health = (await response.json()) as Health
    const { accepted, delivered } = health.counts
    if (accepted === leads && delivered === leads) return health
    if (Date.now() > until) throw new Error(`of ${leads} leads ${accepted} are accepted and ${delivered} delivered`)
    await pause(healthEveryMs)
  }
}

async function stop(product: ChildProcess): Promise<void> {
  if (product.exitCode !== null || product.signalCode !== null) return
  const ended = new Promise(done => product.once('exit', done))
  product.kill('SIGTERM')
  const timer = setTimeout(() => product.kill('SIGKILL'), stopMsMax)
  await ended
  clearTimeout(timer)
}
