// One person submits and leaves, in one engine, while the collector does what it does; then comes back to the site's next
// page. Says what the collector has heard.

import { randomUUID } from 'node:crypto'
import { type Collector, startCollector } from '../support/collector-server.ts'
import { type Site, startSite } from '../support/page-server.ts'
import type { Engine, EnginePage } from './engines/engine.ts'
import { closeRequest, collectors, type Leaving, pagesOf } from './leavings.ts'

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
  /** How often the page with the form was asked for: a person has submitted only once where it is once. */
  readonly formLoads: number
}

/**
 * How long a submission may take that nothing stands in the way of, and one that waits for the next page: where four requests
 * are refused there, the waits between them add up to 14 seconds (snippet/retry-delay.ts), and the next one may be 16 more.
 */
const atOnceMsMax = 1_500
const laterMsMax = 32_000
const lookAgainAfterMs = 20
/** By when a window that was opened has submitted: on a busy machine it opens late. */
const submitMsMax = 10_000
/** By when a page has submitted, and asked to be closed if it means to. */
const askMsMax = 400

/** Runs it once. */
export const leaveOnce = async (engine: Engine, leaving: Leaving, collectorDoes: string): Promise<LeaveOutcome> => {
  const collector = await startCollector()
  collector.faults = [...(collectors[collectorDoes] ?? [])]
  // A person of an earlier run may have left a copy in the outbox, where a browser has one profile for all runs; a site on
  // the same port by chance would send it. An outbox belongs to its key.
  const tag = `<script src="${collector.origin}/lc.js" data-key="pk_live_${randomUUID()}"></script>`
  const site = await startSite(engine.markup + tag)
  for (const [path, page] of Object.entries(pagesOf(leaving))) site.pages.set(path, page)
  const openPage = (path: string) => engine.openPage(site.origin + path)
  let page = await openPage(engine.opensWindows ? '/opener' : (leaving.from ?? '/form'))
  try {
    let isThereAtOnce: boolean
    if (engine.opensWindows) {
      await (await page.find('button')).click()
      // Who goes on before the other window has submitted leaves nobody behind who would send what it could not.
      await until(() => collector.arrivals.length > 0, submitMsMax)
      isThereAtOnce = await isConfirmed(collector, atOnceMsMax)
      await page.goto(`${site.origin}/next`)
    } else {
      const hasClosed = await closeWhenAsked(page, site)
      isThereAtOnce = await isConfirmed(collector, atOnceMsMax)
      if (hasClosed) page = await openPage('/next')
      else await page.goto(`${site.origin}/next`)
    }
    await isConfirmed(collector, laterMsMax)
    return { isThereAtOnce, ...countOf(collector), formLoads: site.requested('/form') }
  } finally {
    await page.close()
    await Promise.all([collector.close(), site.close()])
  }
}

/** Closes the tab for a page that asks for it; false when it does not ask in its time. */
const closeWhenAsked = async (page: EnginePage, site: Site): Promise<boolean> => {
  const asked = () => site.sunk.map(request => closeRequest.exec(request)?.[1]).find(ms => ms !== undefined)
  await until(() => asked() !== undefined, askMsMax)
  const ms = asked()
  if (ms === undefined) return false
  await new Promise(resolve => setTimeout(resolve, Number(ms)))
  await page.close()
  return true
}

const isConfirmed = async (collector: Collector, msMax: number): Promise<boolean> => {
  const isThere = () => collector.arrivals.some(({ status }) => status === 202)
  await until(isThere, msMax)
  return isThere()
}

const until = async (isTrue: () => boolean, msMax: number): Promise<void> => {
  const deadline = Date.now() + msMax
  while (!isTrue() && Date.now() < deadline) await new Promise(resolve => setTimeout(resolve, lookAgainAfterMs))
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
