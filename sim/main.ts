// `npm run sim`: plays people, faults and time against the product's own code, judges what is left, and says so in a few
// lines. On a breach it prints the one command that plays that world again, and exits with 1.

import { parseArgs } from 'node:util'
import { allFaultKinds, type FaultKind, isFaultKind } from './fault-kinds.ts'
import { standInForRuntime } from './runtime-hook.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    leads: { type: 'string', default: '1000' },
    intensity: { type: 'string', default: '0.5' },
    crm: { type: 'string', default: 'upsert' },
    only: { type: 'string' },
    kinds: { type: 'boolean', default: false },
  },
})
const numbers = [values.seed, values.leads, values.intensity].map(Number)
const [seed = 0, leads = 0, intensity = 0] = numbers
if (!numbers.every(value => Number.isFinite(value) && value > 0)) {
  console.error('--seed, --leads and --intensity are numbers above 0')
  process.exit(2)
}
const crmKind = values.crm === 'create-only' ? 'create-only' : 'upsert'
const named = values.only?.split(',') ?? []
const unknown = named.filter(kind => !isFaultKind(kind))
if (unknown.length > 0) {
  console.error(`no fault is called ${unknown.join(', ')}; there are ${allFaultKinds.join(', ')}`)
  process.exit(2)
}
const only: readonly FaultKind[] | undefined = values.only === undefined ? undefined : named.filter(isFaultKind)

standInForRuntime()
const { playWorlds } = await import('./play-worlds.ts')
const { commandOf, reportLines } = await import('./report.ts')

const startedAt = performance.now()
const played = await playWorlds({ seed, leads, intensity, crmKind, only })
for (const line of reportLines(played, { seconds: (performance.now() - startedAt) / 1_000, kinds: values.kinds })) {
  console.log(line)
}
const [broken] = played.broken
if (broken) {
  console.log(`again: ${commandOf(broken.world)}`)
  process.exitCode = 1
}
