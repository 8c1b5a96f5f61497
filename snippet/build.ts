// Builds the snippet: `dist/assets/lc.js` for the tag, `dist/snippet/index.mjs` with its types for the package.

import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { build } from 'esbuild'
import { minify } from 'terser'
import { type PinnedVersion, writeVersions } from './versions.ts'

/** Bytes of a file, as it is and as it travels. */
export interface Weight {
  readonly raw: number
  readonly gzip: number
  readonly brotli: number
}

/** Where the build went, and what the tag's script weighs. */
export interface SnippetBuild {
  readonly files: Readonly<Record<'script' | 'debug' | 'module' | 'types', string>>
  readonly pinned: PinnedVersion
  readonly bytes: Weight
}

const here = dirname(fileURLToPath(import.meta.url))

/** Bundles the snippet into `outDir` (default: `dist` of the project). */
export const buildSnippet = async ({
  outDir = join(here, '..', 'dist'),
  isRelease = false,
} = {}): Promise<SnippetBuild> => {
  const files = {
    script: join(outDir, 'assets', 'lc.js'),
    debug: join(outDir, 'assets', 'lc-debug.js'),
    module: join(outDir, 'snippet', 'index.mjs'),
    types: join(outDir, 'snippet', 'index.d.mts'),
  }
  const shared = {
    bundle: true,
    minify: true,
    charset: 'utf8',
    // Safari 13.1, Chrome 80, Firefox 74.
    target: 'es2020',
    // Not the project's: its `strict` would add a directive that the snippet does not need.
    tsconfigRaw: {},
    logLevel: 'error',
  } as const
  await Promise.all([
    build({
      ...shared,
      entryPoints: [join(here, 'index.ts')],
      format: 'iife',
      outfile: files.script,
      // Names that only we read. isTrusted and the like are the browser's.
      mangleProps:
        /^(is(Called|Beaconed)|native|settle|say|submission|reading|said|unnamed|wire|written|boxes|seen|heard|event|list|gestures)$/,
      ...guarded,
    }),
    build({
      ...shared,
      entryPoints: [join(here, 'debug', 'index.ts')],
      format: 'esm',
      outfile: files.debug,
    }),
    build({ ...shared, entryPoints: [join(here, 'module.ts')], format: 'esm', outfile: files.module }),
  ])
  for (const file of [files.script, files.debug]) {
    const code = await minified(await readFile(file, 'utf8'))
    await writeFile(file, file === files.script ? compiledAhead + code : code)
  }
  const pinned = await writeVersions(join(outDir, 'assets'), files.script, isRelease)
  await mkdir(dirname(files.types), { recursive: true })
  await writeFile(files.types, await moduleTypes())
  return { files, pinned, bytes: weigh(await readFile(files.script)) }
}

/** A second minifier finds what the first leaves: 5 bytes in 100. */
const minified = async (code: string): Promise<string> => {
  // Unsafe with an object that has a `valueOf` of its own, which `""+x` reads and a template does not: we write none.
  const compress = { passes: 5, unsafe_arrows: true, unsafe: true }
  const result = await minify(code, { ecma: 2020, module: true, compress })
  if (!result.code) throw new Error('the minifier answered nothing')
  return result.code
}

/**
 * Asks V8 to compile every function beside the page's thread, while the file arrives; otherwise each one is compiled on
 * it, when it is first called. It counts only as the first line (v8.dev/blog/explicit-compile-hints, Chrome 136).
 */
const compiledAhead = '//# allFunctionsCalledOnLoad\n'

/** Whatever a browser lacks or a page took away: no error of ours reaches the page. */
const guarded = { banner: { js: 'try{' }, footer: { js: '}catch{}' } } as const

/** The public types stand alone, so they are the declaration file, with the module's functions added. */
const moduleTypes = async () => `${await readFile(join(here, 'public-types.ts'), 'utf8')}
/** Starts the snippet on this page, if it was not started yet. */
export declare const start: (config?: LeadCaptureConfig) => void
export declare const submit: LeadCapture['submit']
export declare const consent: LeadCapture['consent']
export declare const on: LeadCapture['on']
declare global {
  interface Window {
    /** There once the tag, the stub or \`start()\` ran. */
    leadCapture: LeadCapture
    leadCaptureConfig?: LeadCaptureConfig
  }
}
`

/** Weighs a file as a server with brotli or gzip would send it. */
export const weigh = (file: Uint8Array): Weight => ({
  raw: file.length,
  gzip: gzipSync(file, { level: 9 }).length,
  brotli: brotliCompressSync(file, { params: { [constants.BROTLI_PARAM_QUALITY]: 11 } }).length,
})

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { files, pinned, bytes } = await buildSnippet({ isRelease: process.argv.includes('--release') })
  console.log(
    `${files.script}\n${pinned.file} ${pinned.integrity}\nraw ${bytes.raw} gzip ${bytes.gzip} brotli ${bytes.brotli}`,
  )
}
