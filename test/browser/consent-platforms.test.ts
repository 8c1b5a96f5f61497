// Whose word on consent is heard: the browser, the platforms, the page itself.

import { readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { aMoment, call, scriptedForm, storedBy, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe('knows consent from', () => {
  const tcf = (eventStatus: string, isGranted: boolean) =>
    `window.__tcfapi = (command, version, heard) => heard({ eventStatus: '${eventStatus}', tcString: 'CPxyz', purpose: { consents: { 1: ${isGranted} } } }, true)`
  const layer = (kind: string, state: string) =>
    `window.dataLayer = [{ event: 'gtm.js' }]; (function () { dataLayer.push(arguments) })('consent', '${kind}', { ad_storage: '${state}' })`
  const oneTrust = (groups: string, isClosed: boolean) =>
    `window.OnetrustActiveGroups = '${groups}'; window.OneTrust = { IsAlertBoxClosed: () => ${isClosed} }`
  const cookiebot = (hasResponse: boolean, marketing: boolean) =>
    `window.Cookiebot = { hasResponse: ${hasResponse}, consent: { marketing: ${marketing} } }`

  it.each([
    [
      'Global Privacy Control',
      "Object.defineProperty(navigator, 'globalPrivacyControl', { value: true })",
      'denied',
      'gpc',
    ],
    ['TCF, a choice made', tcf('tcloaded', true), 'granted', 'tcf', 'CPxyz'],
    ['TCF, a choice refused', tcf('useractioncomplete', false), 'denied', 'tcf', 'CPxyz'],
    [
      'TCF, all refused, as platforms say it',
      "window.__tcfapi = (command, version, heard) => heard({ eventStatus: 'useractioncomplete', gdprApplies: true, tcString: 'CPxyz', purpose: { consents: {} } }, true)",
      'denied',
      'tcf',
    ],
    ['TCF, still asking', tcf('cmpuishown', false), 'unknown', 'none'],
    ['Consent Mode, an update', layer('update', 'granted'), 'granted', 'consent-mode', '{"ad_storage":"granted"}'],
    ['Consent Mode, a refusal', layer('update', 'denied'), 'denied', 'consent-mode'],
    ['Consent Mode, a default that waits', layer('default', 'denied'), 'unknown', 'none'],
    ['Consent Mode, a default that grants, which no person did', layer('default', 'granted'), 'unknown', 'none'],
    [
      'Consent Mode, among other entries',
      "window.dataLayer = [null, ['consent', 'update', { ad_storage: 'granted' }]]",
      'granted',
      'consent-mode',
    ],
    [
      'TCF, where it does not apply',
      "window.__tcfapi = (command, version, heard) => setTimeout(heard, 0, { eventStatus: 'tcloaded', purpose: {} }, true)",
      'unknown',
      'none',
    ],
    ['OneTrust, accepted', oneTrust(',C0001,C0004,', true), 'granted', 'onetrust', ',C0001,C0004,'],
    ['OneTrust, refused', oneTrust(',C0001,', true), 'denied', 'onetrust', ',C0001,'],
    ['OneTrust, still asking', oneTrust(',C0001,', false), 'unknown', 'none'],
    ['OneTrust, still asking, where the site presumes', oneTrust(',C0001,C0004,', false), 'unknown', 'none'],
    ['OneTrust, its groups alone', "window.OnetrustActiveGroups = ',C0001,C0004,'", 'granted', 'onetrust'],
    ['Cookiebot, accepted', cookiebot(true, true), 'granted', 'cookiebot', '{"marketing":true}'],
    ['Cookiebot, refused', cookiebot(true, false), 'denied', 'cookiebot'],
    ['Cookiebot, still asking', cookiebot(false, false), 'unknown', 'none'],
  ])('%s', (_, script, state, source, raw?: string) =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await page.evaluateOnNewDocument(script)
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      expect(collector.submissions()[0].consent).toMatchObject({ state, source, ...(raw && { raw }) })
      const stored = state === 'granted' ? 'lc_touch' : ''
      await until(async () => (await storedBy(page)).local.join() === stored)
    }),
  )

  it('the others, when one of them is of a shape that nobody knows', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await page.evaluateOnNewDocument(
        `window.__tcfapi = window.OneTrust = window.dataLayer = 5; window.OnetrustActiveGroups = {}; ${cookiebot(true, true)}`,
      )
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      expect(collector.submissions()[0].consent).toMatchObject({ state: 'granted', source: 'cookiebot' })
    }))

  it.each(['null', "'granted'", 'undefined'])('no call of consent(%s)', choice =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      await call(page, `consent(${choice})`)
      await call(page, `submit({ email: 'ana@example.com' }, { consent: ${choice} })`)
      expect(collector.submissions()[0].consent).toMatchObject({ state: 'unknown', source: 'none', channels: {} })
    }),
  )

  it('a refusal that the stub took, before anything is stored', () =>
    visit(
      browser,
      {
        tag: `${readFileSync('snippet/stub.html', 'utf8')}<script>
            window.leadCapture.consent(false)
            window.written = []
            const { setItem } = Storage.prototype
            Storage.prototype.setItem = function (key, text) { written.push(key); setItem.call(this, key, text) }
            ${cookiebot(true, true)}</script><script src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>`,
      },
      async ({ open, page }) => {
        await open('/')
        await aMoment()
        expect(await page.evaluate('window.written')).toEqual([])
      },
    ))

  it('an update of Consent Mode that has since left the layer', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await page.evaluateOnNewDocument(layer('update', 'granted'))
      await open('/')
      // Google's script takes out what is before the last 300.
      await page.evaluate('dataLayer.length = 0')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      expect(collector.submissions()[0].consent).toMatchObject({ state: 'granted', source: 'consent-mode' })
    }))

  it('a banner that is answered later, and one that is answered again', () =>
    visit(browser, { pages: { '/': scriptedForm } }, async ({ open, page }) => {
      await open('/')
      const answer = (state: string) =>
        page.evaluate(
          `window.dataLayer = window.dataLayer || []; (function () { dataLayer.push(arguments) })('consent', 'update', { ad_storage: '${state}' })`,
        )
      await answer('granted')
      await until(async () => (await storedBy(page)).local.length === 1)
      await answer('denied')
      await until(async () => (await storedBy(page)).local.length === 0)
    }))
})
