// The panel of `?lead_debug=1`: what it shows and what never, under a strict policy, with the keyboard alone.
// With UPDATE_DOCS=1 the pictures of docs/debug.md are taken again.

import { mkdirSync } from 'node:fs'
import type { Browser, Page } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { focused, hasInlineStyle, lineOf, listen, panelText } from './panel.ts'
import { aMoment, call, filledForm, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** A page of a site whose policy allows nothing that is not named. */
const strictTag = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; script-src 'nonce-r4nd0m'; style-src 'nonce-r4nd0m'; connect-src COLLECTOR; require-trusted-types-for 'script'; trusted-types 'none'">
  <script nonce="r4nd0m" src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>`

const page = `<style nonce="r4nd0m">body{font:16px/1.5 system-ui,sans-serif;margin:48px;max-width:380px;color-scheme:light dark}
    @media(prefers-color-scheme:dark){body{background:#0e1116;color:#e7ebf1}}
    label,input,button{display:block;width:100%;box-sizing:border-box;font:inherit}input,button{margin:4px 0 16px;padding:9px}
    input[type=checkbox]{display:inline;width:auto;margin:0 8px 0 0}</style>
  <h1>Ask for a demo</h1>
  <form data-lead="demo-request"><input type="hidden" name="utm_source">
    <label>Name<input name="full_name"></label><label>Work e-mail<input name="email" type="email"></label>
    <label>Phone<input name="contact" type="tel"></label>
    <label>Company<input name="org" autocomplete="organization"></label>
    <label>Tax number<input name="cpf"></label>
    <label><input type="checkbox" name="news" data-lead-consent="email">Write to me about news</label>
    <button>Ask</button></form>`

/** Waits until the panel says this. */
const shown = async (page: Page, text: string): Promise<string> => {
  await until(async () => (await panelText(page)).includes(text))
  return panelText(page)
}

const button = (page: Page) => page.waitForSelector('::-p-aria([name="Send a test lead"][role="button"])')

it('shows how each field is read, under a strict policy with a nonce and Trusted Types', () =>
  visit(browser, { tag: strictTag, pages: { '/': page } }, async ({ open, page }) => {
    const errors: string[] = []
    page.on('console', message => {
      if (message.type() === 'error' && !message.text().includes('404')) errors.push(message.text())
    })
    await page.setViewport({ width: 900, height: 800 })
    await open('/')
    const before = await page.evaluate(() => [document.body.offsetHeight, document.documentElement.scrollHeight])
    await open('/?lead_debug=1&utm_source=news&utm_medium=email')
    const text = await shown(page, 'demo-request')
    for (const line of ['→ fullName (name)', '→ email (name)', '→ phone (type)', '→ company (autocomplete)'])
      expect(text).toContain(line)
    expect(text).toContain('cpf\nnot captured: name')
    expect(text).toContain('news\n→ email (data-lead-consent)')
    expect(text).toContain('LC22')
    expect(text).toContain('utm_source\nnews')
    expect(await hasInlineStyle(page)).toBe(false)
    expect(await page.evaluate(() => [document.body.offsetHeight, document.documentElement.scrollHeight])).toEqual(
      before,
    )
    const corner = await page.$eval('lead-capture-debug', host => host.getBoundingClientRect().toJSON())
    expect([corner.right, corner.bottom]).toEqual([891, 791])
    expect(errors).toEqual([])
  }))

it('sends the test lead once, however often the button is pressed, and shows its id and its time', () =>
  visit(browser, { tag: strictTag, pages: { '/': page } }, async ({ open, page, collector }) => {
    await open('/?lead_debug=1')
    collector.faults = [{ delayMs: 400 }]
    const send = await button(page)
    await send?.click()
    await send?.click()
    const text = await shown(page, 'accepted')
    await aMoment()
    expect(collector.arrivals.length).toBe(1)
    const [{ id, fields, form }] = collector.submissions()
    expect(text).toContain(id)
    expect(text).toMatch(/ · \d+ ms/)
    expect(form).toMatchObject({ name: 'lead-debug-test', how: 'submit-call' })
    expect(fields).toContainEqual(['email', 'ana@example.com'])
    expect(text).toContain('A real lead')
  }))

it('shows the answer to the last send with its issues, whichever form it came from', () =>
  visit(browser, { pages: { '/': filledForm } }, async ({ open, page, collector }) => {
    await open('/?lead_debug=1')
    await shown(page, 'demo')
    collector.faults = [{ body: { id: 'x', status: 'accepted', issues: [{ field: 'tel', code: 'invalid_phone' }] } }]
    await call(page, "submit({ email: 'bia@example.com' }, { form: 'chat' })")
    const text = await shown(page, 'accepted')
    expect(text).toContain('Last send: chat')
    expect(text).toContain('tel invalid_phone')
  }))

it('goes by the keyboard alone: tab into it, send, close with Escape, open again', () =>
  visit(browser, { tag: strictTag, pages: { '/': filledForm } }, async ({ open, page, collector }) => {
    await open('/?lead_debug=1')
    await button(page)
    expect(await focused(page)).not.toBe('Lead capture')
    const order: string[] = []
    for (let steps = 0; steps < 7; steps++) {
      await page.keyboard.press('Tab')
      order.push(await focused(page))
    }
    expect(order.map(name => name.replace(/ .*/, ''))).toEqual([
      '',
      'Go',
      'Lead',
      'Send',
      'Forms',
      'Attribution',
      'Consent',
    ])
    for (let steps = 0; steps < 3; steps++) await page.keyboard.down('Shift').then(() => page.keyboard.press('Tab'))
    await page.keyboard.up('Shift')
    await page.keyboard.press('Enter')
    await shown(page, 'accepted')
    expect(await focused(page)).toBe('Send a test lead')
    expect(collector.arrivals.length).toBe(1)
    const height = () => page.$eval('lead-capture-debug', host => host.getBoundingClientRect().height)
    const opened = await height()
    await page.keyboard.press('Escape')
    expect(await focused(page)).toBe('Lead capture')
    expect(await height()).toBeLessThan(60)
    await page.keyboard.press('Enter')
    expect(await height()).toBe(opened)
  }))

it('shows nothing that a person typed, in the panel or in the console', () =>
  visit(
    browser,
    {
      pages: {
        '/': `<form id="f" data-lead="demo"><input name="email" value="secret-one@example.com"><input type="password" name="p" value="secret-two">
          <input name="card_number" value="4242424242424242"><input name="cpf" value="secret-three"><textarea name="note">secret-four</textarea>
          <div data-lead-ignore><input name="x" value="secret-five"></div><button>Go</button></form><script>f.onsubmit = () => false</script>`,
      },
    },
    async ({ open, page }) => {
      const said = listen(page)
      await open('/?lead_debug=1&utm_source=news&token=secret-six')
      await lineOf(said, 'LC10')
      await page.click('form button')
      const text = await shown(page, 'accepted')
      expect(text).toContain('x\nnot captured: data-lead-ignore')
      expect(text).toContain('p\nnot captured: password')
      for (const secret of ['secret-', '4242']) expect(text + said.join()).not.toContain(secret)
    },
  ))

it('shows the first and the last touch that the snippet has stored, and who gave the consent for it', () =>
  visit(browser, { pages: { '/': filledForm } }, async ({ open, page }) => {
    await open('/?utm_source=first-visit')
    await call(page, 'consent(true)')
    await open('/?utm_source=second-visit&lead_debug=1')
    expect(await shown(page, 'second-visit')).not.toContain('first-visit')
    await call(page, 'consent(true)')
    const text = await shown(page, 'first-visit')
    expect(text).toContain('second-visit')
    expect(text).toContain('granted\napi')
  }))

it('says that there is no key, and sends nothing', () =>
  visit(
    browser,
    { tag: '<script src="COLLECTOR/lc.js"></script>', pages: { '/': filledForm } },
    async ({ open, page, collector }) => {
      await open('/?lead_debug=1')
      await shown(page, 'LC01')
      await (await button(page))?.click()
      await aMoment()
      expect(collector.arrivals).toEqual([])
    },
  ))

it('shows what the policy of the page blocks', () =>
  visit(
    browser,
    { tag: strictTag.replace('connect-src COLLECTOR', "connect-src 'self'"), pages: { '/': filledForm } },
    async ({ open, page }) => {
      await open('/?lead_debug=1')
      await (await button(page))?.click()
      const text = await shown(page, 'LC04')
      expect(text).toContain('to connect-src')
      expect(text).toContain('not confirmed')
    },
  ))

it('speaks Portuguese to a Portuguese browser, and fits into 320 pixels', () =>
  visit(browser, { pages: { '/': filledForm } }, async ({ open, page }) => {
    const session = await page.createCDPSession()
    await session.send('Network.setUserAgentOverride', { userAgent: 'test', acceptLanguage: 'pt-BR' })
    await page.setViewport({ width: 320, height: 600 })
    await open('/?lead_debug=1')
    const text = await shown(page, 'Enviar um lead de teste')
    expect(text).toContain('Um lead real')
    const { left, right, top } = await page.$eval('lead-capture-debug', host => host.getBoundingClientRect().toJSON())
    expect(left).toBeGreaterThanOrEqual(0)
    expect(top).toBeGreaterThanOrEqual(0)
    expect(right).toBeLessThanOrEqual(320)
  }))

it.skipIf(!process.env['UPDATE_DOCS'])('has its pictures taken for the documents', () =>
  visit(browser, { tag: strictTag, pages: { '/': page } }, async ({ open, page }) => {
    mkdirSync('docs/screenshots', { recursive: true })
    await page.setViewport({ width: 900, height: 760, deviceScaleFactor: 2 })
    for (const [scheme, file] of [
      ['light', 'debug-overlay'],
      ['dark', 'debug-overlay-dark'],
    ] as const) {
      await page.emulateMediaFeatures([{ name: 'prefers-color-scheme', value: scheme }])
      await open('/?lead_debug=1&utm_source=news&utm_medium=email')
      await (await button(page))?.click()
      await shown(page, 'accepted')
      await page.screenshot({ path: `docs/screenshots/${file}.png` })
    }
  }),
)
