// docs/form-matrix.md: which form is captured in which engine, as a run has found it.

import { spawnSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserName } from '../../../local/find-browser.ts'
import { engineNames } from './start-engine.ts'

const root = resolve(import.meta.dirname, '../../..')
const file = resolve(root, 'docs/form-matrix.md')

/** What a run has found so far. */
export interface Matrix {
  ran(engine: BrowserName, version: string): void
  tell(engine: BrowserName, caseName: string, outcome: string): void
  /** Of the engines that ran. */
  readonly versions: ReadonlyMap<BrowserName, string>
  outcomeOf(engine: BrowserName, caseName: string): string | undefined
}

/** One that nothing is known of. */
export const aMatrix = (): Matrix => {
  const versions = new Map<BrowserName, string>()
  const outcomes = new Map<string, string>()
  return {
    versions,
    ran: (engine, version) => void versions.set(engine, version),
    tell: (engine, caseName, outcome) => void outcomes.set(`${engine} ${caseName}`, outcome),
    outcomeOf: (engine, caseName) => outcomes.get(`${engine} ${caseName}`),
  }
}

/** Writes the document. The column of an engine that did not run stays as it was; one that ran in part is refused. */
export const writeMatrix = (matrix: Matrix, caseNames: readonly string[]): void => {
  const before = rowsOf(read())
  const cell = (engine: BrowserName, index: number, caseName: string) => {
    if (!matrix.versions.has(engine)) return before.get(caseName)?.[index] ?? 'not run'
    const outcome = matrix.outcomeOf(engine, caseName)
    if (outcome === undefined) throw new Error(`${file} needs all of a run: no ${engine} · ${caseName}`)
    return outcome
  }
  const header = engineNames.map(
    (engine, index) => matrix.versions.get(engine) ?? before.get('case')?.[index] ?? engine,
  )
  const rows = [
    ['case', ...header],
    ['---', ...header.map(() => '---')],
    ...caseNames.map(name => [`\`${name}\``, ...engineNames.map((engine, index) => cell(engine, index, name))]),
  ]
  writeFileSync(file, `${introduction}\n${rows.map(row => `| ${row.join(' | ')} |`).join('\n')}\n`)
  const biome = resolve(root, 'node_modules/@biomejs/biome/bin/biome')
  const { status } = spawnSync(process.execPath, [biome, 'format', '--write', file], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`biome format ended with ${status}`)
}

/** The cases that the document has a row for, in its order. */
export const casesInMatrix = (): string[] => [...rowsOf(read()).keys()].filter(name => name !== 'case')

const read = () => (existsSync(file) ? readFileSync(file, 'utf8') : '')

/** The cells of each row by its first one. The line under the header is no row. */
const rowsOf = (text: string): Map<string, readonly string[]> =>
  new Map(
    [...text.matchAll(/^\| +`?([\w-]*\w)`? +\|(.*)\|$/gm)].map(([, name = '', cells = '']) => [
      name,
      cells.split('|').map(cell => cell.trim()),
    ]),
  )

const introduction = `# Forms by engine

Written by a run of the tests; do not edit it. After a change of the forms or of the browsers:

\`\`\`sh
UPDATE_DOCS=1 npx vitest run --project browser test/browser/form-cases.test.ts
\`\`\`

Each case is a page of \`test/fixtures/forms\`, whose JSON says what must be captured.

- **captured**: exactly that arrived.
- **nothing sent**: the form is no lead, or was not submitted, and nothing arrived.
- **divergence**: captured as this engine submits it, which is not what the standard says.
- **not captured**: the case failed.
- **skipped**: the engine's driver cannot do what the case needs.
- **not run**: there is no run of it that came to its end.
`
