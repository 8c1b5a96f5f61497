// What accepting a lead costs beside the least that a durable write can cost: raw `workerd serve`, no miniflare and no
// development server, both in one run. The figure to watch is the ratio of CPU time: it is ours, where the times are
// also the runtime's, the disk's and the machine's. What is real in it, and what is not, is said in start-accept.ts.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { abbaLoad, compareAbba, leadsTaken, type Subject } from './abba.ts'
import { type Figure, median, withSpread } from './figure.ts'
import { checkLedger, startAccept } from './start-accept.ts'
import { startBareWrite } from './start-bare-write.ts'

/** Measures it. Throws when a lead is refused, or is not in the ledger afterwards. */
export async function measureAcceptInWorkerd(): Promise<Figure[]> {
  const root = resolve(import.meta.dirname, '..')
  const folder = mkdtempSync(join(tmpdir(), 'lead-capture-bench-'))
  const started: Subject[] = []
  try {
    const accept = await startAccept(root, join(folder, 'accept'))
    started.push(accept)
    const bare = await startBareWrite(root, join(folder, 'bare'))
    started.push(bare)
    const { a, b, ratios } = await compareAbba(accept, bare)
    await checkLedger(accept, leadsTaken)
    const spent = accept.workerd.cpuMs() === undefined ? 'wall' : 'CPU'
    const load = `workerd, on disk, ${abbaLoad}`
    return [
      { measure: `accept / bare durable write, ${spent}`, load, figure: withSpread(ratios, 2) },
      { measure: `accept, ${spent}`, load, figure: `${withSpread(a.spentUs, 0)} µs` },
      { measure: `bare durable write, ${spent}`, load, figure: `${withSpread(b.spentUs, 0)} µs` },
      { measure: 'accept, latency', load, figure: `p50 ${median(a.latenciesMs).toFixed(1)} ms` },
      { measure: 'bare durable write, latency', load, figure: `p50 ${median(b.latenciesMs).toFixed(1)} ms` },
    ]
  } finally {
    for (const { workerd } of started) await workerd.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}
