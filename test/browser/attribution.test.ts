// First and last touch over the pages of a visit, and the page's own hidden inputs.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { call, scriptedForm, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const granted = `${scriptedForm}<script>window.leadCapture.consent(true)</script>`

it('keeps the first touch and moves the last one, which coming back without a mark does not', () =>
  visit(browser, { pages: { '/': granted } }, async ({ open, page, collector, site }) => {
    await open('/?utm_source=news&utm_campaign=spring&utm_secret=x#top')
    await open('/?gclid=abc')
    await open('/')
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    const { first, last } = collector.submissions()[0].attribution
    expect(first).toEqual({
      utm_source: 'news',
      utm_campaign: 'spring',
      landing_page: `${site.origin}/?utm_source=news&utm_campaign=spring&utm_secret=x`,
      at: expect.stringMatching(/^\d{4}-.*Z$/),
    })
    expect(last).toMatchObject({ gclid: 'abc' })
    expect(last.utm_source).toBeUndefined()
  }))

it('forgets the touches of earlier pages when consent is withdrawn', () =>
  visit(browser, { pages: { '/': granted } }, async ({ open, page, collector }) => {
    await open('/?utm_source=news')
    await open('/?gclid=abc')
    await call(page, 'consent(false)')
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    expect(collector.arrivals[0]?.text).not.toContain('news')
    expect(collector.submissions()[0].attribution).toMatchObject({ first: { gclid: 'abc' }, last: { gclid: 'abc' } })
  }))

it('knows only this page before consent', () =>
  visit(browser, {}, async ({ open, page, collector }) => {
    await open('/?utm_source=news')
    await open('/')
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    const { first, last } = collector.submissions()[0].attribution
    expect(first).toEqual(last)
    expect(first.utm_source).toBeUndefined()
  }))

it('takes an external referrer without its query, and an internal one for none', () =>
  visit(browser, { pages: { '/': granted } }, async ({ open, page, collector, site }) => {
    await open('/', `${collector.origin}/search?q=secret`)
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    expect(collector.submissions()[0].attribution.last.referrer).toMatch(new RegExp(`^${collector.origin}/(search)?$`))
    expect(collector.arrivals[0]?.text).not.toContain('secret')
    await open('/?again', `${site.origin}/from?q=secret`)
    await page.click('button')
    await until(() => collector.submissions().length === 2)
    const { first, last } = collector.submissions()[1].attribution
    expect(last).toEqual(first)
  }))

const onSubdomain = (site: { origin: string }, name: string) =>
  site.origin.replace('localhost', `${name}.site.localhost`)

it("tells the site's other subdomains the first touch, once consent is granted, and forgets it when it is withdrawn", () =>
  visit(browser, { pages: { '/': granted } }, async ({ page, collector, site }) => {
    await page.goto(`${onSubdomain(site, 'www')}/?utm_source=news`)
    await page.goto(`${onSubdomain(site, 'app')}/?gclid=abc`)
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    expect(collector.submissions()[0].attribution).toMatchObject({
      first: { utm_source: 'news' },
      last: { gclid: 'abc' },
    })
    // On the widest domain that the browser takes, and nowhere else.
    const cookies = await page.browserContext().cookies()
    expect(cookies.map(({ name, domain }) => [name, domain])).toEqual([['lc_touch', '.site.localhost']])
    await call(page, 'consent(false)')
    expect(await page.browserContext().cookies()).toEqual([])
  }))

it('sets no cookie before consent, and looks for no domain', () =>
  visit(browser, {}, async ({ page, collector, site }) => {
    await page.goto(`${onSubdomain(site, 'www')}/?utm_source=news`)
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    expect(await page.browserContext().cookies()).toEqual([])
  }))

it('is not misled by what a page wrote under our names', () =>
  visit(browser, { pages: { '/': granted, '/spoil': '' } }, async ({ open, page, collector }) => {
    await open('/spoil')
    await page.evaluate(() => {
      localStorage.setItem('lc_touch', '{broken')
      // biome-ignore lint/suspicious/noDocumentCookie: a page writes it so.
      document.cookie = 'lc_touch=%E0%A4%A'
    })
    await open('/?utm_source=news')
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    expect(collector.submissions()[0].attribution.first).toMatchObject({ utm_source: 'news' })
  }))

it('keeps the landing page of a single-page application while its routes change', () =>
  visit(browser, {}, async ({ open, page, collector, site }) => {
    await open('/?utm_source=news')
    await page.evaluate(() => history.pushState(null, '', '/precos?plano=2'))
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    const [sent] = collector.submissions()
    expect(sent.attribution.last).toMatchObject({
      utm_source: 'news',
      landing_page: `${site.origin}/?utm_source=news`,
    })
    expect(sent.page?.url).toBe(`${site.origin}/precos?plano=2`)
  }))

it('fills empty hidden inputs before the browser reads them, and leaves what the page filled', () =>
  visit(
    browser,
    {
      pages: {
        '/': `<form method="post" action="/sink"><input name="email" value="ana@example.com"><input name="referrer">
          <input type="hidden" name="utm_source"><input type="hidden" name="utm_medium" value="own"><input type="hidden" name="gclid">
          <input type="hidden" name="landing_page"><input type="hidden" name="src" data-lead-fill="utm_campaign"><button>Go</button></form>`,
      },
    },
    async ({ open, page, collector, site }) => {
      await open('/?utm_source=news&utm_medium=mail&utm_campaign=spring')
      await page.click('button')
      await until(() => collector.arrivals.length >= 1)
      expect(collector.submissions()[0].fields).toEqual([
        ['email', 'ana@example.com'],
        // A visible "referrer" asks the person.
        ['referrer', ''],
        ['utm_source', 'news'],
        ['utm_medium', 'own'],
        ['gclid', ''],
        ['landing_page', `${site.origin}/?utm_source=news&utm_medium=mail&utm_campaign=spring`],
        ['src', 'spring'],
      ])
    },
  ))

it('counts a page that is rendered ahead only when it is looked at', () =>
  visit(
    browser,
    {
      pages: {
        '/': `<script type="speculationrules">{ "prerender": [{ "urls": ["/ad?utm_source=ad"], "eagerness": "immediate" }] }</script>
          <a href="/ad?utm_source=ad">See</a><script>window.leadCapture.consent(true)</script>`,
        // It submits by itself, because the driver loses sight of a page when it takes the place of another.
        '/ad': `${granted}<script>
          document.addEventListener('prerenderingchange', () => setTimeout(() => f.requestSubmit(), 1500))</script>`,
      },
    },
    async ({ open, page, collector }) => {
      const lastStored = () =>
        page.evaluate(() => JSON.parse(localStorage.getItem('lc_touch') ?? '{}').last?.utm_source)
      await open('/?utm_source=news')
      await until(async () => (await lastStored()) === 'news')
      // Time for the other page to be rendered, and to look at the consent.
      await new Promise(resolve => setTimeout(resolve, 2_000))
      expect(await lastStored()).toBe('news')
      await page.click('a')
      await until(() => collector.arrivals.length === 1)
      const { first, last } = collector.submissions()[0].attribution
      expect([first.utm_source, last.utm_source]).toEqual(['news', 'ad'])
    },
  ))

it('keeps first touch and source when the person goes on and comes back', () =>
  visit(browser, { pages: { '/': granted, '/next': '' } }, async ({ open, page, collector }) => {
    await open('/?utm_source=news')
    await open('/next')
    await page.goBack()
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    const { first, last } = collector.submissions()[0].attribution
    // Without a cache for pages the browser loads it again, which is a touch of the same source.
    expect({ ...last, at: first.at }).toEqual(first)
    expect(first.utm_source).toBe('news')
  }))
