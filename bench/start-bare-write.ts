// The bare durable write in the bare runtime: what accept is held against. Same runtime, same flags, same client, the
// same bodies; its row is the body as it came.

import { join } from 'node:path'
import { build } from 'esbuild'
import type { Subject } from './abba.ts'
import { runWorkerd } from './run-workerd.ts'
import { writeWorkerdConfig } from './workerd-config.ts'

/** Builds and starts it with its state in `folder`. */
export async function startBareWrite(root: string, folder: string): Promise<Subject> {
  const { outputFiles } = await build({
    entryPoints: [join(root, 'bench', 'bare-write-worker.ts')],
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2024',
    write: false,
    logLevel: 'error',
  })
  const config = writeWorkerdConfig(folder, { code: outputFiles[0]?.text ?? '', objects: { ROWS: 'Rows' } })
  const workerd = await runWorkerd(config)
  const urlFor = ({ id }: { readonly id: string }) => `${workerd.url}/?id=${id}`
  return { workerd, load: { urlFor, isTaken: status => status === 202 } }
}
