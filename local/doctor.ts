// `npm run doctor`: says of each destination whether all that it needs is there, before the first lead: settings, secrets,
// credentials, scopes, fields. Exit 1 when something is missing. It makes calls to the destinations and writes nothing.
// `npm run doctor -- --url https://leads.example.com --token …`; without arguments the local run.

import { type Checked, isReady, type MalformedSite, reportOf, secretReportOf, siteReportOf } from './doctor-report.ts'
import { operatorApi } from './operator-call.ts'

const ask = operatorApi()
// The last two are absent from a Worker of an earlier version.
const {
  destinations,
  malformedSites = [],
  unusableSecrets = [],
} = await ask<{
  destinations: readonly { site: string; destination: string }[]
  malformedSites?: readonly MalformedSite[]
  unusableSecrets?: readonly string[]
}>('/v1/destinations')
for (const name of unusableSecrets) console.log(`${secretReportOf(name)}\n`)
for (const malformed of malformedSites) console.log(`${siteReportOf(malformed)}\n`)
let unready = 0
for (const { site, destination } of destinations) {
  const checked = await ask<Checked>(`/v1/destinations/${site}/${destination}/check`)
  if (!isReady(checked)) unready += 1
  console.log(`${reportOf(checked)}\n`)
}
const isWell = unready + malformedSites.length + unusableSecrets.length === 0
console.log(
  isWell
    ? `${destinations.length} destinations, all ready`
    : `${unready} of ${destinations.length} destinations not ready, ${malformedSites.length} sites malformed, ${unusableSecrets.length} secrets unusable`,
)
process.exitCode = isWell ? 0 : 1
