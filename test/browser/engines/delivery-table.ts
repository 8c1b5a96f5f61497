// docs/delivery-table.md: how many submissions arrived, by way of leaving and engine, as repeated runs have found it.

import { spawnSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { resolve } from 'node:path'
import type { BrowserName } from '../../../local/find-browser.ts'
import type { LeaveOutcome } from '../leave-run.ts'
import { leavings } from '../leavings.ts'
import { engineNames } from './start-engine.ts'

const root = resolve(import.meta.dirname, '../../..')
const file = resolve(root, 'docs/delivery-table.md')

interface Tally {
  runs: number
  atOnce: number
  captured: number
  /** Runs in which the collector refused an earlier state of the submission that it has. */
  refused: number
}

/** What the runs have found so far. */
export interface DeliveryTable {
  readonly versions: ReadonlyMap<BrowserName, string>
  ran(engine: BrowserName, version: string): void
  tell(engine: BrowserName, leaving: string, outcome: LeaveOutcome): void
  tally(engine: BrowserName, leaving?: string): Tally
}

/** One that nothing is known of. */
export const aDeliveryTable = (): DeliveryTable => {
  const versions = new Map<BrowserName, string>()
  const outcomes: { engine: BrowserName; leaving: string; outcome: LeaveOutcome }[] = []
  return {
    versions,
    ran: (engine, version) => void versions.set(engine, version),
    tell: (engine, leaving, outcome) => void outcomes.push({ engine, leaving, outcome }),
    tally: (engine, leaving) => {
      const told = outcomes.filter(one => one.engine === engine && (!leaving || one.leaving === leaving))
      return {
        runs: told.length,
        atOnce: told.filter(({ outcome }) => outcome.isThereAtOnce).length,
        captured: told.filter(({ outcome: { submissions, accepted } }) => submissions === 1 && accepted === 1).length,
        refused: told.filter(({ outcome }) => outcome.changed > 0).length,
      }
    },
  }
}

/** Writes the document. */
export const writeDeliveryTable = (table: DeliveryTable): void => {
  const cell = ({ runs, atOnce, captured }: Tally) => (runs ? `${captured} of ${runs} (${atOnce} at once)` : 'not run')
  const row = (name: string, leaving?: string) => [
    name,
    ...engineNames.map(engine => cell(table.tally(engine, leaving))),
  ]
  const header = ['the person leaves by', ...engineNames.map(engine => table.versions.get(engine) ?? engine)]
  const refused = engineNames.map(engine => `${table.tally(engine).refused}`)
  const rows = [...leavings.map(({ name }) => row(name, name)), row('**all**'), ['refused copies', ...refused]]
  const lines = [header, header.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`)
  writeFileSync(file, `${introduction}\n${lines.join('\n')}\n`)
  const biome = resolve(root, 'node_modules/@biomejs/biome/bin/biome')
  const { status } = spawnSync(process.execPath, [biome, 'format', '--write', file], { cwd: root, stdio: 'inherit' })
  if (status !== 0) throw new Error(`biome format ended with ${status}`)
}

const introduction = `# Delivery by engine

Written by a run of the tests; do not edit it:

\`\`\`sh
npm run bench:delivery
\`\`\`

Somebody submits a form and leaves in the same moment, while the collector answers at once, is slow (1.5 s), fails twice
or is gone for four requests, in equal parts. Then the person comes to the site's next page. **Captured**: the collector
accepted exactly one submission, under one id. **At once**: it had it before the person came back. What
was not there at once waited in the outbox, which a site has with consent; without consent it has the page's own life.
**Refused copies**: a page that died had left an earlier state of the submission in the outbox; with the same id it is no
second lead, and the collector keeps it in quarantine.
`
