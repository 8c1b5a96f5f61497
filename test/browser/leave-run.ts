// One person submits and leaves, in one engine, while the collector does what it does; then comes back to the site's next
// page. Says what the collector has heard.

import { type Collector, startCollector } from '../support/collector-server.ts'
import { startSite } from '../support/page-server.ts'
import type { Engine } from './engines/engine.ts'
import { collectors, type Leaving, pagesOf } from './leavings.ts'

/** What became of one submission. */
export interface LeaveOutcome {
  /** Confirmed before the person came back. */
  readonly isThereAtOnce: boolean
  /** Submissions that the collector knows, by id. */
  readonly submissions: number
  /** Of these, how many it has accepted. */
  readonly accepted: number
  /** Ids that came with two bodies. */
  readonly changed: number
}

/** How long a submission may take that nothing stands in the way of, and one that waits for the next page. */
const atOnceMsMax = 1_500
const laterMsMax = 6_000
const lookAgainAfterMs = 20

/** Runs it once. */
export const leaveOnce = async (engine: Engine, leaving: Leaving, collectorDoes: string): Promise<LeaveOutcome> => {
  const collector = await startCollector()
  collector.faults = [...(collectors[collectorDoes] ?? [])]
  const tag = `<script src="${collector.origin}/lc.js" data-key="pk_live_demo"></script>`
  const site = await startSite(engine.markup + tag)
  for (const [path, page] of Object.entries(pagesOf(leaving))) site.pages.set(path, page)
  const page = await engine.openPage(`${site.origin}/opener`)
  try {
    await (await page.find('button')).click()
    const isThereAtOnce = await isConfirmed(collector, atOnceMsMax)
    await page.goto(`${site.origin}/next`)
    await isConfirmed(collector, laterMsMax)
    return { isThereAtOnce, ...countOf(collector) }
  } finally {
    await page.close()
    await Promise.all([collector.close(), site.close()])
  }
}

const isConfirmed = async (collector: Collector, msMax: number): Promise<boolean> => {
  const deadline = Date.now() + msMax
  const isThere = () => collector.arrivals.some(({ status }) => status === 202)
  while (!isThere() && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, lookAgainAfterMs))
  return isThere()
}

const countOf = ({ arrivals, bodiesById }: Collector) => {
  const bodies = [...bodiesById().values()]
  const accepted = new Set(arrivals.filter(({ status }) => status === 202).map(({ text }) => text))
  return {
    submissions: bodies.length,
    accepted: accepted.size,
    changed: bodies.filter(texts => new Set(texts).size > 1).length,
  }
}
