// window.leadCapture, as a site's own code uses it.

import { readFileSync } from 'node:fs'
import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { uuidv7 } from '../../shared/ids.ts'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { aMoment, type CallAnswer, call, filledForm, scriptedForm, until, visit } from './visit.ts'

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

describe('an id of the own', () => {
  const id = '0192f0c1-0000-7000-8000-000000000000'
  const submitted = (email: string, more = '') => `submit({ email: '${email}' }, { id: '${id}', ${more} })`

  it('repeated with the same fields is answered duplicate, after the same bytes', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      const answer = await call(page, submitted('a@example.com', 'consent: { email: true }'))
      expect(answer).toEqual({ id, status: 'accepted', issues: [] })
      await page.evaluate("document.title = 'Another'")
      const repeated = await call(page, submitted('a@example.com', 'consent: { email: true }'))
      expect(repeated).toMatchObject({ id, status: 'duplicate' })
      expect(collector.bodiesById().size).toBe(1)
      expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1)
    }))

  it('repeated before the answer to the first is answered too', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      collector.faults = [{ delayMs: 200 }]
      await open('/')
      const answers = await page.evaluate(
        `Promise.all([leadCapture.${submitted('a@example.com')}, leadCapture.${submitted('a@example.com')}])`,
      )
      expect((answers as CallAnswer[]).map(({ status }) => status).sort()).toEqual(['accepted', 'duplicate'])
      expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1)
    }))

  it('with other fields is another lead, which is rejected', () =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      expect((await call(page, submitted('a@example.com'))).status).toBe('accepted')
      expect((await call(page, submitted('b@example.com'))).status).toBe('rejected')
      // The first one is still known.
      expect((await call(page, submitted('a@example.com'))).status).toBe('duplicate')
      expect(collector.arrivals.every(arrival => JSON.parse(arrival.text).id === id)).toBe(true)
    }))

  it('repeated on the next page is the same, where the outbox has it', () =>
    visit(
      browser,
      {
        pages: {
          '/': '<script>window.leadCapture.consent(true)</script>',
          '/next': '<script>window.leadCapture.consent(true)</script>',
        },
      },
      async ({ open, page, collector }) => {
        const fresh = uuidv7(Date.now(), crypto.getRandomValues(new Uint8Array(10)))
        collector.faults = Array.from({ length: 4 }, () => ({ status: 503 }))
        await open('/')
        const first = await page.evaluate(`leadCapture.submit({ email: 'a@example.com' }, { id: '${fresh}' })`)
        expect((first as CallAnswer).status).toBe('queued')
        collector.faults = []
        await open('/next')
        const again = await page.evaluate(`leadCapture.submit({ email: 'a@example.com' }, { id: '${fresh}' })`)
        expect((again as CallAnswer).status).toMatch(/accepted|duplicate/)
        const bodies = collector.bodiesById().get(fresh) ?? []
        expect(new Set(bodies).size).toBe(1)
      },
    ))

  it.each(['null', "''", 'undefined'])('that is %s is none', own =>
    visit(browser, {}, async ({ open, page, collector }) => {
      await open('/')
      expect((await call(page, `submit({ email: 'a@example.com' }, { id: ${own} })`)).status).toBe('accepted')
      expect(collector.submissions()[0].id).toMatch(/^[\da-f]{8}-/)
    }),
  )
})

it('keeps the consent that the boxes of its form say, where a call names a form', () =>
  visit(
    browser,
    {
      pages: {
        '/': '<form id="f" data-lead="demo"><label><input type="checkbox" name="news" checked data-lead-consent="email"> Write to me</label></form>',
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      await call(page, "submit({ email: 'ana@example.com' }, { form: 'demo' })")
      expect(collector.submissions()[0].consent).toMatchObject({ source: 'checkbox', channels: { email: true } })
    },
  ))

it('goes on answering who kept the stub, after the script has loaded', () =>
  visit(
    browser,
    {
      tag: `${readFileSync('snippet/stub.html', 'utf8')}<script>window.kept = window.leadCapture; window.heard = []</script>
        <script src="COLLECTOR/lc.js" data-key="pk_live_demo"></script>`,
    },
    async ({ open, page }) => {
      await open('/')
      const answer = await page.evaluate(`(async () => {
        const { submit } = kept
        const off = kept.on('accepted', lead => heard.push(lead.form))
        kept.consent(true)
        const { status } = await submit({ email: 'ana@example.com' }, { form: 'late' })
        await new Promise(resolve => setTimeout(resolve, 50))
        off()
        await submit({ email: 'bia@example.com' }, { form: 'later' })
        await new Promise(resolve => setTimeout(resolve, 50))
        return [status, localStorage.length, ...heard]
      })()`)
      expect(answer).toEqual(['accepted', 1, 'late'])
    },
  ))

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
    const junk = [
      'submit()',
      'submit(null)',
      'submit({ get email() { throw 1 } })',
      'submit({}, { form: 5 })',
      "submit({ email: 'ana@example.com' }, null)",
    ]
    for (const code of junk) expect((await call(page, code)).status).toMatch(/accepted|rejected/)
    await call(page, 'consent(null)')
    await call(page, 'consent({ get email() { throw 1 } })')
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
