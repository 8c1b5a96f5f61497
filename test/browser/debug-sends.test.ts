// lc-debug.js: what it tells in the console of each submission, each message by the event that it is for.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { hear, times } from './hear.ts'
import { aMoment, call, scriptedForm, until } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('a submission', () => {
  it('is told as captured and as accepted, and as a duplicate when it is one', () =>
    hear(browser, scriptedForm, async ({ page, line, collector }) => {
      await line('LC10')
      await page.click('button')
      await line('LC32')
      const [{ id }] = collector.submissions()
      expect(await line('LC30')).toContain(`captured demo, id ${id}`)
      expect(await line('LC32')).toMatch(new RegExp(`accepted in \\d+ ms, id ${id}`))
      collector.faults = [{ body: { id, status: 'duplicate', issues: [] } }]
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC33')).toContain('duplicate')
    }))

  it('is told with the issues of the collector', () =>
    hear(browser, '', async ({ page, line, collector }) => {
      await line('LC02')
      const issues = [{ field: 'tel', code: 'invalid_phone' }]
      collector.faults = [{ body: { id: 'x', status: 'accepted', issues } }]
      await call(page, "submit({ email: 'ana@example.com', tel: '5' })")
      expect(await line('LC34')).toContain('tel invalid_phone')
      collector.faults = [{ status: 422, body: { errors: [{ pointer: '/fields', code: 'no_identity' }] } }]
      await call(page, "submit({ note: 'x' })")
      expect(await line('LC35')).toContain('rejected (422): fields no_identity')
    }))

  it('from an origin or with a key that is refused is told with the fix', () =>
    hear(browser, '', async ({ page, site, line, collector }) => {
      await line('LC02')
      collector.faults = [
        { status: 403, body: {} },
        { status: 401, body: {} },
      ]
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC36')).toContain(`The site lacks ${site.origin}.`)
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC37')).toContain('Correct data-key')
    }))

  it('that waits for consent is told, and who gives it', () =>
    hear(
      browser,
      scriptedForm,
      async ({ page, line, said }) => {
        await line('LC10')
        await page.click('button')
        expect(await line('LC31')).toContain('Consent is required, and unknown.')
        await call(page, 'consent(true)')
        await line('LC32')
        await until(() => said.some(one => one.includes('consent is granted, source api')))
      },
      { attributes: 'data-consent="required"' },
    ))

  it('whose consent was given before anything was explained is told with who gave it', () =>
    hear(
      browser,
      `${scriptedForm}<script>leadCapture.consent(true)</script>`,
      async ({ line, said }) => {
        expect(await line('LC50')).toContain('consent is granted, source api')
        await aMoment()
        expect(times(said, 'LC50')).toBe(1)
      },
      { attributes: 'data-consent="required"' },
    ))

  it('that its consent box lets go is not told to wait', () =>
    hear(
      browser,
      scriptedForm.replace('<button>', '<input type="checkbox" name="ok" data-lead-consent="email" checked><button>'),
      async ({ page, line, said, collector }) => {
        await line('LC10')
        collector.faults = [{ delayMs: 1_500 }]
        await page.click('button')
        await line('LC32')
        expect(times(said, 'LC31')).toBe(0)
      },
      { attributes: 'data-consent="required"' },
    ))
})

describe('a submission that is not confirmed', () => {
  it('because the browser is offline is told, and accepted later', () =>
    hear(browser, scriptedForm, async ({ page, line }) => {
      await line('LC10')
      await page.setOfflineMode(true)
      await page.click('button')
      expect(await line('LC40')).toContain('It is sent again.')
      await page.setOfflineMode(false)
      await line('LC32')
    }))

  it('because the collector is in trouble is told with the status', () =>
    hear(browser, '', async ({ page, line, collector }) => {
      await line('LC02')
      collector.faults = [{ status: 503 }]
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC43')).toContain('status 503')
    }))

  it('because no answer may be read is told with what to check', () =>
    hear(browser, '', async ({ page, line, collector, said }) => {
      await line('LC02')
      collector.faults = [{ reset: true }, { reset: true }]
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC41')).toContain('Origin or key is unknown')
      expect(times(said, 'LC42')).toBe(0)
    }))

  it('because the collector is not there is told with its address', () =>
    hear(browser, '', async ({ page, line, collector, said }) => {
      await line('LC02')
      await collector.close()
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC42')).toContain(collector.origin)
      expect(times(said, 'LC41')).toBe(0)
    }))

  it("because of the page's policy is told with the directive, and nothing else is blamed", () =>
    hear(
      browser,
      '',
      async ({ page, line, collector, said }) => {
        await line('LC02')
        await call(page, "submit({ email: 'ana@example.com' })")
        expect(await line('LC04')).toContain(`Add ${collector.origin} to connect-src.`)
        await aMoment()
        expect(times(said, 'LC41') + times(said, 'LC42')).toBe(0)
      },
      {
        tag: `<meta http-equiv="Content-Security-Policy" content="connect-src 'self'"><script src="COLLECTOR/lc.js" data-key="pk_live_demo" data-debug></script>`,
      },
    ))
})
