// `npm run build`: the snippet into the assets, the Worker into one module.

import { resolve } from 'node:path'
import { buildSnippet } from '../snippet/build.ts'
import { buildWorker } from './build-worker.ts'

const [{ pinned }] = await Promise.all([buildSnippet(), buildWorker(resolve(import.meta.dirname, '..'))])
// For pages that pin one version (docs/embed.md).
console.log(`${pinned.file} ${pinned.integrity}`)
