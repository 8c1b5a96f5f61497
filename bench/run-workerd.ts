// One `workerd serve` process: no miniflare, no development server. Tells its address and the CPU time it has used.

import { type ChildProcess, spawn } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import type { Readable } from 'node:stream'

const startMsMax = 10_000
const stopMsMax = 5_000
// The kernel reports CPU time in ticks of USER_HZ, which is 100 a second on every architecture that workerd runs on.
const tickMs = 10

export interface Workerd {
  readonly url: string
  /** User and system time of all its threads since it began; undefined where the system does not tell (Linux does). */
  cpuMs(): number | undefined
  stop(): Promise<void>
}

/** Starts workerd with a configuration and waits until it listens. */
export async function runWorkerd(configFile: string): Promise<Workerd> {
  const { default: binary }: { default: string } = createRequire(import.meta.url)('workerd')
  // It writes what it listens on to the descriptor that is named: the port is the system's choice.
  const child = spawn(binary, ['serve', '--experimental', '--control-fd=3', configFile], {
    stdio: ['ignore', 'ignore', 'pipe', 'pipe'],
  })
  process.once('exit', () => child.kill())
  const port = await listeningPort(child)
  return {
    url: `http://127.0.0.1:${port}`,
    cpuMs: () => cpuMsOf(child.pid),
    stop: () => stop(child),
  }
}

// Rejects with what workerd complained of when it does not come to listening.
function listeningPort(child: ChildProcess): Promise<number> {
  return new Promise((resolve, reject) => {
    let told = ''
    let complaint = ''
    const timer = setTimeout(() => reject(new Error(`workerd did not listen in time: ${complaint}`)), startMsMax)
    child.stderr?.on('data', bytes => {
      complaint = `${complaint}${bytes}`.slice(0, 2_000)
    })
    child.once('exit', code => {
      clearTimeout(timer)
      reject(new Error(`workerd ended with ${code}: ${complaint}`))
    })
    const control = child.stdio[3] as Readable
    control.on('data', bytes => {
      told += String(bytes)
      const port = /"event":"listen","socket":"http","port":(\d+)/.exec(told)?.[1]
      if (port === undefined) return
      clearTimeout(timer)
      resolve(Number(port))
    })
  })
}

function cpuMsOf(pid: number | undefined): number | undefined {
  if (process.platform !== 'linux') return undefined
  // proc(5): the name in field 2 may hold spaces and brackets, so fields are counted from the last bracket; user time
  // is field 14 and system time field 15.
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  return (Number(fields[11]) + Number(fields[12])) * tickMs
}

async function stop(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return
  const ended = new Promise(resolve => child.once('exit', resolve))
  child.kill()
  const timer = setTimeout(() => child.kill('SIGKILL'), stopMsMax)
  await ended
  clearTimeout(timer)
}
