// One visitor: a collector, a site on another origin, and a page to act on. Everything is thrown
// away after the test.

import type { Browser, Page } from 'puppeteer-core'
import { expect } from 'vitest'
import { type Collector, startCollector } from '../support/collector-server.ts'
import { type Site, startSite } from '../support/page-server.ts'

/** What a test acts with. */
export interface Visit {
  readonly page: Page
  readonly collector: Collector
  readonly site: Site
  /** Everything that the page threw or refused to load. */
  readonly thrown: unknown[]
  /** Opens a page of the site. */
  open(path: string, referer?: string): Promise<void>
}

/** A form with an e-mail address, which is filled already. */
export const filledForm =
  '<form id="f" data-lead="demo" action="/sink" method="post"><input name="email" value="ana@example.com"><button>Go</button></form>'

/** The same, sent by the page's own script. */
export const scriptedForm = `${filledForm}<script>f.addEventListener('submit', event => event.preventDefault())</script>`

/** Runs a test as one visitor. `attributes` are those of the tag; pages are `<!-- SNIPPET -->` and the given body. */
export const visit = async (
  browser: Browser,
  {
    attributes = '',
    pages = { '/': scriptedForm },
    tag,
  }: { attributes?: string; pages?: Record<string, string>; tag?: string },
  act: (visit: Visit) => Promise<void>,
): Promise<void> => {
  const collector = await startCollector()
  const site = await startSite(tag?.replaceAll('COLLECTOR', collector.origin) ?? tagOf(collector, attributes))
  for (const [path, body] of Object.entries(pages))
    site.pages.set(
      path,
      `<!doctype html><title>Page</title><!-- SNIPPET -->${body.replaceAll('COLLECTOR', collector.origin)}`,
    )
  // Cookies know no ports, so each visitor has a profile.
  const context = await browser.createBrowserContext()
  const page = await context.newPage()
  try {
    const thrown: unknown[] = []
    page.on('pageerror', error => thrown.push(error))
    await act({
      page,
      collector,
      site,
      thrown,
      open: async (path, referer) => {
        await page.goto(site.origin + path, referer ? { referer } : {})
      },
    })
    expect(thrown, 'nothing is thrown into the page').toEqual([])
  } finally {
    await context.close()
    await Promise.all([collector.close(), site.close()])
  }
}

const tagOf = (collector: Collector, attributes: string) =>
  `<script src="${collector.origin}/lc.js" data-key="pk_live_demo" ${attributes}></script>`

/** Waits until `isTrue`, at most five seconds. */
export const until = async (isTrue: () => boolean | Promise<boolean>): Promise<void> => {
  const deadline = Date.now() + 5_000
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error(`still not: ${isTrue}`)
    await new Promise(resolve => setTimeout(resolve, 25))
  }
}

/** Long enough for what must not happen. */
export const aMoment = (): Promise<void> => new Promise(resolve => setTimeout(resolve, 400))

/** Everything that the page's origin stores in this browser. */
export const storedBy = (
  page: Page,
): Promise<{ local: string[]; session: string[]; cookies: string; databases: number }> =>
  page.evaluate(async () => ({
    local: Object.keys(localStorage),
    session: Object.keys(sessionStorage),
    cookies: document.cookie,
    databases: (await indexedDB.databases()).length,
  }))

/** What `window.leadCapture.submit()` answers; the other functions answer nothing. */
export interface CallAnswer {
  readonly id?: string
  readonly status?: string
  readonly issues?: readonly unknown[]
}

/** Calls a function of `window.leadCapture` in the page and answers what it answers. */
export const call = async (page: Page, code: string): Promise<CallAnswer> => {
  const answer = await page.evaluate(`window.leadCapture.${code}`)
  return typeof answer === 'object' && answer !== null ? answer : {}
}
