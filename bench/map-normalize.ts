// What the pure core costs: mapping, normalizing and attributing one lead, on Node, without reading or storing it.
// It is part of every accept; here it is alone, so that a slower rule shows.

import { parseSiteId } from '../shared/ids.ts'
import { buildSubmission } from '../shared/lead/build-submission.ts'
import { aLead } from './a-lead.ts'
import { type Figure, inWords, withSpread } from './figure.ts'
import { sentOf } from './sent-lead.ts'

const warmUpLeads = 5_000
const runs = 7
const leadsPerRun = 2_000

/** Measures it. Throws when a lead is not built. */
export async function measureMapNormalize(): Promise<Figure[]> {
  timeBuilds(warmUpLeads)
  const microseconds: number[] = []
  for (let run = 0; run < runs; run += 1) microseconds.push(timeBuilds(leadsPerRun))
  return [
    {
      measure: 'map, normalize and attribute a lead',
      load: `Node, ${runs} runs of ${inWords(leadsPerRun)}`,
      figure: `${withSpread(microseconds, 0)} µs`,
    },
  ]
}

// Microseconds a lead. The leads are made before the clock starts.
function timeBuilds(count: number): number {
  const siteId = parseSiteId('bench')
  if (!siteId) throw new Error('no site id')
  const receivedAt = Date.now()
  const leads = Array.from({ length: count }, aLead).map(({ id, body }) => ({ id, sent: sentOf(body) }))
  const startedAt = performance.now()
  for (const { id, sent } of leads) {
    const built = buildSubmission(sent, { id, siteId, defaultCountry: 'BR', receivedAt })
    if (!built.ok) throw new Error('a lead was not built')
  }
  return ((performance.now() - startedAt) * 1_000) / count
}
