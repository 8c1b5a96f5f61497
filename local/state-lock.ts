// One run a state folder: two runtimes on the same files would tear them. A run that was killed leaves its lock and
// perhaps its runtime behind; the next run clears both away.

import { existsSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

interface Lock {
  readonly pid: number
  readonly children: readonly number[]
}

export interface StateLock {
  /** Notes the processes that this one has started, for the run after a kill. */
  noteChildren(): void
  release(): void
}

/** Claims the folder. Throws a sentence that says what to do when another run is alive. */
export function claimState(stateDir: string): StateLock {
  const file = join(stateDir, 'run.json')
  const held = existsSync(file) ? readLock(file) : undefined
  if (held && held.pid !== process.pid && isOurs(held.pid)) {
    throw new Error(
      `Already running as process ${held.pid}: stop it, or choose another folder with STATE_DIR=… npm start.`,
    )
  }
  for (const child of held?.children ?? []) if (isOurs(child)) process.kill(child, 'SIGKILL')
  const write = (children: readonly number[]) => writeFileSync(file, JSON.stringify({ pid: process.pid, children }))
  write([])
  return { noteChildren: () => write(childrenOf(process.pid)), release: () => rmSync(file, { force: true }) }
}

function readLock(file: string): Lock | undefined {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Lock
  } catch {
    // Killed in the middle of writing it: nothing is known of that run.
    return undefined
  }
}

// A process id may belong to somebody else by now, so its command line must be one of ours.
function isOurs(pid: number): boolean {
  try {
    process.kill(pid, 0)
    const file = `/proc/${pid}/cmdline`
    return !existsSync(file) || /workerd|local\/start\.ts/.test(readFileSync(file, 'utf8'))
  } catch {
    // No such process.
    return false
  }
}

// Only where the system tells (Linux); elsewhere a killed run's runtime has to be stopped by hand.
function childrenOf(pid: number): number[] {
  if (!existsSync('/proc')) return []
  return readdirSync('/proc')
    .map(Number)
    .filter(id => Number.isInteger(id) && parentOf(id) === pid)
}

function parentOf(pid: number): number | undefined {
  try {
    return Number(/\nPPid:\s*(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1])
  } catch {
    // It ended meanwhile.
    return undefined
  }
}
