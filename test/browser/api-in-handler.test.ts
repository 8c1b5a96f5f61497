// A call of `submit()` in the submit handler of a form: both are one act of a person.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { aMoment, until, type Visit, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

describe("a call in the form's own submit handler", () => {
  const page = (handler: string, controls = '') => ({
    '/': `<form id="f" data-lead="demo"><input name="email" value="ana@example.com">
      <input name="f_2" data-lead-field="company" value="Acme">${controls}<button>Go</button></form>
      <form data-lead="other"><input name="email" value="bia@example.com"></form>
      <script>f.addEventListener('submit', ${handler})</script>`,
  })
  /** Opens the page, presses its button, and waits for the answer to the call. */
  const press = async (open: Visit['open'], page: Visit['page']) => {
    await open('/')
    await page.click('button')
    await until(() => page.evaluate('!!window.answer') as Promise<boolean>)
  }
  const box =
    '<label><input type="checkbox" name="news" checked data-lead-consent="email"> Write to me</label><input id="seats" value="5">'

  it.each([
    ['with the element', '{ form: f }'],
    ['with the name', "{ form: 'demo' }"],
  ])('%s is one submission with it, of all that both say', (_, options) =>
    visit(
      browser,
      {
        pages: page(
          `event => { event.preventDefault(); leadCapture.submit({ email: 'ana@example.com', plan: 'b' }, ${options}).then(r => { window.answer = r }); f.reset() }`,
          box,
        ),
      },
      async ({ open, page, collector }) => {
        await press(open, page)
        await aMoment()
        expect(collector.bodiesById().size).toBe(1)
        const [sent] = collector.submissions()
        expect(await page.evaluate('window.answer')).toEqual({ id: sent.id, status: 'accepted', issues: [] })
        expect(sent.fields).toEqual([
          ['email', 'ana@example.com'],
          ['plan', 'b'],
          ['f_2', 'Acme'],
          ['news', 'on'],
          ['seats', '5'],
        ])
        expect(sent.form).toMatchObject({ name: 'demo', how: 'submit-call' })
        expect(sent.hints?.['f_2']).toMatchObject({ field: 'company' })
        expect(sent.consent).toMatchObject({ state: 'granted', source: 'checkbox', text: 'Write to me' })
      },
    ),
  )

  it('without naming it is one submission, where the form says the same', () =>
    visit(
      browser,
      {
        pages: page(
          "event => { event.preventDefault(); leadCapture.submit({ email: 'ana@example.com' }).then(r => { window.answer = r }) }",
        ),
      },
      async ({ open, page, collector }) => {
        await press(open, page)
        await aMoment()
        expect(collector.bodiesById().size).toBe(1)
        expect(collector.submissions()[0].fields).toContainEqual(['f_2', 'Acme'])
      },
    ))

  const later = (fields: string, options: string) =>
    `async event => { event.preventDefault(); await new Promise(resolve => setTimeout(resolve, 200)); window.answer = await leadCapture.submit(${fields}, ${options}) }`

  it('that comes after an await and says nothing new is the submission that was sent', () =>
    visit(
      browser,
      { pages: page(later("{ email: 'ana@example.com' }", '{ form: f }')) },
      async ({ open, page, collector }) => {
        await press(open, page)
        expect(collector.bodiesById().size).toBe(1)
        const [sent] = collector.submissions()
        expect(await page.evaluate('window.answer')).toMatchObject({ id: sent.id, status: 'duplicate' })
        expect(new Set(collector.arrivals.map(({ text }) => text)).size).toBe(1)
      },
    ))

  it.each([
    ['another field', "{ email: 'ana@example.com', plan: 'b' }", '{ form: f }'],
    ['consent', "{ email: 'ana@example.com' }", '{ form: f, consent: { email: true } }'],
    ['an id', "{ email: 'ana@example.com' }", "{ form: f, id: '0192f0c1-0000-7000-8000-000000000000' }"],
    ['another form', "{ email: 'ana@example.com' }", "{ form: 'chat' }"],
  ])('that comes after an await with %s is a submission of its own', (_, fields, options) =>
    visit(browser, { pages: page(later(fields, options)) }, async ({ open, page, collector }) => {
      await press(open, page)
      expect(await page.evaluate('window.answer.status')).toBe('accepted')
      expect(collector.bodiesById().size).toBe(2)
    }),
  )

  it('has the id that it asks for', () =>
    visit(
      browser,
      {
        pages: page(
          "event => { event.preventDefault(); leadCapture.submit({ email: 'ana@example.com' }, { form: f, id: '0192f0c1-0000-7000-8000-000000000000' }).then(r => { window.answer = r }) }",
        ),
      },
      async ({ open, page, collector }) => {
        await press(open, page)
        await aMoment()
        expect([...collector.bodiesById().keys()]).toEqual(['0192f0c1-0000-7000-8000-000000000000'])
      },
    ))

  it('of another person at the same form is another submission', () =>
    visit(
      browser,
      {
        pages: page(
          'event => { event.preventDefault(); leadCapture.submit({ email: f.elements.email.value }, { form: f }) }',
        ),
      },
      async ({ open, page, collector }) => {
        await open('/')
        await page.click('button')
        await until(() => collector.bodiesById().size === 1)
        await page.$eval('input', input => {
          input.value = 'bia@example.com'
        })
        await page.click('button')
        await until(() => collector.bodiesById().size === 2)
      },
    ))
})
