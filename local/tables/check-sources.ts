// Holds the tables of shared/source against newer copies of the lists they were written from, and names what they miss.
// The tables are written by hand (shorter than the lists, and with our own sites), so a new list is read and not imported:
//   node local/tables/check-sources.ts SearchEngines.yml Socials.yml AIAssistants.yml ga4_source_categories.csv
// The first three are of matomo-org/searchengine-and-social-list (CC0-1.0), the last of Velir/dbt-ga4, seeds/ (MIT).

import { readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { classifySource } from '../../shared/source/classify-source.ts'
import { sourceCategory } from '../../shared/source/source-category.ts'

interface Wanted {
  readonly text: string
  readonly expected: string
  readonly got: string | null
}

const mediumOfFile: Readonly<Record<string, string>> = {
  'SearchEngines.yml': 'search',
  'Socials.yml': 'social',
  'AIAssistants.yml': 'ai',
}

for (const file of process.argv.slice(2)) {
  const text = readFileSync(file, 'utf8')
  const medium = mediumOfFile[basename(file)]
  const rows = medium ? hostsOf(text).map(host => checkHost(host, medium)) : categoriesOf(text)
  const missed = rows.filter(({ expected, got }) => expected !== got)
  console.log(`${basename(file)}: ${rows.length - missed.length} of ${rows.length}`)
  for (const { text, expected, got } of missed) console.log(`  ${text}: ${expected} expected, ${got}`)
  if (rows.length === 0) process.exitCode = 1
}

/** The hosts of one of Matomo's files: list items that look like a host, the parameters and patterns beside them not. */
function hostsOf(yaml: string): readonly string[] {
  const items = yaml.matchAll(/^\s*-\s+(?:urls:\s*)?'?((?:[\w{}-]+\.)+[\w{}-]+(?:\/[\w/.-]*)?)'?\s*$/gm)
  return [...items].map(([, host = '']) => host.replace(/^\{\}\./, '').replace('.{}', '.com.br'))
}

function checkHost(host: string, expected: string): Wanted {
  const got = classifySource({ url: 'https://site.example/', referrer: `https://${host}` }).medium
  return { text: host, expected, got }
}

function categoriesOf(csv: string): readonly Wanted[] {
  const rows = csv.matchAll(/^(.+),SOURCE_CATEGORY_(\w+)\s*$/gm)
  return [...rows].map(([, text = '', category = '']) => ({
    text,
    expected: category.toLowerCase(),
    got: sourceCategory(text),
  }))
}
