// A lead that is submitted in the moment of leaving is captured exactly once, in every engine that is here. Each run is
// one person; `npm run bench:delivery` repeats them and writes docs/delivery-table.md.

import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { buildForTests } from '../support/collector-build.ts'
import { startCollector } from '../support/collector-server.ts'
import { startSite } from '../support/page-server.ts'
import { aDeliveryTable, writeDeliveryTable } from './engines/delivery-table.ts'
import type { Engine } from './engines/engine.ts'
import { engineNames, missingFor, startEngine } from './engines/start-engine.ts'
import { leaveOnce } from './leave-run.ts'
import { collectors, leavings, pagesOf } from './leavings.ts'

/** How often each is repeated, and which collectors are tried: a plain run of the tests takes the telling half. */
const runs = Number(process.env['LEAVING_RUNS'] ?? 1)
const tried = runs > 1 ? Object.keys(collectors) : ['answers at once', 'is gone, then back']

const table = aDeliveryTable()

beforeAll(buildForTests)
afterAll(() => {
  if (process.env['UPDATE_DOCS'] === '1') writeDeliveryTable(table)
})

describe.each(engineNames)('%s', name => {
  const missing = missingFor(name)
  if (missing) return it.skip(`${name}: ${missing}`)

  let engine: Engine
  beforeAll(async () => {
    engine = await startEngine(name)
    table.ran(name, engine.version)
  })
  afterAll(() => engine?.close())

  for (const collectorDoes of tried) {
    describe(`captures exactly once while the collector ${collectorDoes}`, () => {
      it.each(leavings)('$name', { timeout: runs * 45_000 }, async leaving => {
        for (let first = 0; first < runs; first += engine.pagesMax) {
          const together = Array.from({ length: Math.min(engine.pagesMax, runs - first) }, () =>
            leaveOnce(engine, leaving, collectorDoes),
          )
          for (const outcome of await Promise.all(together)) {
            table.tell(name, leaving.name, outcome)
            // A page that dies may leave an earlier state of the submission in the outbox. It has the same id, so the
            // collector refuses it (409) and has one lead; `changed` counts these.
            expect(outcome).toMatchObject({ submissions: 1, accepted: 1 })
          }
        }
      })
    })
  }

  it('captures nothing of a form that was filled in and left', async () => {
    const collector = await startCollector()
    const site = await startSite(`<script src="${collector.origin}/lc.js" data-key="pk_live_demo"></script>`)
    for (const [path, page] of Object.entries(pagesOf({ name: '' }))) site.pages.set(path, page)
    const page = await engine.openPage(`${site.origin}/unsubmitted`)
    try {
      await (await page.find('input')).type('.br')
      await page.goto(`${site.origin}/next`)
      await page.goto(`${site.origin}/unsubmitted`)
      expect(collector.arrivals).toEqual([])
    } finally {
      await page.close()
      await Promise.all([collector.close(), site.close()])
    }
  })
})
