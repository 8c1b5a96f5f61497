// `npm run bench:soak`: ten minutes of leads at a steady pace through the Worker in the local runtime to the stand-in CRM, and
// what the Worker's isolate holds each half minute, once its garbage is collected. What grows from the first minutes to the
// last is a leak. The memory of the whole process says nothing: the local runtime's own isolates, for queue, read index and
// assets, are too small to be collected in ten minutes.

import { setTimeout as pause } from 'node:timers/promises'
import { claimPort } from '../local/ports.ts'
import { demoKey } from '../local/seed.ts'
import { leadsPath } from '../shared/wire.ts'
import { aLead } from './a-lead.ts'
import { withProduct } from './acceptance-to-crm.ts'
import { openInspector } from './inspector.ts'

const minutes = Number(process.env['SOAK_MINUTES'] ?? 10)
const leadsPerSecond = 20
const sampleSeconds = 30
/** The name that the local runtime gives to the isolate of the Worker and its objects. */
const isolate = 'core:user:lead-capture'

const inspectorPort = await claimPort('INSPECTOR_PORT', 9_229)
// For the product, which is a process of its own.
process.env['INSPECTOR_PORT'] = String(inspectorPort)

await withProduct(async url => {
  const inspector = await openInspector(inspectorPort, isolate)
  const until = Date.now() + minutes * 60_000
  const samples: number[] = []
  let sent = 0
  let refused = 0
  const sampling = (async () => {
    while (Date.now() < until) {
      await pause(sampleSeconds * 1_000)
      const megabytes = (await inspector.heldBytes()) / 1e6
      samples.push(megabytes)
      console.log(`${(samples.length * sampleSeconds) / 60} min   ${megabytes.toFixed(1)} MB   ${sent} leads`)
    }
  })()
  while (Date.now() < until) {
    const response = await fetch(`${url}${leadsPath}?k=${demoKey}`, { method: 'POST', body: aLead().body })
    await response.arrayBuffer()
    if (response.status === 202) sent += 1
    else refused += 1
    await pause(1_000 / leadsPerSecond)
  }
  await sampling
  // The first minutes fill caches and compile.
  const settled = samples.slice(Math.floor(samples.length / 4))
  const third = Math.max(1, Math.floor(settled.length / 3))
  const mean = (values: readonly number[]) => values.reduce((sum, value) => sum + value, 0) / values.length
  const growth = mean(settled.slice(-third)) / mean(settled.slice(0, third))
  console.log(
    `${sent} leads in ${minutes} min, ${refused} refused; held ${Math.min(...settled).toFixed(1)} to ` +
      `${Math.max(...settled).toFixed(1)} MB, last third over first third ${growth.toFixed(3)}`,
  )
  inspector.close()
})
