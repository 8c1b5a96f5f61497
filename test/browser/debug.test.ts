// lc-debug.js: what it tells in the console of the tag, the forms and their attributes, each message by the mistake that it
// is for.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { hear, times } from './hear.ts'
import { lineOf, listen } from './panel.ts'
import { aMoment, filledForm, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('is not even requested by a page that does not ask for it', () =>
  visit(browser, {}, async ({ open, page, collector }) => {
    const requested: string[] = []
    page.on('request', request => requested.push(request.url()))
    const said = listen(page)
    await open('/?utm_source=lead_debug')
    await page.click('button')
    await until(() => collector.arrivals.length === 1)
    await aMoment()
    expect(requested.filter(url => url.includes('lc-debug'))).toEqual([])
    expect(said).toEqual([])
  }))

describe('the tag', () => {
  it('without a key is told with the fix', () =>
    hear(
      browser,
      filledForm,
      async ({ line, said }) => {
        expect(await line('LC01')).toContain(
          'no site key. Nothing is captured. Add data-key="pk_live_…" to the script.',
        )
        await aMoment()
        expect(times(said, 'LC02') + times(said, 'LC10')).toBe(0)
      },
      { tag: '<script src="COLLECTOR/lc.js"></script>' },
    ))

  it('is told with its collector and its consent mode', () =>
    hear(
      browser,
      '',
      async ({ line, collector }) => {
        expect(await line('LC02')).toContain(`${collector.origin}, consent is required.`)
      },
      { attributes: 'data-consent="required"' },
    ))

  it('that is there twice is told', () =>
    hear(browser, '<script src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>', async ({ line }) => {
      expect(await line('LC03')).toContain('loaded 2 times')
    }))
})

describe('forms', () => {
  it('are told with what they are, and why they are not captured', () =>
    hear(
      browser,
      `<form name="demo"><input name="email"><input type="password" hidden></form>
      <form id="member"><input name="user"><input type="password" name="pw"><button>Log in</button></form>
      <form id="find" role="search"><input name="q"></form>
      <form id="leave"><input name="email"><button>Cancelar inscrição</button></form>
      <div data-lead-ignore><form id="apart"><input name="email"></form></div>`,
      async ({ line }) => {
        expect(await line('LC10')).toContain('form demo: a lead form, 1 fields captured')
        expect(await line('LC13')).toContain('form member not captured: login')
        expect(await line('LC14')).toContain('form find not captured: search')
        expect(await line('LC16')).toContain('form leave not captured: unsubscribe')
        expect(await line('LC11')).toContain('form apart not captured: ignored')
      },
    ))

  it('without a tag are told where only tagged ones are captured', () =>
    hear(
      browser,
      '<form id="plain"><input name="email"></form><form data-lead="demo"><input name="email"></form>',
      async ({ line, said }) => {
        expect(await line('LC12')).toContain('form plain not captured: untagged')
        expect(await line('LC10')).toContain('form demo:')
        expect(times(said, 'LC12')).toBe(1)
      },
      { attributes: 'data-auto="off"' },
    ))

  it('that come later, also in a shadow root, are told when they come', () =>
    hear(browser, '<div id="host"></div>', async ({ page, line }) => {
      await page.evaluate(() => {
        const root = document.querySelector('#host')?.attachShadow({ mode: 'open' })
        const form = document.createElement('form')
        form.append(Object.assign(document.createElement('input'), { name: 'email' }))
        form.id = 'late'
        root?.append(form)
      })
      expect(await line('LC10')).toContain('form late')
    }))

  it('of one data-lead name are told', () =>
    hear(browser, '<form data-lead="demo"></form><form data-lead="demo"></form>', async ({ line }) => {
      expect(await line('LC15')).toContain('several forms named demo')
    }))

  it('are looked at and not changed: a hidden input waits for the snippet itself', () =>
    visit(
      browser,
      {
        attributes: 'data-debug',
        pages: { '/': '<form><input name="email"><input type="hidden" name="utm_source"></form>' },
      },
      async ({ open, page }) => {
        const said = listen(page)
        await open('/?utm_source=news')
        await lineOf(said, 'LC10')
        expect(await page.$eval('[name=utm_source]', input => (input as HTMLInputElement).value)).toBe('')
      },
    ))
})

describe('attributes', () => {
  it('that are unknown are told once, with the one that was meant', () =>
    hear(
      browser,
      '<form><input name="a" data-lead-feild="email"><input name="b" data-lead-feild="phone"></form>',
      async ({ line, said }) => {
        expect(await line('LC20')).toContain('data-lead-feild. It does nothing. Did you mean data-lead-field?')
        await new Promise(resolve => setTimeout(resolve, 1_500))
        expect(times(said, 'LC20')).toBe(1)
      },
    ))

  it('with unknown names are told', () =>
    hear(
      browser,
      '<form><input data-lead-field="e-mail" name="a"><input type="hidden" data-lead-fill="utm_sorce"></form>',
      async ({ line }) => {
        expect(await line('LC21')).toContain('Did you mean email?')
        expect(await line('LC23')).toContain('Did you mean utm_source?')
      },
    ))

  it("of the script that are nearly ours are told, and nobody else's are", () =>
    hear(
      browser,
      '<div data-lead="demo"><form><input name="email"></form></div>',
      async ({ line, said }) => {
        expect(await line('LC20')).toContain('data-consentt. It does nothing. Did you mean data-consent?')
        expect(await line('LC05')).toContain('data-auto OFF')
        expect(await line('LC24')).toContain('data-lead demo on no form')
        expect(times(said, 'LC20')).toBe(1)
      },
      { attributes: 'data-consentt="required" data-auto="OFF" data-cfasync="false"' },
    ))

  it('for consent without a policy are told', () =>
    hear(browser, '<form><input type="checkbox" name="news" data-lead-consent="email"></form>', async ({ line }) => {
      expect(await line('LC22')).toContain('consent box news without a policy')
    }))

  it('that are right are not mentioned', () =>
    hear(
      browser,
      `<form data-lead="demo" data-lead-intent="high" data-lead-policy="https://site.example/privacy">
        <input data-lead-field="companySize" name="a"><input type="hidden" data-lead-fill="rdt_cid">
        <input type="checkbox" name="news" data-lead-consent="email" data-lead-policy-version="1">
        <p data-lead-error="email" hidden></p><p data-lead-success hidden></p></form>`,
      async ({ line, said }) => {
        await line('LC10')
        expect(said.filter(one => / LC2/.test(one))).toEqual([])
      },
    ))
})
