// What a `data-lead-consent` box says: for which channels, with which text, beside which policy.

import type { Browser } from 'puppeteer-core'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { launchBrowser } from '../support/browser.ts'
import { buildForTests } from '../support/collector-build.ts'
import { until, visit } from './visit.ts'

let browser: Browser
beforeAll(async () => {
  buildForTests()
  browser = await launchBrowser()
})
afterAll(() => browser?.close())

/** The consent of a form with this in it. */
const consentOf = async (boxes: string) => {
  let consent: unknown
  await visit(
    browser,
    {
      pages: {
        '/': `<form action="/sink" method="post"><input name="email" value="ana@example.com">${boxes}<button>Go</button></form>`,
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      await page.click('button:not([type])')
      await until(() => collector.arrivals.length > 0)
      consent = JSON.parse(collector.arrivals[0]?.text ?? '{}').consent
    },
  )
  return consent
}

it.each([
  ['spaces and line breaks', ' email\n whatsapp '],
  ['commas', 'email, whatsapp'],
])('grants each channel of a list with %s', async (_, list) => {
  expect(
    await consentOf(`<label><input type="checkbox" checked data-lead-consent="${list}"> News</label>`),
  ).toMatchObject({
    state: 'granted',
    source: 'checkbox',
    channels: { email: true, whatsapp: true },
  })
})

it('counts without a name, an id or a label, with the text beside it', async () => {
  expect(await consentOf('<p><input type="checkbox" checked data-lead-consent="email"> Write to me</p>')).toMatchObject(
    {
      state: 'granted',
      text: 'Write to me',
    },
  )
  expect(await consentOf('E-mail <input type="checkbox" checked data-lead-consent="email"> Write to me')).toMatchObject(
    {
      state: 'granted',
      text: 'Write to me',
    },
  )
})

it('may be drawn by a component: a button in the role of a checkbox, or an element with a text of its own', async () => {
  const button = (isChecked: boolean) =>
    `<button type="button" role="checkbox" id="t" aria-checked="${isChecked}" data-lead-consent="email">✓</button><label for="t">Write to me</label>`
  expect(await consentOf(button(true))).toMatchObject({
    state: 'granted',
    channels: { email: true },
    text: 'Write to me',
  })
  expect(await consentOf(button(false))).toMatchObject({ state: 'unknown', channels: { email: false } })
  const component = `<script>customElements.define('x-box', class extends HTMLElement {
    static formAssociated = true
    checked = true
    internals = this.attachInternals()
  })</script><x-box data-lead-consent="email">Write to me</x-box>`
  expect(await consentOf(component)).toMatchObject({ channels: { email: true }, text: 'Write to me' })
})

it('keeps the text of the first label that has one, and nothing that is no text', async () => {
  const box = '<input id="c" type="checkbox" name="c" checked data-lead-consent="email"><label for="c"></label>'
  const label = '<label for="c"><style>.a{b:c}</style>Write to me<script>var x</script><b hidden>unseen</b></label>'
  expect(await consentOf(box + label)).toMatchObject({ text: 'Write to me' })
})

it('keeps the policy of the first box, as an address that can be opened anywhere', async () => {
  const consent = await consentOf(
    `<label data-lead-policy="/privacy" data-lead-policy-version="2"><input type="checkbox" name="a" checked data-lead-consent="email">A</label>
    <label><input type="checkbox" name="b" data-lead-consent="ads">B</label>`,
  )
  expect(consent).toMatchObject({
    channels: { email: true, ads: false },
    text: 'A\nB',
    policy_url: expect.stringMatching(/^http:.*\/privacy$/),
    policy_version: '2',
  })
})

it.each([
  ['first', 'checked', ''],
  ['second', '', 'checked'],
])('grants a channel that has two boxes by the %s', async (_, first, second) => {
  const box = (name: string, checked: string) =>
    `<label><input type="checkbox" name="${name}" ${checked} data-lead-consent="email">${name}</label>`
  expect(await consentOf(box('a', first) + box('b', second))).toMatchObject({
    state: 'granted',
    channels: { email: true },
  })
})

it('grants nothing by a box that is disabled, nor by one that is empty', async () => {
  const box = '<label><input type="checkbox" name="a" checked data-lead-consent="email">A</label>'
  expect(await consentOf(`<fieldset disabled>${box}</fieldset>`)).toMatchObject({ state: 'unknown', channels: {} })
  expect(await consentOf(box.replace('checked', ''))).toMatchObject({ state: 'unknown', channels: { email: false } })
})

it('reads the text beside a box that stands in a shadow root by itself', () =>
  visit(
    browser,
    {
      pages: {
        '/': `<div id="host"></div><script>
          const root = document.getElementById('host').attachShadow({ mode: 'open' })
          root.innerHTML = '<form id="f"></form><input form="f" name="email" value="ana@example.com">' +
            '<input type="checkbox" form="f" name="ok" data-lead-consent="email" checked> Send me news<button form="f">Go</button>'
          root.getElementById('f').onsubmit = () => false
        </script>`,
      },
    },
    async ({ open, page, collector }) => {
      await open('/')
      await page.evaluate(
        "const { shadowRoot } = document.getElementById('host'); shadowRoot.querySelector('input').focus(); shadowRoot.querySelector('button').click()",
      )
      await until(() => collector.arrivals.length > 0)
      expect(collector.submissions()[0].consent?.text).toContain('Send me news')
    },
  ))
