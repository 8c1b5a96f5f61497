// `npm run bench:soak`: ten minutes of leads at a steady pace through the local product, and what memory the runtime has each
// half minute. Memory that grows from its first minutes to its last is a leak. Linux only: it reads /proc.

import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout as pause } from 'node:timers/promises'
import { demoKey } from '../local/seed.ts'
import { leadsPath } from '../shared/wire.ts'
import { aLead } from './a-lead.ts'
import { withProduct } from './acceptance-to-crm.ts'

const minutes = Number(process.env['SOAK_MINUTES'] ?? 10)
const leadsPerSecond = 20
const sampleSeconds = 30

await withProduct(async (url, product) => {
  const until = Date.now() + minutes * 60_000
  const samples: number[] = []
  let sent = 0
  let refused = 0
  const sampling = (async () => {
    while (Date.now() < until) {
      await pause(sampleSeconds * 1_000)
      const megabytes = runtimeBytes(product.pid ?? 0) / 1e6
      samples.push(megabytes)
      console.log(`${(samples.length * sampleSeconds) / 60} min   ${megabytes.toFixed(0)} MB   ${sent} leads`)
    }
  })()
  while (Date.now() < until) {
    const { body } = aLead()
    const response = await fetch(`${url}${leadsPath}?k=${demoKey}`, { method: 'POST', body })
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
    `${sent} leads in ${minutes} min, ${refused} refused; memory ${Math.min(...settled).toFixed(0)} to ` +
      `${Math.max(...settled).toFixed(0)} MB, last third over first third ${growth.toFixed(3)}`,
  )
})

/** Resident bytes of the runtime: of all processes that the product has started, and their children, those called workerd. */
function runtimeBytes(root: number): number {
  const pageBytes = 4_096
  const processes = readdirSync('/proc')
    .filter(name => /^\d+$/.test(name))
    .flatMap(name => {
      try {
        const stat = readFileSync(`/proc/${name}/stat`, 'utf8').trim()
        const [, command = '', rest = ''] = /^\d+ \((.*)\) \S (.*)$/.exec(stat) ?? []
        const resident = Number(readFileSync(`/proc/${name}/statm`, 'utf8').split(' ')[1])
        return [{ id: Number(name), command, parent: Number(rest.split(' ')[0]), bytes: resident * pageBytes }]
      } catch {
        // It ended while it was read.
        return []
      }
    })
  const family = new Set([root])
  for (let grown = true; grown; ) {
    grown = false
    for (const { id, parent } of processes) {
      if (family.has(parent) && !family.has(id)) {
        family.add(id)
        grown = true
      }
    }
  }
  return processes
    .filter(({ id, command }) => family.has(id) && command === 'workerd')
    .reduce((sum, { bytes }) => sum + bytes, 0)
}
