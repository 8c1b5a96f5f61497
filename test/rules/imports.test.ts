// Who may import what: the table of docs/ARCHITECTURE.md, held over the bundler's own import graph.

import { resolve } from 'node:path'
import { build } from 'esbuild'
import { expect, test } from 'vitest'

const root = resolve(import.meta.dirname, '../..')

interface Rule {
  /** Files that the rule speaks of. */
  readonly from: RegExp
  /** What they may import of ours; packages are in `packages`. */
  readonly mayImport: RegExp
  readonly packages: RegExp
  readonly why: string
}

const rules: readonly Rule[] = [
  {
    from: /^shared\//,
    mayImport: /^shared\//,
    packages: /^(zod|libphonenumber-js|isbot)/,
    why: 'shared/ is pure: an effect belongs into worker/ or snippet/, and what it needs is passed in',
  },
  {
    from: /^snippet\//,
    mayImport: /^(snippet\/|shared\/(wire|limits)\.ts$)/,
    packages: /^$/,
    why: 'the snippet has no dependency: share constants through shared/wire.ts or shared/limits.ts',
  },
  {
    // The log is the system that this one hands leads to.
    from: /^worker\/destinations\/log-destination\.ts$/,
    mayImport: /^(worker\/destinations\/destination\.ts$|worker\/platform\/log\.ts$|shared\/)/,
    packages: /^zod/,
    why: 'the destination log writes facts and calls nobody',
  },
  {
    from: /^worker\/destinations\/(?!log-destination\.ts)/,
    mayImport: /^(worker\/destinations\/|worker\/platform\/(http|bytes)\.ts$|shared\/)/,
    packages: /^zod/,
    why: 'an adapter knows shared/ and its own interface: everything else comes through DeliveryIo',
  },
  {
    from: /^worker\/ledger\/(?!lead-ledger)/,
    mayImport: /^(worker\/ledger\/|worker\/privacy\/vault\.ts$|shared\/)/,
    packages: /^$/,
    why: "the ledger's logic runs on any SQLite: effects belong into lead-ledger.ts",
  },
  {
    from: /^worker\/platform\//,
    mayImport: /^(worker\/platform\/|worker\/env\.ts$|worker\/receive\/sites\.ts$|shared\/)/,
    packages: /^$/,
    why: 'platform/ is below everything else in worker/',
  },
  {
    from: /^worker\/(ledger|index-db|forward)\//,
    mayImport: /^(?!worker\/(operate|pipeline))/,
    packages: /./,
    why: 'the flow goes from the pipeline down: pass what is needed in instead of reaching up',
  },
  {
    from: /^(shared|snippet|worker)\//,
    mayImport: /^(?!sim\/)/,
    packages: /./,
    why: 'the product knows nothing of its simulator: what is broken on purpose is broken in sim/variants.ts',
  },
]

test('every import follows the table of who may import what', async () => {
  const { metafile } = await build({
    entryPoints: ['worker/index.ts', 'snippet/index.ts', 'snippet/module.ts'].map(file => resolve(root, file)),
    absWorkingDir: root,
    bundle: true,
    write: false,
    outdir: 'unused',
    format: 'esm',
    metafile: true,
    external: ['cloudflare:workers'],
    logLevel: 'error',
  })
  const broken: string[] = []
  // docs/decisions/015: the other entry of the package is several times as large.
  if ('node_modules/zod/index.js' in metafile.inputs) broken.push('zod: import zod/mini')
  for (const [file, { imports }] of Object.entries(metafile.inputs)) {
    for (const { path, external } of imports) {
      if (external || path.startsWith('<')) continue
      const packageName = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(path)?.[1]
      for (const rule of rules.filter(candidate => candidate.from.test(file))) {
        const isAllowed = packageName ? rule.packages.test(packageName) : rule.mayImport.test(path)
        if (!isAllowed) broken.push(`${file} imports ${path}: ${rule.why}`)
      }
    }
  }
  expect(broken).toEqual([])
  expect(Object.keys(metafile.inputs).length).toBeGreaterThan(80)
})

test('a file that reaches where it may not is caught', () => {
  const [pure] = rules
  expect(pure?.from.test('shared/lead/lead.ts')).toBe(true)
  expect(pure?.mayImport.test('worker/env.ts')).toBe(false)
  expect(pure?.packages.test('hono')).toBe(false)
})
