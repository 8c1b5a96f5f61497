// `npm run size`: builds, and holds the bytes of snippet and Worker to their budgets. Exit 1 when one is over.

import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { snippetBrotliBytesMax, snippetGzipBytesMax } from '../snippet/budget.ts'
import { buildSnippet, type Weight, weigh } from '../snippet/build.ts'
import { buildWorker } from './build-worker.ts'

/**
 * The Worker's bundle, in bytes. The aim was 260,000 before most destinations, and before leads were matched. Two fifths
 * of it are tables: countries (40,000), phone plans (25,000), public suffixes (19,000), industries (7,000), given names
 * (7,000), disposable domains (5,000). Of the libraries zod takes 13,000, hono 11,000, libphonenumber-js 10,000.
 * Cloudflare takes 3 MB (gzip) on the free plan; a small one starts faster.
 */
const workerBudget = { gzip: 295_000 }

const root = resolve(import.meta.dirname, '..')
const [snippet, worker] = await Promise.all([buildSnippet(), buildWorker(root)])

const rows: readonly { name: string; bytes: Weight; budget: Partial<Weight> }[] = [
  { name: 'snippet', bytes: snippet.bytes, budget: { brotli: snippetBrotliBytesMax, gzip: snippetGzipBytesMax } },
  { name: 'worker', bytes: weigh(readFileSync(worker.outfile)), budget: workerBudget },
]

let isOver = false
for (const { name, bytes, budget } of rows) {
  const columns = (['raw', 'gzip', 'brotli'] as const).map(kind => {
    const limit = budget[kind]
    if (limit === undefined) return `${kind} ${bytes[kind]}`
    if (bytes[kind] > limit) isOver = true
    return `${kind} ${bytes[kind]} of ${limit}${bytes[kind] > limit ? ' OVER' : ''}`
  })
  console.log(`${name.padEnd(8)} ${columns.join('   ')}`)
}
process.exitCode = isOver ? 1 : 0
