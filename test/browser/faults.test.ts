// Whatever a page or a browser breaks, the page never hears of us: nothing is thrown, nothing is said, its form goes
// where it goes. And the lead gets through, once, unless what is broken is what we cannot do without.

import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { type Collector, startCollector } from '../support/collector-server.ts'
import { type FaultPage, type FaultSite, openAndSubmit, ownForm, ownRequest, startFaultSite } from './fault-site.ts'
import { oddPages, ways, withConsent } from './faults.ts'
import { policyPages } from './policies.ts'
import { touchedApis } from './touched-apis.ts'

let browser: Browser
let collector: Collector
let site: FaultSite
let page: Page
const said: string[] = []
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
  collector = await startCollector()
  site = await startFaultSite(collector.origin)
  page = await browser.newPage()
  page.on('pageerror', error => said.push(`thrown: ${error}`))
  page.on('console', message => said.push(`console: ${message.text()}`))
  await page.goto(site.origin)
})
afterAll(async () => {
  await browser?.close()
  await Promise.all([collector?.close(), site?.close()])
})

/** Pages that are open at once. */
const framesMax = 12
const essential = new Set(touchedApis.flatMap(api => (api.captures ? [] : api.path)))

/** What a browser says of its own accord about what a policy refused. */
const refusals = /Content Security Policy|integrity|Refused|Fetch API cannot load|Failed to load resource/i

/** Opens the pages, submits their forms, and expects that no page noticed us. Answers the titles of lost leads. */
const lostBy = async (pages: readonly FaultPage[]): Promise<FaultPage[]> => {
  said.length = 0
  const numbered = pages.map(page => ({ n: site.pages.push(page) - 1, page, frame: page.frame ?? '' }))
  const frames = numbered.map(({ n, frame }) => ({ n, frame }))
  const looks = await page.evaluate(openAndSubmit, frames)

  // Ids and bodies: one of each is the lead, once.
  const arrived = (n: number) => {
    const texts = collector.arrivals.map(({ text }) => text).filter(text => text.includes(`/page/${n}"`))
    return `${new Set(texts.map(text => JSON.parse(text).id)).size} ids, ${new Set(texts).size} bodies`
  }
  const lost = () => numbered.filter(({ n }) => arrived(n) !== '1 ids, 1 bodies')
  const isComing = () => lost().some(({ page }) => !essential.has(page.api ?? ''))
  for (let tries = 0; isComing() && tries < 40; tries++) await new Promise(resolve => setTimeout(resolve, 25))

  const speaks = pages.some(page => page.speaks)
  const title = pages.map(page => page.title).join(' · ')
  expect(
    said.filter(text => !refusals.test(text) && !(speaks && text.startsWith('console: [lead-capture]'))),
    `${title}: thrown or said`,
  ).toEqual([])
  for (const { n, page } of numbered)
    expect(
      site.sunk.filter(({ url }) => url === `/sink?n=${n}`),
      `${page.title}: the page's own request`,
    ).toEqual([ownRequest(n)])
  const height = looks[0]?.split(' ')[0]
  expect(looks, `${title}: nothing moves`).toEqual(
    numbered.map(({ n, frame }) => (frame ? '' : `${height} ${ownForm(n)}`)),
  )
  return lost().map(({ n, page }) => ({ ...page, title: `${page.title}: ${arrived(n)}` }))
}

/** A page for each of a hundred APIs: ten seconds on an idle machine. */
const allApisMsMax = 180_000

describe('breaks nothing, and', () => {
  const lostOnce = new Set<string>()

  it.each(ways)('captures when what it uses $way', { timeout: allApisMsMax }, async ({ breakIt }) => {
    const pages = touchedApis.filter(api => !api.isStored).map(breakIt)
    for (let first = 0; first < pages.length; first += framesMax)
      for (const { api = '' } of await lostBy(pages.slice(first, first + framesMax))) lostOnce.add(api)
    expect([...lostOnce].filter(path => !essential.has(path))).toEqual([])
  })

  it('says of nothing that a lead needs it, when it does not', () => {
    expect([...essential].filter(path => !lostOnce.has(path))).toEqual([])
  })

  it.each(ways)('captures with consent when storage $way', async ({ breakIt }) => {
    const pages = touchedApis.filter(api => api.isStored).map(api => withConsent(breakIt(api)))
    // One after the other: frames of one origin share the outbox.
    for (const page of pages) expect(await lostBy([page])).toEqual([])
  })

  it('captures whatever else it finds on a page', async () => {
    for (let first = 0; first < oddPages.length; first += 8)
      expect(await lostBy(oddPages.slice(first, first + 8))).toEqual([])
  })

  it('captures or not, as a policy says', async () => {
    for (const policy of policyPages()) {
      const lost = await lostBy([policy])
      expect(lost.length, `${policy.title}: ${policy.why ?? 'captures'}`).toBe(policy.captures ? 0 : 1)
    }
  })
})

it('lists every global that the script mentions', async () => {
  const script = readFileSync(join(process.cwd(), 'dist', 'assets', 'lc.js'), 'utf8').replace(/"[^"]*"/g, '""')
  const globals: string[] = await page.evaluate(() => Object.getOwnPropertyNames(window))
  const listed = new Set(touchedApis.flatMap(({ path }) => path.split('.')[0] ?? []))
  const mentioned = globals.filter(
    name => name.length > 2 && new RegExp(`(?<![.\\w$])${name}(?=[.(,;)?\\[])(?!:)`).test(script) && !listed.has(name),
  )
  expect(mentioned.filter(name => !constant.has(name))).toEqual([])
})

/** What no page can take away (HTML, [LegacyUnforgeable]; ECMAScript, keywords and constants). */
const constant = new Set(['window', 'document', 'location', 'undefined', 'NaN', 'Infinity'])
