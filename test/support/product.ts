// The product as `npm start` runs it, as a process of its own: tests see what a user sees, and can kill it.

import { type ChildProcess, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'

const root = resolve(import.meta.dirname, '../..')
const readyMsMax = 60_000

export interface Product {
  readonly worker: string
  readonly crm: string
  readonly demo: string
  /** Everything it has printed. */
  output(): string
  /** Ends it as an operator does, and says its exit code. */
  stop(): Promise<number | null>
  /** Ends it as a power cut does: all of its processes at once. */
  kill(): Promise<void>
}

export interface ProductOptions {
  readonly stateDir: string
  readonly ports: readonly [worker: number, crm: number, demo: number]
  readonly timeScale?: number
  /** Changes to the demo site's destination, as a site's configuration would have them. */
  readonly demoDestination?: object
}

/** A folder for one test's state, and its removal. */
export function aStateDir() {
  const stateDir = mkdtempSync(join(tmpdir(), 'lead-capture-'))
  return { stateDir, remove: () => rmSync(stateDir, { recursive: true, force: true }) }
}

/** Three ports that were free a moment ago. */
export async function freePorts(): Promise<[number, number, number]> {
  const servers = [createServer(), createServer(), createServer()]
  const ports = await Promise.all(
    servers.map(
      server =>
        new Promise<number>(done => {
          server.listen(0, '127.0.0.1', () => {
            const address = server.address()
            done(typeof address === 'object' && address ? address.port : 0)
          })
        }),
    ),
  )
  await Promise.all(servers.map(server => new Promise(done => server.close(done))))
  const [worker = 0, crm = 0, demo = 0] = ports
  return [worker, crm, demo]
}

/** Starts the product and waits for its ready line. Rejects with its output when it ends instead. */
export async function startProduct({ stateDir, ports, timeScale, demoDestination }: ProductOptions): Promise<Product> {
  const [worker, crm, demo] = ports
  const child = spawn(process.execPath, ['local/start.ts'], {
    cwd: root,
    // A group of its own, so that killing it kills the runtime that it has started too.
    detached: true,
    env: {
      ...process.env,
      STATE_DIR: stateDir,
      PORT: String(worker),
      CRM_PORT: String(crm),
      DEMO_PORT: String(demo),
      ...(timeScale === undefined ? {} : { TIME_SCALE: String(timeScale) }),
      ...(demoDestination === undefined ? {} : { DEMO_DESTINATION: JSON.stringify(demoDestination) }),
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let output = ''
  child.stdout.on('data', chunk => {
    output += chunk
  })
  child.stderr.on('data', chunk => {
    output += chunk
  })
  const ended = new Promise<number | null>(done => child.once('exit', code => done(code)))
  await ready(child, () => output)
  return {
    worker: `http://127.0.0.1:${worker}`,
    crm: `http://127.0.0.1:${crm}`,
    demo: `http://127.0.0.1:${demo}`,
    output: () => output,
    stop: () => {
      child.kill('SIGTERM')
      return ended
    },
    kill: async () => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL')
      await ended
    },
  }
}

function ready(child: ChildProcess, output: () => string): Promise<void> {
  return new Promise((done, fail) => {
    const timer = setTimeout(() => fail(new Error(`not ready in time:\n${output()}`)), readyMsMax)
    const finish = (then: () => void) => {
      clearTimeout(timer)
      then()
    }
    child.once('exit', () => finish(() => fail(new Error(`ended before it was ready:\n${output()}`))))
    child.stdout?.on('data', () => {
      if (output().includes('lead-capture ready')) finish(done)
    })
  })
}

/** Asks again until `read` answers something, at most `msMax`. */
export async function eventually<T>(read: () => Promise<T | undefined>, msMax = 10_000): Promise<T> {
  const until = Date.now() + msMax
  for (;;) {
    const value = await read()
    if (value !== undefined) return value
    if (Date.now() > until) throw new Error(`nothing came of it within ${msMax} ms`)
    await new Promise(done => setTimeout(done, 100))
  }
}

/** A call to the operator API with a token of the local run. */
export async function asOperator(
  product: Pick<Product, 'worker'>,
  path: string,
  init: RequestInit = {},
  token = 'local-operator',
) {
  const response = await fetch(`${product.worker}${path}`, {
    ...init,
    headers: { authorization: `Bearer ${token}`, ...(init.body ? { 'content-type': 'application/json' } : {}) },
  })
  return {
    status: response.status,
    body: (await response.json()) as Record<string, unknown>,
    headers: response.headers,
  }
}
