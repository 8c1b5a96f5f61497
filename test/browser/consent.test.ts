// What consent allows: sending, storing, and what is said about it.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { aMoment, call, storedBy, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

const nothing = { local: [], session: [], cookies: '', databases: 0 }

describe('before consent', () => {
  it('sends a submitted lead with the state it had, and stores nothing anywhere', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/?utm_source=news')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      expect(collector.submissions()[0].consent).toMatchObject({ state: 'unknown', source: 'none' })
      expect(await storedBy(page)).toEqual(nothing)
    }))

  it('stores nothing even when the collector is away', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      collector.faults = [{ reset: true }, { reset: true }]
      await open('/')
      expect((await call(page, "submit({ email: 'ana@example.com' })")).status).toBe('queued')
      expect(await storedBy(page)).toEqual(nothing)
    }))

  it('sends nothing either where the tag requires consent, and what was submitted goes when it comes', () =>
    visit(browser, { attributes: 'data-consent="required"' }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      expect((await call(page, "submit({ email: 'bia@example.com' })")).status).toBe('queued')
      await aMoment()
      expect(collector.arrivals).toEqual([])
      expect(await storedBy(page)).toEqual(nothing)
      await call(page, 'consent({ email: true })')
      await until(() => collector.arrivals.length === 2)
      for (const { consent } of collector.submissions())
        expect(consent).toMatchObject({ state: 'granted', source: 'api', channels: { email: true } })
    }))

  it.each([
    ['true', 'leadCapture.consent(true)', { state: 'granted', source: 'api', channels: { email: false } }],
    [
      'another channel',
      'leadCapture.consent({ ads: true })',
      { state: 'granted', source: 'api', channels: { email: false, ads: true } },
    ],
    [
      'an update of Consent Mode',
      "window.dataLayer = [['consent', 'update', { ad_storage: 'granted' }]]",
      { state: 'granted', source: 'consent-mode', channels: { email: false } },
    ],
  ])('says of what it lets go the same as if it had come before: %s', (_, code, consent) =>
    visit(
      browser,
      {
        attributes: 'data-consent="required"',
        pages: {
          '/': `<form onsubmit="return false"><input name="email" value="ana@example.com">
            <label><input type="checkbox" name="news" data-lead-consent="email"> News</label><button>Go</button></form>`,
        },
      },
      async ({ open, page, collector }) => {
        await open('/')
        await page.click('button')
        await aMoment()
        expect(collector.arrivals).toEqual([])
        await page.evaluate(code)
        await until(() => collector.arrivals.length === 1)
        const [sent] = collector.submissions()
        expect(sent.consent).toMatchObject({ ...consent, text: 'News' })
        expect(sent.consent?.channels).toEqual(consent.channels)
      },
    ),
  )

  it.each([
    '{ necessary: true, marketing: false }',
    '{ necessários: true, analytics: false }',
    '{ essenciais: true }',
    '{ esenciales: true }',
    '{ strictly_necessary: true }',
  ])('sends nothing by %s: what a page needs to work is nobody’s consent', choice =>
    visit(browser, { attributes: 'data-consent="required"' }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await call(page, `consent(${choice})`)
      await aMoment()
      expect(collector.arrivals).toEqual([])
      expect(await storedBy(page)).toEqual(nothing)
      await call(page, 'consent({ necessary: true, representation: true })')
      await until(() => collector.arrivals.length === 1)
    }),
  )

  it.each(['required', 'Required', '', 'true', ' requred'])('sends nothing with data-consent="%s"', required =>
    visit(browser, { attributes: `data-consent="${required}"` }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await aMoment()
      expect(collector.arrivals).toEqual([])
    }),
  )

  it('waits for no network with what is held', () =>
    visit(browser, { attributes: 'data-consent="required"' }, async ({ open, page, collector }) => {
      await page.evaluateOnNewDocument(`window.waiting = 0
        const { addEventListener } = EventTarget.prototype
        EventTarget.prototype.addEventListener = function (type, ...rest) {
          if (type === 'online') waiting++
          addEventListener.call(this, type, ...rest)
        }`)
      await open('/')
      await page.click('button')
      await new Promise(resolve => setTimeout(resolve, 2_500))
      expect(await page.evaluate('window.waiting')).toBe(0)
      expect(collector.arrivals).toEqual([])
    }))

  it('lets nothing go by beacon where the tag requires consent', () =>
    visit(browser, { attributes: 'data-consent="required"' }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await aMoment()
      await page.goto('about:blank')
      await aMoment()
      expect(collector.arrivals).toEqual([])
    }))

  it('sends nothing after a refusal where the tag requires consent', () =>
    visit(browser, { attributes: 'data-consent="required"' }, async ({ open, page, collector }) => {
      await open('/')
      await call(page, 'consent(false)')
      await page.click('button')
      await aMoment()
      await page.goto('about:blank')
      await aMoment()
      expect(collector.arrivals).toEqual([])
    }))
})

describe('a consent box', () => {
  const form = (
    state: string,
  ) => `<form id="f" data-lead-policy="https://site.example/privacy"><input name="email" value="ana@example.com">
    <label><input type="checkbox" name="news" data-lead-consent="email whatsapp" data-lead-policy-version="2026-10" ${state}> Yes, <b>write</b> to
    me</label><button>Go</button></form><script>f.onsubmit = () => false</script>`

  it('grants its channels when it is ticked, and its visible text is kept', () =>
    visit(browser, { pages: { '/': form('checked') } }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      expect(collector.submissions()[0].consent).toMatchObject({
        state: 'granted',
        source: 'checkbox',
        channels: { email: true, whatsapp: true },
        text: 'Yes, write to me',
        policy_url: 'https://site.example/privacy',
        policy_version: '2026-10',
      })
    }))

  it('grants nothing when it is not ticked, and refuses nothing else', () =>
    visit(browser, { pages: { '/': form('') } }, async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      const { consent } = collector.submissions()[0]
      expect(consent).toMatchObject({ state: 'unknown', source: 'none', channels: { email: false, whatsapp: false } })
    }))

  it('is enough for its own lead where the tag requires consent', () =>
    visit(
      browser,
      { attributes: 'data-consent="required"', pages: { '/': form('checked') } },
      async ({ open, page, collector }) => {
        await open('/')
        await page.click('button')
        await until(() => collector.arrivals.length === 1)
      },
    ))
})
