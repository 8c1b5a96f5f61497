// The package as somebody installs it: packed like npm does it, in a folder of its own, and looked at by the two tools
// that know how Node, TypeScript and bundlers read a package. Nothing is published, and no network is used.

import { spawnSync } from 'node:child_process'
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join, posix, resolve } from 'node:path'
import { checkPackage, createPackageFromTarballData } from '@arethetypeswrong/core'
import { publint } from 'publint'
import { afterAll, beforeAll, expect, it, vi } from 'vitest'
import { buildSnippet } from '../../snippet/build.ts'

const root = resolve(import.meta.dirname, '../..')
// A copy, so that the tests beside this one do not see a build change under them.
const folder = mkdtempSync(join(tmpdir(), 'lead-capture-package-'))
let files: readonly string[] = []
let tarball = ''

// A type checker is loaded, which takes its time on a busy machine.
vi.setConfig({ testTimeout: 60_000 })

beforeAll(async () => {
  for (const path of ['package.json', 'README.md', 'LICENSE', 'docs', 'integrations', 'snippet', 'test/rules'])
    cpSync(join(root, path), join(folder, path), { recursive: true })
  await buildSnippet({ outDir: join(folder, 'dist') })
  const { stdout, stderr, status } = spawnSync('npm', ['pack', '--json', '--ignore-scripts', '--offline'], {
    cwd: folder,
    encoding: 'utf8',
    shell: process.platform === 'win32',
  })
  expect(status, stderr).toBe(0)
  // One package, in a list or under its name: that changed between versions of npm.
  const [packed]: { filename: string; files: { path: string }[] }[] = Object.values(JSON.parse(stdout))
  files = packed?.files.map(({ path }) => path) ?? []
  tarball = join(folder, packed?.filename ?? '')
}, 60_000)

afterAll(() => rmSync(folder, { recursive: true, force: true }))

it('holds the module with its types, the stub, the tag manager template and the pages a site needs', () => {
  expect(files).toEqual(
    expect.arrayContaining([
      'LICENSE',
      'README.md',
      'dist/snippet/index.d.mts',
      'dist/snippet/index.mjs',
      'docs/embed.md',
      'docs/embed/wordpress.md',
      'integrations/gtm/lead-capture.tpl',
      'package.json',
      'snippet/stub.html',
    ]),
  )
})

it('holds no tests, no sources and nothing of the Worker', () => {
  expect(files.filter(path => /^(test|worker|shared|local|bench|migrations)\/|(?<!\.d)\.m?ts$/.test(path))).toEqual([])
})

it('has every page that its pages about embedding link to', () => {
  const missing = files
    .filter(path => /^docs\/embed(\.md$|\/)/.test(path))
    .flatMap(path =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/\]\((?!https?:|#)([^)#]+)/g)].map(([, link = '']) =>
        posix.join(dirname(path), link),
      ),
    )
    // The page about ?lead_debug=1 is looked for only where it is written already.
    .filter(path => !files.includes(path) && (path !== 'docs/debug.md' || existsSync(join(root, path))))
  expect(missing).toEqual([])
})

it('is clean for publint', async () => {
  const { messages } = await publint({
    strict: true,
    pack: { tarball: new Uint8Array(readFileSync(tarball)).buffer },
  })
  expect(messages.map(({ code, path }) => `${code} ${path.join('.')}`)).toEqual([])
})

it('gives its types to every resolution that reads ES modules', async () => {
  const analysis = await checkPackage(createPackageFromTarballData(new Uint8Array(readFileSync(tarball))))
  if (!analysis.types) throw new Error('no types are found in the package')
  // There is no CommonJS: node10 does not know `exports`, and require() from an old Node finds an ES module.
  const problems = analysis.problems.filter(
    problem => !('resolutionKind' in problem) || /^(node16-esm|bundler)$/.test(problem.resolutionKind),
  )
  expect(problems.map(({ kind }) => kind)).toEqual([])
  for (const entry of ['.', './snippet'])
    for (const kind of ['node16-esm', 'bundler'] as const)
      expect(analysis.entrypoints[entry]?.resolutions[kind].resolution?.fileName, `${entry} ${kind}`).toMatch(
        /index\.d\.mts$/,
      )
})

it('can be imported under its name, and does nothing by that', async () => {
  const installed = join(folder, 'node_modules', 'lead-capture')
  for (const path of files) cpSync(join(folder, path), join(installed, path))
  const program = "import * as all from 'lead-capture'; console.log(Object.keys(all).sort().join(' '))"
  const { stdout, stderr } = spawnSync(process.execPath, ['--input-type=module', '-e', program], {
    cwd: folder,
    encoding: 'utf8',
  })
  expect(stdout.trim(), stderr).toBe('consent on start submit')
})
