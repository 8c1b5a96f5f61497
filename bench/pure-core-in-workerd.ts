// What the pure core costs in workerd: mapping, normalizing and making the keys of one lead, and comparing two. CPU time of
// the process, so that other work on the machine weighs little; without HMACs, which are in the figure of accept.

import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { type Figure, inWords, withSpread } from './figure.ts'
import { runWorkerd, type Workerd } from './run-workerd.ts'
import { writeWorkerdConfig } from './workerd-config.ts'

const runs = 5
const leadsPerRun = 10_000
const pairsPerRun = 100_000

/** Measures it. Throws when a lead is not built or no pair matches. */
export async function measurePureCoreInWorkerd(): Promise<Figure[]> {
  const folder = mkdtempSync(join(tmpdir(), 'lead-capture-bench-'))
  let workerd: Workerd | undefined
  try {
    const { outputFiles } = await build({
      entryPoints: [resolve(import.meta.dirname, 'pure-core-worker.ts')],
      bundle: true,
      minify: true,
      format: 'esm',
      target: 'es2024',
      write: false,
      logLevel: 'error',
    })
    workerd = await runWorkerd(writeWorkerdConfig(folder, { code: outputFiles[0]?.text ?? '', objects: {} }))
    const built: number[] = []
    const compared: number[] = []
    for (let run = 0; run <= runs; run += 1) {
      const made = await spentUs(workerd, 'make', leadsPerRun)
      const all = await spentUs(workerd, 'build', leadsPerRun)
      const matched = await spentUs(workerd, 'match', pairsPerRun)
      // The first run warms up.
      if (run > 0) {
        built.push(all - made)
        compared.push(matched)
      }
    }
    const spent = workerd.cpuMs() === undefined ? 'wall' : 'CPU'
    const load = (count: number) => `workerd, ${runs} runs of ${inWords(count)}`
    return [
      {
        measure: `map, normalize and key a lead, ${spent}`,
        load: load(leadsPerRun),
        figure: `${withSpread(built, 0)} µs`,
      },
      {
        measure: `compare two leads that share a key, ${spent}`,
        load: load(pairsPerRun),
        figure: `${withSpread(compared, 1)} µs`,
      },
    ]
  } finally {
    await workerd?.stop()
    rmSync(folder, { recursive: true, force: true })
  }
}

async function spentUs({ url, cpuMs }: Workerd, work: string, count: number): Promise<number> {
  const now = () => cpuMs() ?? performance.now()
  const startedAt = now()
  const response = await fetch(`${url}/${work}?count=${count}`)
  if (!response.ok || !(Number(await response.text()) > 0)) throw new Error(`${work} did nothing`)
  return ((now() - startedAt) * 1_000) / count
}
