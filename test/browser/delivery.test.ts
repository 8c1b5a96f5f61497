// How a lead gets to the collector: at once, again, by beacon, or from the next page. Always one id and the same bytes.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../shared/ids.ts'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import type { Collector } from '../support/collector-server.ts'
import { aMoment, call, filledForm, scriptedForm, storedBy, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** All that arrived is one submission, sent in the same bytes each time. */
const expectOneSubmission = (collector: Collector) => {
  const bodies = [...collector.bodiesById().values()]
  expect(bodies.length).toBe(1)
  expect(new Set(bodies[0]).size).toBe(1)
}

describe('a page that is only looked at', () => {
  it('requests the script and nothing else, and stores nothing', () =>
    visit(browser, {}, async ({ open, page, collector, site }) => {
      const requested: string[] = []
      // The icon is the browser's own wish.
      page.on('request', request => request.url().endsWith('.ico') || requested.push(request.url()))
      await open('/?utm_source=news&gclid=abc')
      // Longer than the time between two looks at the consent.
      await new Promise(resolve => setTimeout(resolve, 1_500))
      expect(requested).toEqual([`${site.origin}/?utm_source=news&gclid=abc`, `${collector.origin}/lc.js`])
      expect(await storedBy(page)).toEqual({ local: [], session: [], cookies: '', databases: 0 })
    }))
})

describe('a lead on its way', () => {
  it('goes as a simple request, without preflight and without cookies', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      const [arrival] = collector.arrivals
      expect(arrival?.method).toBe('POST')
      expect(arrival?.url).toBe('/v1/leads?k=pk_live_demo')
      expect(arrival?.headers['content-type']).toBe('text/plain;charset=UTF-8')
      expect(arrival?.headers.cookie).toBeUndefined()
    }))

  it.each([503, 408, 429])('is sent again after %i, and only until it is confirmed', status =>
    visit(browser, {}, async ({ open, page, collector }) => {
      collector.faults = [{ status }]
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 2)
      await aMoment()
      expect(collector.arrivals.length).toBe(2)
      expectOneSubmission(collector)
    }),
  )

  it('is not sent again after a refusal that is final', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      collector.faults = [{ status: 422, body: { errors: [{ pointer: '/fields/email', code: 'no_contact' }] } }]
      await open('/')
      const result = await call(page, "submit({ email: 'x' })")
      expect(result).toMatchObject({ status: 'rejected', issues: [{ field: 'email', code: 'no_contact' }] })
      await new Promise(resolve => setTimeout(resolve, 1_300))
      expect(collector.arrivals.length).toBe(1)
    }))

  it("is not confirmed by an answer without the collector's word", () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      collector.faults = [{ status: 200, body: { portal: 'please sign in' } }]
      await open('/')
      expect((await call(page, "submit({ email: 'ana@example.com' })")).status).toBe('queued')
      await until(() => collector.arrivals.length === 2)
      expectOneSubmission(collector)
    }))

  it('goes once by beacon when the page leaves before the answer', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      collector.faults = [{ delayMs: 2_000 }]
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      await page.goto('about:blank')
      await until(() => collector.arrivals.length === 2)
      await aMoment()
      expect(collector.arrivals.length).toBe(2)
      expectOneSubmission(collector)
    }))

  it('never makes a body over 64 KiB, and says what was cut', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      await call(page, "submit({ email: 'ana@example.com', a: 'é'.repeat(9000), b: '€'.repeat(200000) })")
      const text = collector.arrivals[0]?.text ?? ''
      expect(Buffer.byteLength(text)).toBeLessThanOrEqual(65_536)
      // One more than the collector keeps, so that it reports the cut.
      expect(JSON.parse(text).fields[1][1].length).toBe(4_097)
    }))
})

describe('the outbox', () => {
  const pages = {
    '/': `${filledForm}<script>window.leadCapture.consent(true)</script>`,
    '/next': '<script>window.leadCapture.consent(true)</script>',
    // With its address in each request, because one of the page before may arrive late.
    '/silent': '<meta name="referrer" content="unsafe-url">',
  }
  const failing = Array.from({ length: 9 }, () => ({ reset: true }))

  it('delivers on the next page what no path could deliver, and is empty then', () =>
    visit(browser, { pages }, async ({ open, page, collector, site }) => {
      collector.faults = [...failing]
      await open('/')
      await page.click('button')
      await until(() => page.url().endsWith('/sink'))
      expect(site.sunk).toEqual(['POST /sink'])
      collector.faults = []
      collector.arrivals.length = 0
      await open('/next')
      await until(() => collector.arrivals.length > 0)
      await until(async () => (await storedBy(page)).local.join() === 'lc_touch')
      expectOneSubmission(collector)
      expect(collector.submissions()[0].fields).toEqual([['email', 'ana@example.com']])
    }))

  it('waits on a page where consent is not known, until it is given, where the tag requires it', () =>
    visit(browser, { pages, attributes: 'data-consent="required"' }, async ({ open, page, collector }) => {
      collector.faults = [...failing]
      await open('/')
      await page.click('button')
      await until(() => page.url().endsWith('/sink'))
      collector.faults = []
      await open('/silent')
      const sentHere = () => collector.arrivals.filter(({ headers }) => headers.referer?.endsWith('/silent'))
      await aMoment()
      expect(sentHere()).toEqual([])
      await call(page, 'consent(true)')
      await until(() => sentHere().length === 1)
      expectOneSubmission(collector)
    }))

  it('delivers what a ticked box allowed on a site that asks nobody for consent', () =>
    visit(
      browser,
      {
        pages: {
          ...pages,
          '/': filledForm.replace(
            '<button>',
            '<input type="checkbox" name="ok" data-lead-consent="email" checked><button>',
          ),
        },
      },
      async ({ open, page, collector }) => {
        collector.faults = [...failing]
        await open('/')
        await page.click('button')
        await until(() => page.url().endsWith('/sink'))
        collector.faults = []
        await open('/silent')
        await until(() => collector.arrivals.some(({ status }) => status === 202))
        await until(async () => (await storedBy(page)).local.length === 0)
        expectOneSubmission(collector)
      },
    ))

  it('goes to nobody else: another tag on the same origin has a key of its own', () =>
    visit(
      browser,
      {
        tag: '',
        pages: {
          '/': `<script src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>${pages['/']}`,
          '/other': `<script src="COLLECTOR/lc.js" data-key="pk_live_other"></script>${pages['/next']}`,
        },
      },
      async ({ open, page, collector }) => {
        collector.faults = [...failing]
        await open('/')
        await page.click('button')
        await until(() => page.url().endsWith('/sink'))
        collector.faults = []
        await open('/other')
        await aMoment()
        expect(collector.arrivals.filter(({ url }) => url.endsWith('pk_live_other'))).toEqual([])
        expect((await storedBy(page)).local.length).toBe(2)
      },
    ))

  it('leaves alone what has just begun on this page', () =>
    visit(
      browser,
      {
        // The form is submitted between the request for the lock and its grant.
        tag: `<script>
          const { request } = LockManager.prototype
          LockManager.prototype.request = function (name, options, replay) {
            return request.call(this, name, options, lock => { f.requestSubmit(); return replay(lock) })
          }</script><script src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>`,
        pages: { '/': `${scriptedForm}<script>window.leadCapture.consent(true)</script>` },
      },
      async ({ open, collector }) => {
        await open('/')
        await until(() => collector.arrivals.length > 0)
        await aMoment()
        expect(collector.arrivals.map(({ status }) => status)).toEqual([202])
        expect(collector.submissions()[0].form.how).toBe('script')
      },
    ))

  it('is sent by one of two tabs, not by both', () =>
    visit(browser, { pages }, async ({ open, page, collector, site }) => {
      collector.faults = Array.from({ length: 30 }, () => ({ reset: true }))
      await open('/next')
      for (const name of ['ana', 'bia', 'eva']) await call(page, `submit({ email: '${name}@example.com' })`)
      await page.goto('about:blank')
      await aMoment()
      const before = collector.arrivals.length
      // Slow enough for both tabs to have read the outbox.
      collector.faults = Array.from({ length: 6 }, () => ({ delayMs: 600 }))
      const other = await page.browserContext().newPage()
      await Promise.all([page, other].map(tab => tab.goto(`${site.origin}/next`)))
      await until(async () => (await storedBy(page)).local.join() === 'lc_touch')
      await aMoment()
      const sent = collector.arrivals.slice(before).map(({ text }) => JSON.parse(text).fields[0][1])
      expect(sent.sort()).toEqual(['ana@example.com', 'bia@example.com', 'eva@example.com'])
    }))

  it('forgets everything when consent is withdrawn', () =>
    visit(browser, { pages }, async ({ open, page, collector }) => {
      collector.faults = [...failing]
      await open('/')
      await call(page, "submit({ email: 'ana@example.com' })")
      expect((await storedBy(page)).local.length).toBe(2)
      await call(page, 'consent(false)')
      expect((await storedBy(page)).local).toEqual([])
    }))

  it('keeps nothing under an id that it would not find again', () =>
    visit(browser, { pages }, async ({ open, page, collector }) => {
      collector.faults = [...failing]
      await open('/next')
      await call(page, "submit({ email: 'ana@example.com' }, { id: 'order123' })")
      expect((await storedBy(page)).local).toEqual(['lc_touch'])
    }))

  it.each([
    [8, 0],
    [6, 1],
  ])('sends what is %i days old %i times', (days, times) =>
    visit(browser, { pages }, async ({ open, page, collector }) => {
      // A page without the script.
      await open('/sink')
      const id = uuidv7(Date.now() - days * 86_400_000, crypto.getRandomValues(new Uint8Array(10)))
      await page.evaluate(id => localStorage.setItem(`lc_pk_live_demo_${id}`, JSON.stringify({ id })), id)
      await open('/next')
      await aMoment()
      expect(collector.arrivals.length).toBe(times)
      expect((await storedBy(page)).local).toEqual(['lc_touch'])
    }),
  )

  it('keeps the latest twenty', () =>
    visit(browser, { pages }, async ({ open, page, collector }) => {
      collector.faults = Array.from({ length: 600 }, () => ({ reset: true }))
      await open('/next')
      for (let n = 0; n < 22; n++) await call(page, `submit({ email: 'a${n}@example.com' })`)
      const kept = (await storedBy(page)).local.filter(key => key !== 'lc_touch')
      expect(kept.length).toBe(20)
    }))
})
