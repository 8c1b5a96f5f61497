// `npm run quality -- --corpora FOLDER [--only phones,names] [--show 20]`: scores the pure core on labelled rows that
// were made elsewhere. The folder holds `score.mjs` and `dev/`; every other option goes to its scorer.

import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { build } from 'esbuild'

const [, , ...args] = process.argv
const at = args.indexOf('--corpora')
const corpora = at < 0 ? process.env['QUALITY_CORPORA'] : args[at + 1]
const others = at < 0 ? args : args.toSpliced(at, 2)
if (!corpora || !existsSync(join(corpora, 'score.mjs'))) {
  console.error('No scorer: name the folder that holds score.mjs and dev/ with --corpora or QUALITY_CORPORA.')
  process.exit(1)
}

const folder = await mkdtemp(join(tmpdir(), 'lead-capture-quality-'))
try {
  const impl = join(folder, 'impl.mjs')
  await build({
    entryPoints: [resolve(import.meta.dirname, 'adapter.ts')],
    outfile: impl,
    bundle: true,
    format: 'esm',
    platform: 'node',
  })
  const scorer = [join(corpora, 'score.mjs'), '--impl', impl, '--data', join(corpora, 'dev'), ...others]
  process.exitCode = spawnSync(process.execPath, scorer, { stdio: 'inherit' }).status ?? 1
} finally {
  await rm(folder, { recursive: true, force: true })
}
