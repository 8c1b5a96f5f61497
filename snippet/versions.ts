// Puts the built script beside itself under a name that never changes its content, for pages that pin it by SRI, and
// says how the platform is to serve both.

import { createHash } from 'node:crypto'
import { copyFile, cp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Versions that pages may have pinned. A deployment that leaves one out breaks those pages. */
const released = join(import.meta.dirname, 'released')

/** How the scripts are served (Cloudflare Workers, static assets, headers: read 2026-11-24). */
const headers = `# SRI and import() from another origin need CORS. A new version is everywhere within five minutes; if we are down,
# pages go on with the old one.
/lc.js
  access-control-allow-origin: *
  cross-origin-resource-policy: cross-origin
  x-content-type-options: nosniff
  cache-control: public, max-age=300, stale-while-revalidate=86400, stale-if-error=604800
/lc-debug.js
  access-control-allow-origin: *
  cross-origin-resource-policy: cross-origin
  x-content-type-options: nosniff
  cache-control: public, max-age=300
/lc.:version.js
  access-control-allow-origin: *
  cross-origin-resource-policy: cross-origin
  x-content-type-options: nosniff
  cache-control: public, max-age=31536000, immutable
`

/** A version of the script for pages that pin it: \`<script src=file integrity=… crossorigin>\`. */
export interface PinnedVersion {
  readonly file: string
  readonly integrity: string
}

/** Writes the pinned version of a script into the assets, with all released ones, and says how to serve them. */
export const writeVersions = async (assets: string, script: string, isRelease = false): Promise<PinnedVersion> => {
  const code = await readFile(script)
  const version = createHash('sha256').update(code).digest('hex').slice(0, 10)
  const pinned = {
    file: `lc.${version}.js`,
    integrity: `sha384-${createHash('sha384').update(code).digest('base64')}`,
  }
  // What earlier builds of today left is no version that anybody has pinned.
  const left = (await readdir(assets)).filter(file => /^lc\.[\da-f]{10}\.js$/.test(file) && file !== pinned.file)
  await Promise.all(left.map(file => rm(join(assets, file))))
  await cp(released, assets, { recursive: true, filter: path => !path.endsWith('.md') })
  await copyFile(script, join(assets, pinned.file))
  if (isRelease) await copyFile(script, join(released, pinned.file))
  await writeFile(join(assets, 'lc.integrity.json'), `${JSON.stringify(pinned, undefined, 2)}\n`)
  await writeFile(join(assets, '_headers'), headers)
  return pinned
}
