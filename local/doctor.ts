// `npm run doctor`: says of each destination whether all that it needs is there, before the first lead: settings, secrets,
// credentials, scopes, fields. Exit 1 when something is missing. It makes calls to the destinations and writes nothing.
// `npm run doctor -- --url https://leads.example.com --token …`; without arguments the local run.

import { parseArgs } from 'node:util'
import { type Checked, isReady, type MalformedSite, reportOf, siteReportOf } from './doctor-report.ts'

const { values } = parseArgs({
  options: {
    url: { type: 'string', default: `http://127.0.0.1:${process.env['PORT'] ?? 8787}` },
    token: { type: 'string', default: process.env['OPERATOR_TOKEN'] ?? 'local-operator' },
  },
})

async function ask<Answer>(path: string): Promise<Answer> {
  const response = await fetch(`${values.url}${path}`, { headers: { authorization: `Bearer ${values.token}` } })
  if (!response.ok)
    throw new Error(`The Worker answered ${response.status}: is the address right, and may the token read?`)
  return (await response.json()) as Answer
}

const { destinations, malformedSites } = await ask<{
  destinations: readonly { site: string; destination: string }[]
  malformedSites: readonly MalformedSite[]
}>('/v1/destinations')
for (const malformed of malformedSites) console.log(`${siteReportOf(malformed)}\n`)
let unready = 0
for (const { site, destination } of destinations) {
  const checked = await ask<Checked>(`/v1/destinations/${site}/${destination}/check`)
  if (!isReady(checked)) unready += 1
  console.log(`${reportOf(checked)}\n`)
}
console.log(
  unready === 0 && malformedSites.length === 0
    ? `${destinations.length} destinations, all ready`
    : `${unready} of ${destinations.length} destinations not ready, ${malformedSites.length} sites malformed`,
)
process.exitCode = unready === 0 && malformedSites.length === 0 ? 0 : 1
