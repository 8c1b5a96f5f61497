// window.leadCapture, as a site's own code uses it.

import { readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { aMoment, call, filledForm, scriptedForm, until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

it('submits own and canonical fields, and answers what the collector says', () =>
  visit(browser, {}, async ({ open, page, collector }) => {
    await open('/')
    const fields =
      "{ email: 'ana@example.com', seats: 5, trial: true, interest: ['demo', 'price'], password: 'x', note: '4242 4242 4242 4242' }"
    const options =
      "{ form: 'chat', intent: 'high', channel: 'chat', transcript: 'Hi', answers: { budget: '5k' }, consent: { email: true } }"
    const result = await call(page, `submit(${fields}, ${options})`)
    const [sent] = collector.submissions()
    expect(result).toEqual({ id: sent.id, status: 'accepted', issues: [] })
    expect(sent.id).toMatch(/^[\da-f]{8}-[\da-f]{4}-7[\da-f]{3}-[89ab][\da-f]{3}-[\da-f]{12}$/)
    expect(sent.fields).toEqual([
      ['budget', '5k'],
      ['transcript', 'Hi'],
      ['channel', 'chat'],
      ['email', 'ana@example.com'],
      ['seats', '5'],
      ['trial', 'true'],
      ['interest', 'demo'],
      ['interest', 'price'],
      ['note', '[card]'],
    ])
    expect(sent.form).toEqual({ name: 'chat', how: 'submit-call', intent: 'high' })
    expect(sent.consent).toMatchObject({ state: 'granted', source: 'api', channels: { email: true } })
  }))

it('answers duplicate for a repeated id and rejected for another lead under it', () =>
  visit(browser, {}, async ({ open, page, collector }) => {
    await open('/')
    const id = '0192f0c1-0000-7000-8000-000000000000'
    expect((await call(page, `submit({ email: 'a@example.com' }, { id: '${id}' })`)).status).toBe('accepted')
    expect((await call(page, `submit({ email: 'b@example.com' }, { id: '${id}' })`)).status).toBe('rejected')
    expect(collector.arrivals.every(arrival => JSON.parse(arrival.text).id === id)).toBe(true)
  }))

it('answers calls that the stub took before the script had loaded', () =>
  visit(
    browser,
    {
      tag: `${readFileSync('snippet/stub.html', 'utf8')}<script async src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>`,
      pages: {
        '/': `<script>
          window.heard = []
          window.off = window.leadCapture.on('accepted', lead => heard.push(lead.form))
          window.leadCapture.on('captured', lead => heard.push('captured'))
          window.leadCapture.submit({ email: 'ana@example.com' }, { form: 'early' }).then(result => { window.result = result })
        </script>`,
      },
    },
    async ({ open, page }) => {
      await open('/')
      await until(() => page.evaluate('window.result && heard.length === 2') as Promise<boolean>)
      expect(await page.evaluate('[result.status, ...heard]')).toEqual(['accepted', 'captured', 'early'])
      await page.evaluate('off()')
      await call(page, "submit({ email: 'bia@example.com' })")
      await aMoment()
      expect(await page.evaluate('heard')).toEqual(['captured', 'early', 'captured'])
    },
  ))

it('never throws and never rejects, whatever it is given', () =>
  visit(browser, {}, async ({ open, page, collector }) => {
    await open('/')
    const junk = ['submit()', 'submit(null)', 'submit({ get email() { throw 1 } })', 'submit({}, { form: 5 })']
    for (const code of junk) expect((await call(page, code)).status).toMatch(/accepted|rejected/)
    await call(page, 'consent(null)')
    await call(page, "on('accepted', null)")
    expect(collector.arrivals.length).toBeLessThanOrEqual(junk.length)
  }))

it('shows the elements set aside for the outcome of a form', () =>
  visit(
    browser,
    {
      pages: {
        '/': `<form data-lead="demo"><p id="bad" hidden data-lead-error="email">!</p><p id="any" hidden data-lead-error>!</p>
          <p id="good" hidden data-lead-success>Thanks</p></form>`,
      },
    },
    async ({ open, page, collector }) => {
      const visible = () => page.evaluate("[...document.querySelectorAll('p:not([hidden])')].map(p => p.id).join()")
      collector.faults = [{ status: 422, body: { errors: [{ pointer: '/fields/email', code: 'invalid_email' }] } }]
      await open('/')
      await call(page, "submit({ email: 'x' }, { form: 'demo' })")
      expect(await visible()).toBe('bad,any')
      await call(page, "submit({ email: 'ana@example.com' }, { form: document.querySelector('form') })")
      expect(await visible()).toBe('good')
      expect(collector.submissions()[1].form.name).toBe('demo')
    },
  ))

it('shows a hint about an accepted field beside the thanks, and prevents nothing', () =>
  visit(
    browser,
    {
      pages: {
        '/': `<form data-lead="demo"><p id="hint" hidden data-lead-error="email">Is it right?</p><p id="phone" hidden data-lead-error="phone">!</p>
          <p id="bad" hidden data-lead-error>!</p><p id="good" hidden data-lead-success>Thanks</p></form>`,
      },
    },
    async ({ open, page, collector }) => {
      const issues = [{ field: 'email', code: 'email_likely_mistyped' }]
      collector.faults = [{ body: { id: 'x', status: 'accepted', issues } }]
      await open('/')
      const result = await call(page, "submit({ email: 'ana@gmial.com' }, { form: 'demo' })")
      expect(result).toMatchObject({ status: 'accepted', issues })
      const visible = await page.evaluate("[...document.querySelectorAll('p:not([hidden])')].map(p => p.id).join()")
      expect(visible).toBe('hint,good')
    },
  ))

it('is one, however often the page loads it', () =>
  visit(
    browser,
    { pages: { '/': `<script src="COLLECTOR/lc.js" data-key="pk_live_other"></script>${scriptedForm}` } },
    async ({ open, page, collector }) => {
      await open('/')
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
      await aMoment()
      expect(collector.arrivals.map(arrival => arrival.url)).toEqual(['/v1/leads?k=pk_live_demo'])
    },
  ))

it('takes its settings from leadCaptureConfig where there is no script element of its own', () =>
  visit(
    browser,
    {
      tag: '',
      pages: {
        '/': `${scriptedForm}<script>
          window.leadCaptureConfig = { key: 'pk_live_demo', endpoint: 'COLLECTOR' }
          fetch('COLLECTOR/lc.js').then(answer => answer.text()).then(code => (0, eval)(code))
        </script>`,
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      await until(() => page.evaluate('!!window.leadCapture') as Promise<boolean>)
      await page.click('button')
      await until(() => collector.arrivals.length === 1)
    },
  ))

it('is a module too, which starts itself with the configuration it is given', () =>
  visit(
    browser,
    {
      tag: '',
      pages: {
        '/': `${scriptedForm}<script type="module">
          import { start, submit } from 'COLLECTOR/index.mjs'
          start({ key: 'pk_live_demo', endpoint: 'COLLECTOR' })
          window.result = await submit({ email: 'bia@example.com' })
        </script>`,
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      await until(() => page.evaluate('!!window.result') as Promise<boolean>)
      expect(await page.evaluate('result.status')).toBe('accepted')
      await page.click('button')
      await until(() => collector.arrivals.length === 2)
    },
  ))

it('tells a page without a key how to fix it, and captures nothing', () =>
  visit(
    browser,
    { tag: '<script src="COLLECTOR/lc.js"></script>', pages: { '/': filledForm } },
    async ({ open, page, collector }) => {
      const said: string[] = []
      page.on('console', message => said.push(message.text()))
      await open('/')
      await until(() => said.join().includes('data-key'))
      expect((await call(page, "submit({ email: 'ana@example.com' })")).status).toBe('rejected')
      await page.click('button')
      await aMoment()
      expect(collector.arrivals).toEqual([])
    },
  ))
