// `npm start`: the whole product on this machine. Worker, stand-in CRM and demo site on three origins, no account, no
// network. State is kept in `.state/` (or STATE_DIR), so that stopping it, or killing it, loses nothing.

import { mkdirSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { buildSnippet } from '../snippet/build.ts'
import { buildWorker } from './build-worker.ts'
import { startCrm } from './crm/start-crm.ts'
import { startDemo } from './demo/start-demo.ts'
import { localSecrets } from './local-secrets.ts'
import { claimPort } from './ports.ts'
import { runWorker } from './run-worker.ts'
import { demoKey, readChanges, seedBindings } from './seed.ts'
import { claimState } from './state-lock.ts'
import { readTimeScale } from './time-scale.ts'

const watchdogMs = 10_000
const root = resolve(import.meta.dirname, '..')
const stateDir = resolve(process.env['STATE_DIR'] ?? join(root, '.state'))

async function start(): Promise<void> {
  const scale = readTimeScale(process.env['TIME_SCALE'])
  const ports = {
    worker: await claimPort('PORT', 8787),
    crm: await claimPort('CRM_PORT', 8788),
    demo: await claimPort('DEMO_PORT', 8789),
  }
  // A debugger's way in: nobody's unless somebody asks for it.
  const inspectorPort = process.env['INSPECTOR_PORT'] ? await claimPort('INSPECTOR_PORT', 0) : undefined
  mkdirSync(stateDir, { recursive: true })
  const lock = claimState(stateDir)
  await Promise.all([buildSnippet(), buildWorker(root)])
  const crm = await startCrm({ port: ports.crm, stateFile: join(stateDir, 'crm.sqlite') })
  const worker = await runWorker({
    root,
    port: ports.worker,
    stateDir: join(stateDir, 'worker'),
    bindings: {
      ...localSecrets(join(stateDir, 'secrets.json'), join(stateDir, 'worker')),
      ...seedBindings(crm.url, readChanges(process.env['DEMO_DESTINATION'])),
      ...(scale ? { TIME_SCALE: scale } : {}),
    },
    ...(inspectorPort === undefined ? {} : { inspectorPort }),
  })
  const demo = await startDemo({ port: ports.demo, workerUrl: worker.url, crmUrl: crm.url, siteKey: demoKey })
  lock.noteChildren()
  // The local runtime keeps no cron: the watchdog is called from here, at once for what the last run left behind.
  const watch = () => worker.watch().catch(() => console.error('the watchdog could not run; it tries again'))
  await watch()
  const rounds = setInterval(watch, watchdogMs)

  let isStopping = false
  const stop = async () => {
    if (isStopping) return
    isStopping = true
    clearInterval(rounds)
    await Promise.allSettled([demo.close(), worker.close(), crm.close()])
    lock.release()
    process.exit(0)
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) endOnlyBy(signal, stop)
  stopWithParent(stop)
  // Last: whoever reads this line may send a signal at once.
  console.log(`lead-capture ready worker=${worker.url} crm=${crm.url} demo=${demo.url}`)
}

// The local runtime's own listeners end the process at once, before anything of ours is closed. Ours is added before
// they are removed: without any listener, even for a moment, the signal itself ends the process.
function endOnlyBy(signal: NodeJS.Signals, stop: () => void): void {
  const others = process.rawListeners(signal)
  process.on(signal, stop)
  for (const other of others) process.off(signal, other as NodeJS.SignalsListener)
}

// When npm is killed outright nobody tells us; an orphan would hold the ports.
function stopWithParent(stop: () => void): void {
  if (process.env['npm_lifecycle_event'] === undefined) return
  const parent = process.ppid
  setInterval(() => {
    if (process.ppid !== parent) stop()
  }, 500).unref()
}

start().catch((thrown: unknown) => {
  console.error(thrown instanceof Error ? thrown.message : thrown)
  process.exit(1)
})
