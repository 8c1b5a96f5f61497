// `npm run quality -- --corpora FOLDER [--only phones,names] [--show 20]`: scores the pure core on labelled rows, a table
// of functions and kinds of rows. The rows for field names are our own (rows/). The others were made elsewhere: their
// folder holds `score.mjs` and `dev/`, and every other option goes to its scorer.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'
import { scoreFieldLabels } from './field-labels.ts'

/** What the scorer says of one file of rows. */
interface Scored {
  /** The function; of pairs of records the false negatives. */
  readonly fn?: string | number
  readonly threw?: number
  /** Kind of rows, and `right/all percent` of them. */
  readonly slices?: Readonly<Record<string, string>>
}

const [, , ...args] = process.argv
const at = args.indexOf('--corpora')
const corpora = at < 0 ? process.env['QUALITY_CORPORA'] : args[at + 1]
const others = at < 0 ? args : args.toSpliced(at, 2)

const { right, wrong, rows } = scoreFieldLabels()
const percent = (count: number) => `${((100 * count) / rows).toFixed(1)} %`
printRow('field-labels', 'recogniseField', `right ${right}/${rows} ${percent(right)}, wrong ${percent(wrong)}`)

if (corpora && existsSync(join(corpora, 'score.mjs'))) await scoreElsewhere(corpora)
else console.error('Only our own rows: --corpora or QUALITY_CORPORA names a folder with score.mjs and dev/.')

async function scoreElsewhere(corpora: string): Promise<void> {
  const folder = await mkdtemp(join(tmpdir(), 'lead-capture-quality-'))
  try {
    const impl = join(folder, 'impl.mjs')
    const answers = join(folder, 'scores.json')
    await build({
      entryPoints: [resolve(import.meta.dirname, 'adapter.ts')],
      outfile: impl,
      bundle: true,
      format: 'esm',
      platform: 'node',
    })
    const asked = ['--impl', impl, '--data', join(corpora, 'dev'), '--json', answers, ...others]
    // What it prints besides the table: single rows that are wrong, and what it says of duplicates.
    const isWordy = others.includes('--show')
    const { status } = spawnSync(process.execPath, [join(corpora, 'score.mjs'), ...asked], {
      stdio: ['ignore', isWordy ? 'inherit' : 'ignore', 'inherit'],
    })
    process.exitCode = status ?? 1
    const scores = JSON.parse(readFileSync(answers, 'utf8')) as Readonly<Record<string, Scored | string>>
    for (const [file, scored] of Object.entries(scores)) printScore(file, scored)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

function printScore(file: string, scored: Scored | string): void {
  if (typeof scored === 'string') {
    printRow(file, '', scored)
    return
  }
  const { fn: called, threw = 0, slices, ...figures } = scored
  // Of pairs, `fn` are false negatives.
  const fn = typeof called === 'string' ? called : 'matchLeads'
  for (const [slice, score] of Object.entries(slices ?? {})) printRow(file, fn, score, slice)
  if (threw > 0) printRow(file, fn, `THREW on ${threw} rows`)
  if (!slices) printRow(file, fn, JSON.stringify(figures).replace(/["{}]/g, '').replaceAll(',', ', '))
}

function printRow(file: string, fn: string, score: string, slice = 'all'): void {
  console.log(`${file.padEnd(24)} ${fn.padEnd(20)} ${slice.padEnd(34)} ${score}`)
}
