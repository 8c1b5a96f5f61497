// `npm run bench`: what accepting a lead costs beside a bare durable write, what the pure core costs, with how many leads a
// new one is compared, and how long a lead takes to the CRM. Prints one table; ends with 1 when a measure failed, which it does when a lead was refused or
// not delivered in time. Figures that were taken on purpose are in results.md.

import { measureAcceptInWorkerd } from './accept-in-workerd.ts'
import { measureAcceptanceToCrm } from './acceptance-to-crm.ts'
import { measureCandidates } from './candidates.ts'
import type { Figure } from './figure.ts'
import { measureMapNormalize } from './map-normalize.ts'
import { measurePureCoreInWorkerd } from './pure-core-in-workerd.ts'

// So that the processes it has started end with it.
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1))

// One after another: two at once would measure each other.
const figures: Figure[] = []
const measures = [
  measureMapNormalize,
  measurePureCoreInWorkerd,
  measureCandidates,
  measureAcceptInWorkerd,
  measureAcceptanceToCrm,
]
for (const measure of measures) {
  try {
    figures.push(...(await measure()))
  } catch (thrown) {
    process.exitCode = 1
    console.error(`${measure.name} failed: ${thrown instanceof Error ? thrown.message : thrown}`)
  }
}
print(figures)

function print(rows: readonly Figure[]): void {
  const lines = [{ measure: 'measure', load: 'load', figure: 'figure' }, ...rows]
  const width = (column: 'measure' | 'load') => Math.max(...lines.map(line => line[column].length))
  for (const { measure, load, figure } of lines) {
    console.log(`${measure.padEnd(width('measure'))}   ${load.padEnd(width('load'))}   ${figure}`)
  }
}
