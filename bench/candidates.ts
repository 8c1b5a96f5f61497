// How many leads a new one is compared with: the bound of what finding duplicates may cost. Over the composed leads of a
// folder of labelled rows where QUALITY_CORPORA names one, else over people made up here.

import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { type Comparable, prepareLead } from '../shared/identity/prepare-lead.ts'
import { candidatesOf } from './candidate-pairs.ts'
import { type Figure, inWords } from './figure.ts'
import { somePeople } from './some-people.ts'

const madeUp = 3_000

export async function measureCandidates(): Promise<Figure[]> {
  const file = join(process.env['QUALITY_CORPORA'] ?? '', 'dev/dedup/leads_composed.csv')
  const isThere = process.env['QUALITY_CORPORA'] !== undefined && existsSync(file)
  const leads = isThere ? leadsOf(readFileSync(file, 'utf8')) : somePeople(madeUp)
  const counts = candidatesOf(leads.map(prepareLead))
    .map(others => others.size)
    .sort((a, b) => a - b)
  const at = (part: number) => counts[Math.min(counts.length - 1, Math.floor(part * counts.length))] ?? 0
  return [
    {
      measure: 'candidates for a lead',
      load: `${inWords(leads.length)} ${isThere ? 'composed leads' : 'made-up people'}`,
      figure: `p50 ${at(0.5)}, p99 ${at(0.99)}, most ${at(1)}`,
    },
  ]
}

/** RFC 4180 with a header line. */
function leadsOf(csv: string): readonly Comparable[] {
  const [header = '', ...lines] = csv.trim().split(/\r?\n/)
  const names = header.split(',')
  return lines.map(line => {
    const cells = [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map(([, quoted, bare]) =>
      (quoted?.replaceAll('""', '"') ?? bare ?? '').trim(),
    )
    return Object.fromEntries(names.map((name, at) => [name, cells[at] === '' ? undefined : cells[at]]))
  })
}
