// lc-debug.js: what it tells in the console, each message by the mistake or the event that it is for.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { lineOf, listen } from './panel.ts'
import { aMoment, call, filledForm, scriptedForm, until, type Visit, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** Visits a page with this body and `data-debug`, and hears what the console says. */
const hear = (
  body: string,
  act: (heard: Visit & { said: string[]; line(code: string): Promise<string> }) => Promise<void>,
  { attributes = '', tag }: { attributes?: string; tag?: string } = {},
) =>
  visit(
    browser,
    { attributes: `data-debug ${attributes}`, pages: { '/': body }, ...(tag ? { tag } : {}) },
    async visit => {
      const said = listen(visit.page)
      await visit.open('/')
      await act({ ...visit, said, line: code => lineOf(said, code) })
    },
  )

/** How often a code was told. */
const times = (said: readonly string[], code: string) => said.filter(line => line.includes(` ${code} `)).length

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
      '',
      async ({ line, collector }) => {
        expect(await line('LC02')).toContain(`${collector.origin}, consent is required.`)
      },
      { attributes: 'data-consent="required"' },
    ))

  it('that is there twice is told', () =>
    hear('<script src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>', async ({ line }) => {
      expect(await line('LC03')).toContain('loaded 2 times')
    }))
})

describe('forms', () => {
  it('are told with what they are, and why they are not captured', () =>
    hear(
      `<form name="demo"><input name="email"><input type="password" hidden></form>
      <form id="member"><input name="user"><input type="password" name="pw"><button>Log in</button></form>
      <form id="find" role="search"><input name="q"></form>
      <div data-lead-ignore><form id="apart"><input name="email"></form></div>`,
      async ({ line }) => {
        expect(await line('LC10')).toContain('form demo: a lead form, 1 fields captured')
        expect(await line('LC13')).toContain('form member not captured: login')
        expect(await line('LC14')).toContain('form find not captured: search')
        expect(await line('LC11')).toContain('form apart not captured: ignored')
      },
    ))

  it('without a tag are told where only tagged ones are captured', () =>
    hear(
      '<form id="plain"><input name="email"></form><form data-lead="demo"><input name="email"></form>',
      async ({ line, said }) => {
        expect(await line('LC12')).toContain('form plain not captured: untagged')
        expect(await line('LC10')).toContain('form demo:')
        expect(times(said, 'LC12')).toBe(1)
      },
      { attributes: 'data-auto="off"' },
    ))

  it('that come later, also in a shadow root, are told when they come', () =>
    hear('<div id="host"></div>', async ({ page, line }) => {
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
    hear('<form data-lead="demo"></form><form data-lead="demo"></form>', async ({ line }) => {
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
      '<form><input name="a" data-lead-feild="email"><input name="b" data-lead-feild="phone"></form>',
      async ({ line, said }) => {
        expect(await line('LC20')).toContain('data-lead-feild. It does nothing. Did you mean data-lead-field?')
        await new Promise(resolve => setTimeout(resolve, 1_500))
        expect(times(said, 'LC20')).toBe(1)
      },
    ))

  it('with unknown names are told', () =>
    hear(
      '<form><input data-lead-field="e-mail" name="a"><input type="hidden" data-lead-fill="utm_sorce"></form>',
      async ({ line }) => {
        expect(await line('LC21')).toContain('Did you mean email?')
        expect(await line('LC23')).toContain('Did you mean utm_source?')
      },
    ))

  it("of the script that are nearly ours are told, and nobody else's are", () =>
    hear(
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
    hear('<form><input type="checkbox" name="news" data-lead-consent="email"></form>', async ({ line }) => {
      expect(await line('LC22')).toContain('consent box news without a policy')
    }))

  it('that are right are not mentioned', () =>
    hear(
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

describe('a submission', () => {
  it('is told as captured and as accepted, and as a duplicate when it is one', () =>
    hear(scriptedForm, async ({ page, line, collector }) => {
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
    hear('', async ({ page, line, collector }) => {
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
    hear('', async ({ page, site, line, collector }) => {
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
    hear(scriptedForm, async ({ page, line }) => {
      await line('LC10')
      await page.setOfflineMode(true)
      await page.click('button')
      expect(await line('LC40')).toContain('It is sent again.')
      await page.setOfflineMode(false)
      await line('LC32')
    }))

  it('because the collector is in trouble is told with the status', () =>
    hear('', async ({ page, line, collector }) => {
      await line('LC02')
      collector.faults = [{ status: 503 }]
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC43')).toContain('status 503')
    }))

  it('because no answer may be read is told with what to check', () =>
    hear('', async ({ page, line, collector, said }) => {
      await line('LC02')
      collector.faults = [{ reset: true }, { reset: true }]
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC41')).toContain('Origin or key is unknown')
      expect(times(said, 'LC42')).toBe(0)
    }))

  it('because the collector is not there is told with its address', () =>
    hear('', async ({ page, line, collector, said }) => {
      await line('LC02')
      await collector.close()
      await call(page, "submit({ email: 'ana@example.com' })")
      expect(await line('LC42')).toContain(collector.origin)
      expect(times(said, 'LC41')).toBe(0)
    }))

  it("because of the page's policy is told with the directive, and nothing else is blamed", () =>
    hear(
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
