// Bundles the Worker as it is deployed: one minified module.

import { join } from 'node:path'
import { build } from 'esbuild'

/** Writes `dist/worker/index.js` and returns its path and esbuild's account of what is in it. */
export async function buildWorker(root: string) {
  const outfile = join(root, 'dist', 'worker', 'index.js')
  const { metafile } = await build({
    entryPoints: [join(root, 'worker', 'index.ts')],
    outfile,
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    conditions: ['workerd', 'worker', 'browser'],
    external: ['cloudflare:workers'],
    metafile: true,
    logLevel: 'error',
  })
  return { outfile, metafile }
}
